import { differenceKinds, type DifferenceKind } from '@probant/shared/comparisons/compare-scores';
import { comparedCounts } from '@probant/shared/comparisons/decide-compared';
import { comparisonViews, type ComparisonView } from '@probant/shared/comparisons/comparison-views';
import type { EngagementId } from '@probant/shared/ids';
import {
  evidenceLevels,
  tiers,
  type EvidenceLevel,
  type Tier,
} from '@probant/shared/questionnaires/document';
import { lineStatuses, type LineStatus } from '@probant/shared/scoring/resolve-questions';
import {
  Day,
  Decimal,
  Flag,
  Instant,
  Json,
  ListOf,
  Nested,
  OneOf,
  SomeOf,
  Text,
  Uuid,
  Whole,
} from '../../platform/http/fields.js';
import { LocalisedResponse } from '../library/library.public.js';
import { ScoreNumbersResponse } from '../scoring/scoring.public.js';

const { min, max } = comparedCounts;

export class ComparisonQuery {
  @Text({ max: 400, description: `From ${min} to ${max} engagements: their ids with commas between them` })
  engagements!: string;
}

export class DayComparisonQuery {
  @Day({
    optional: true,
    description:
      'The earlier day; unless told a quarter before, or the day of the first submission if that is later',
  })
  at?: string;
  @Day({ optional: true, description: 'The later day; today unless told' }) and?: string;
}

/** What the screen shows: several engagements, or one on two days, and of these the questions in view. */
export class ComparisonFileQuery extends DayComparisonQuery {
  @Text({ optional: true, max: 400, description: 'As for a comparison of engagements' })
  engagements?: string;
  @Uuid({ optional: true, description: 'Of a comparison of two days; required without engagements' })
  engagement?: EngagementId;
  @OneOf(comparisonViews, { optional: true, description: 'said when it is left out' })
  show?: ComparisonView;
}

class ComparedSubmissionResponse {
  @Uuid() assessmentId!: string;
  @Whole() number!: number;
  @Instant() submittedAt!: string;
  @Text() versionCode!: string;
  @Whole() versionNumber!: number;
  @Text() profileName!: string;
  @Whole() profileNumber!: number;
  @Flag({ description: 'Something is still to be examined or decided' }) beforeReview!: boolean;
  @Nested(() => ScoreNumbersResponse) score!: ScoreNumbersResponse;
}

class ComparedColumnResponse {
  @Uuid() engagementId!: string;
  @Text() engagementName!: string;
  @Text() supplierName!: string;
  @OneOf(tiers, { description: 'By the context of today' }) tier!: Tier;
  @Day({ nullable: true, description: 'Of two days that are compared; null for the last submission' })
  day!: string | null;
  @Nested(() => ComparedSubmissionResponse, { nullable: true, description: 'null: nothing was submitted' })
  submission!: ComparedSubmissionResponse | null;
}

class ComparedCellResponse {
  @Whole({ description: 'Place of its column, from 0' }) column!: number;
  @OneOf(lineStatuses) status!: LineStatus;
  @Json({ nullable: true, description: 'What the score counts, by the type of the question' })
  value!: unknown;
  @Flag({ description: 'The score counts something else than what the supplier said' }) replaced!: boolean;
  @Text({ min: 0 }) comment!: string;
  @Decimal({ description: 'Strength of its proof, 0 to 1' }) phi!: number;
  @OneOf(evidenceLevels, { nullable: true, description: 'null: between two levels' })
  level!: EvidenceLevel | null;
  @Flag() counted!: boolean;
  @Decimal({ description: 'Points of the base; those of a column add up to it' }) points!: number;
  @Json({ nullable: true, description: 'As its version asks it, where it is not as the row shows it' })
  question!: object | null;
}

class ComparedRowResponse {
  @Text() questionId!: string;
  @Text() theme!: string;
  @Nested(() => LocalisedResponse) short!: LocalisedResponse;
  @Json({ description: 'As the first version that has it asks it, without its weights' }) question!: object;
  @ListOf(() => ComparedCellResponse, { description: 'One per column whose version has the question' })
  cells!: ComparedCellResponse[];
  @SomeOf(differenceKinds) differences!: DifferenceKind[];
  @Decimal({ description: 'From the least points to the most' }) spread!: number;
}

class ComparedThemeResponse {
  @Text() code!: string;
  @Nested(() => LocalisedResponse) title!: LocalisedResponse;
}

export class ComparisonResponse {
  @ListOf(() => ComparedColumnResponse) columns!: ComparedColumnResponse[];
  @ListOf(() => ComparedThemeResponse) themes!: ComparedThemeResponse[];
  @ListOf(() => ComparedRowResponse, { description: 'Questions that differ first, the widest spread before' })
  rows!: ComparedRowResponse[];
}
