import { Nested, Text } from '../../platform/http/fields.js';

export class LocalisedResponse {
  @Text() fr!: string;
  @Text() en!: string;
}

export class SourceResponse {
  @Text() id!: string;
  @Nested(() => LocalisedResponse) short!: LocalisedResponse;
  @Nested(() => LocalisedResponse, { description: 'The citation line, as counsel would write it' })
  citation!: LocalisedResponse;
}

export class LessonResponse {
  @Text() id!: string;
  @Text({ nullable: true, description: 'Verbatim words of the source' }) quote!: string | null;
  @Text({ nullable: true, description: 'Title of an external reference' }) reference!: string | null;
  @Nested(() => SourceResponse, { nullable: true }) source!: SourceResponse | null;
}
