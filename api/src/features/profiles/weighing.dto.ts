import { grades, tiers } from '@probant/shared/questionnaires/document';
import {
  Decimal,
  Flag,
  Instant,
  Json,
  ListOf,
  Nested,
  OneOf,
  Text,
  Uuid,
  Whole,
} from '../../platform/http/fields.js';
import { LocalisedResponse } from '../library/library.public.js';
import { ProfileResponse } from './profiles.dto.js';

export class WeighedQuestionResponse {
  @Text() id!: string;
  @Nested(() => LocalisedResponse, { description: 'Its subject in a few words, else its text' })
  label!: LocalisedResponse;
  @Decimal() weight!: number;
}

export class WeighedThemeResponse {
  @Text() code!: string;
  @Nested(() => LocalisedResponse, { description: 'Its short name, else its title' })
  title!: LocalisedResponse;
  @Decimal() weight!: number;
  @ListOf(() => WeighedQuestionResponse) questions!: WeighedQuestionResponse[];
}

export class GradeLimitResponse {
  @OneOf(grades) grade!: (typeof grades)[number];
  @Decimal({ description: 'A score below has the grade' }) max!: number;
}

/** A published version, as far as weights go: structure and limits. */
export class WeighedDocumentResponse {
  @Uuid({ nullable: true, description: 'null: the library, as long as nothing is published' })
  versionId!: string | null;
  @ListOf(() => GradeLimitResponse) grades!: GradeLimitResponse[];
  @ListOf(() => WeighedThemeResponse) themes!: WeighedThemeResponse[];
}

export class WeighedEngagementResponse {
  @Uuid() id!: string;
  @Uuid() supplierId!: string;
  @Text() supplierName!: string;
  @Text() name!: string;
  @OneOf(tiers) tier!: (typeof tiers)[number];
  @Decimal() exponent!: number;
  @Decimal() floor!: number;
  @Decimal({ description: 'With the profile in force' }) score!: number;
  @Decimal() base!: number;
  @OneOf(grades) grade!: (typeof grades)[number];
  @Flag() beforeReview!: boolean;
  @Flag({ description: 'Scored with a profile of its own, not with the default' }) ownProfile!: boolean;
  @Whole({ description: 'Its place in documents' }) document!: number;
  @Json({
    schema: { type: 'array', items: { type: 'number', nullable: true } },
    description: 'By question of its document: r′, or null where the question does not count',
  })
  risks!: (number | null)[];
}

export class WeighingResponse {
  @Instant({ description: 'When the scores were worked out' }) asOf!: string;
  @Nested(() => ProfileResponse, { description: 'The default profile' }) profile!: ProfileResponse;
  @ListOf(() => WeighedDocumentResponse) documents!: WeighedDocumentResponse[];
  @ListOf(() => WeighedEngagementResponse, { description: 'The riskiest first' })
  engagements!: WeighedEngagementResponse[];
  @Whole({ description: 'Scored engagements in all; the riskiest are listed' }) total!: number;
}
