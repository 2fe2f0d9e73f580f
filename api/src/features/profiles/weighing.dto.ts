import { maxLengths } from '@probant/shared/limits';
import { grades, tiers } from '@probant/shared/questionnaires/document';
import {
  Decimal,
  Instant,
  Json,
  ListOf,
  Nested,
  OneOf,
  Pattern,
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

export class TierExponentResponse {
  @OneOf(tiers) tier!: (typeof tiers)[number];
  @Decimal() exponent!: number;
}

export class GradeLimitResponse {
  @OneOf(grades) grade!: (typeof grades)[number];
  @Decimal({ description: 'A score below has the grade' }) max!: number;
}

/** A published version, as far as weights go: structure and limits. */
export class WeighedDocumentResponse {
  @Uuid({ nullable: true, description: 'null: the library, as long as nothing is published' })
  versionId!: string | null;
  @ListOf(() => TierExponentResponse) tiers!: TierExponentResponse[];
  @ListOf(() => GradeLimitResponse) grades!: GradeLimitResponse[];
  @ListOf(() => WeighedThemeResponse) themes!: WeighedThemeResponse[];
}

export class WeighingResponse {
  @Instant({ description: 'When this was read' }) asOf!: string;
  @Nested(() => ProfileResponse, { description: 'The default profile' }) profile!: ProfileResponse;
  @ListOf(() => WeighedDocumentResponse, {
    description: 'Those that the rows of the matrix are of, and the current ones',
  })
  documents!: WeighedDocumentResponse[];
  @Whole({ description: 'Scored engagements: the rows of the matrix' }) total!: number;
}

export class WeighingRisksQuery {
  @Text({ max: maxLengths.name, description: 'The code of a theme' }) theme!: string;
}

export const mostNames = 100;

export class WeighingNamesQuery {
  @Pattern(new RegExp(`^\\d{1,9}(,\\d{1,9}){0,${mostNames - 1}}$`), {
    max: 1_000,
    description: `Up to ${mostNames} numbers of rows of the matrix, with commas between`,
  })
  numbers!: string;
}

const weights = /^[\w-]{1,40}:\d{1,6}(\.\d{1,10})?(,[\w-]{1,40}:\d{1,6}(\.\d{1,10})?){0,499}$/;

/** Weights on trial; those in force where none is named. */
export class TrialRankingQuery {
  @Pattern(weights, {
    optional: true,
    max: 20_000,
    description: 'Weights of themes: code:weight,code:weight',
  })
  themes?: string;
  @Pattern(weights, { optional: true, max: 20_000, description: 'Weights of questions other than their own' })
  questions?: string;
}

export class WeighedNameResponse {
  @Whole() number!: number;
  @Uuid() engagementId!: string;
  @Uuid() supplierId!: string;
  @Text() supplierName!: string;
  @Text() engagementName!: string;
}

export class WeighedNamesResponse {
  @ListOf(() => WeighedNameResponse, { description: 'Of those that are there, in no order' })
  items!: WeighedNameResponse[];
}

/** All that weights cannot change about one engagement, to the last digit, and its score as it stands. */
export class WeighedEngagementResponse {
  @Uuid() engagementId!: string;
  @Uuid() versionId!: string;
  @OneOf(tiers) tier!: (typeof tiers)[number];
  @Decimal() exponent!: number;
  @Decimal() floor!: number;
  @Decimal({ description: 'With the profile in force' }) score!: number;
  @Decimal() base!: number;
  @OneOf(grades) grade!: (typeof grades)[number];
  @Json({
    schema: { type: 'array', items: { type: 'number', nullable: true } },
    description: 'By question of its document: r′, or null where the question does not count',
  })
  risks!: (number | null)[];
}
