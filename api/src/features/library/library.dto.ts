import { Decimal, ListOf, Nested, Text, Texts } from '../../platform/http/fields.js';

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
  @Nested(() => LocalisedResponse, { description: 'What the source taught, in our own words' })
  teaching!: LocalisedResponse;
}

export class LessonsResponse {
  @ListOf(() => LessonResponse, { description: 'In the order of the library' }) items!: LessonResponse[];
}

export class LessonPageResponse extends LessonResponse {
  @Text({ nullable: true, description: 'Id of the lesson before it in the library' }) previous!:
    string | null;
  @Text({ nullable: true }) next!: string | null;
}

export class CitingQuestionResponse {
  @Text() id!: string;
  @Text({ description: 'Code of its theme' }) theme!: string;
  @Nested(() => LocalisedResponse) label!: LocalisedResponse;
}

export class CitingKnockoutResponse {
  @Text() id!: string;
  @Decimal() floor!: number;
  @Nested(() => LocalisedResponse) text!: LocalisedResponse;
}

export class CitingClauseResponse {
  @Text() id!: string;
  @Nested(() => LocalisedResponse) title!: LocalisedResponse;
  @Text({ description: 'A wording for a contract, in French' }) model!: string;
}

export class CitingCaseResponse {
  @Text() key!: string;
  @Nested(() => LocalisedResponse) name!: LocalisedResponse;
  @Texts({ max: 200, description: 'Ids of the questions whose answers it stands beside' })
  questions!: string[];
}

/** Who rests on a lesson: for those who judge. */
export class CitationsResponse {
  @ListOf(() => CitingQuestionResponse) questions!: CitingQuestionResponse[];
  @ListOf(() => CitingKnockoutResponse) knockouts!: CitingKnockoutResponse[];
  @ListOf(() => CitingClauseResponse) clauses!: CitingClauseResponse[];
  @ListOf(() => CitingCaseResponse, { description: 'Told from its source' }) cases!: CitingCaseResponse[];
}
