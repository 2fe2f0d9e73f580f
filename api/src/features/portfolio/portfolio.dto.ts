import { IntersectionType } from '@nestjs/swagger';
import { assessmentStatuses } from '@probant/shared/assessments/lifecycle';
import { maxLengths } from '@probant/shared/limits';
import { moves, portfolioKinds, proofBands, quarterPattern } from '@probant/shared/portfolio/figures';
import { grades, tiers } from '@probant/shared/questionnaires/document';
import { knockoutStates } from '@probant/shared/scoring/knockouts';
import {
  Day,
  Decimal,
  Flag,
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
import { PageQuery, sortNames } from '../../platform/http/page.js';
import { LocalisedResponse } from '../library/library.public.js';

/** 'none': never sent. */
export const standingStatuses = ['none', ...assessmentStatuses] as const;

const counts = { type: 'object', additionalProperties: { type: 'integer' } } as const;

/** What the portfolio is narrowed to, and its order. */
export class PortfolioFilters {
  @Text({
    optional: true,
    min: 0,
    max: maxLengths.search,
    description: 'In the names of supplier and engagement',
  })
  search?: string;
  @OneOf(grades, { optional: true }) grade?: (typeof grades)[number];
  @OneOf(tiers, { optional: true }) tier?: (typeof tiers)[number];
  @OneOf(standingStatuses, { optional: true }) status?: (typeof standingStatuses)[number];
  @OneOf(portfolioKinds, { optional: true }) kind?: (typeof portfolioKinds)[number];
  @Text({ optional: true, max: maxLengths.key, description: 'Id of an active knock-out' }) knockout?: string;
  @OneOf(knockoutStates, { optional: true, description: 'State of that knock-out' })
  state?: (typeof knockoutStates)[number];
  @OneOf(proofBands, { optional: true, description: 'Percent of what was claimed that is proved' })
  proof?: (typeof proofBands)[number];
  @OneOf(moves, { optional: true, description: 'Against the end of the quarter before' })
  move?: (typeof moves)[number];
  @Pattern(quarterPattern, {
    optional: true,
    description: 'Had a score at the end of the quarter that begins on this day; with /D, and the grade D',
  })
  quarter?: string;
  @OneOf(sortNames('score', 'supplier', 'due', 'change'), { optional: true }) sort?: string;
}

export class PortfolioQuery extends IntersectionType(PortfolioFilters, PageQuery) {}

export class StandingKnockoutResponse {
  @Text() id!: string;
  @OneOf(knockoutStates) state!: (typeof knockoutStates)[number];
}

export class PortfolioItemResponse {
  @Uuid() engagementId!: string;
  @Uuid() supplierId!: string;
  @Text() supplierName!: string;
  @Text() engagementName!: string;
  @OneOf(tiers) tier!: (typeof tiers)[number];
  @Uuid({ nullable: true }) assessmentId!: string | null;
  @OneOf(standingStatuses) status!: (typeof standingStatuses)[number];
  @Day({ nullable: true }) dueOn!: string | null;
  @Flag() overdue!: boolean;
  @Decimal({ nullable: true }) score!: number | null;
  @Decimal({ nullable: true }) base!: number | null;
  @Decimal({ nullable: true }) floor!: number | null;
  @OneOf(grades, { nullable: true }) grade!: (typeof grades)[number] | null;
  @Decimal({ nullable: true }) confidence!: number | null;
  @Decimal({
    nullable: true,
    min: -100,
    description: 'Of the score since the end of the quarter before; null for one that had none then',
  })
  change!: number | null;
  @Flag({ description: 'Something is still to be examined, and the review is not ended' })
  beforeReview!: boolean;
  @Whole({ description: 'Pieces of the scored submission that nobody has examined; they prove nothing yet' })
  unexamined!: number;
  @ListOf(() => StandingKnockoutResponse) knockouts!: StandingKnockoutResponse[];
  @Json({
    description: 'Theme code to risk 0 to 1; a theme that is not there is out of scope',
    schema: { type: 'object', additionalProperties: { type: 'number' } },
  })
  themes!: Record<string, number>;
  @Whole({ description: 'So far, also while the supplier is still answering' }) answered!: number;
  @Whole() questions!: number;
  @Instant({ nullable: true }) scoredAt!: string | null;
  @Uuid({ nullable: true, description: 'The assessment that the score is of' })
  scoredAssessmentId!: string | null;
  @Flag({ description: 'Asked anew since: the score is of the assessment before' }) earlierScore!: boolean;
}

export class PortfolioResponse {
  @ListOf(() => PortfolioItemResponse) items!: PortfolioItemResponse[];
  @Text({ nullable: true }) next!: string | null;
}

export class PortfolioGradeResponse {
  @OneOf(grades) grade!: (typeof grades)[number];
  @Decimal({ description: 'A risk in percent below it has the grade' }) max!: number;
}

export class PortfolioThemeResponse {
  @Text() code!: string;
  @Nested(() => LocalisedResponse) title!: LocalisedResponse;
}

export class PortfolioKnockoutResponse {
  @Text() id!: string;
  @Nested(() => LocalisedResponse, { description: 'A few words' }) name!: LocalisedResponse;
  @OneOf(knockoutStates) state!: (typeof knockoutStates)[number];
  @Whole() count!: number;
  @Nested(() => LocalisedResponse) text!: LocalisedResponse;
}

export class KnockoutThemesResponse {
  @Text() id!: string;
  @Nested(() => LocalisedResponse) name!: LocalisedResponse;
  @Json({
    description: 'Codes of the themes whose questions trigger it',
    schema: { type: 'array', items: { type: 'string' } },
  })
  themes!: string[];
}

export class DeadlineResponse {
  @Uuid() assessmentId!: string;
  @Uuid() engagementId!: string;
  @Text() supplierName!: string;
  @Text() engagementName!: string;
  @Day() dueOn!: string;
  @OneOf(standingStatuses) status!: (typeof standingStatuses)[number];
}

export class PortfolioQuarterResponse {
  @Day({ description: 'Its first day' }) quarter!: string;
  @Day({ description: 'Its last day, of which the grades are' }) endsOn!: string;
  @Json({ description: 'Grade to number of engagements', schema: counts }) grades!: Record<string, number>;
}

export class PortfolioSummaryResponse {
  @Whole() engagements!: number;
  @Whole({ description: 'With a score' }) scored!: number;
  @Json({ description: 'Grade to number of engagements', schema: counts }) grades!: Record<string, number>;
  @Json({ description: 'Status to number of engagements', schema: counts }) statuses!: Record<string, number>;
  @Json({ description: 'Inherent tier to number of engagements', schema: counts }) tiers!: Record<
    string,
    number
  >;
  @Whole({ description: 'Engagements with an unlawful set-up' }) unlawful!: number;
  @Whole({ description: 'Engagements with a knock-out that is not demonstrated' }) undemonstrated!: number;
  @Whole({ description: 'Engagements with a proved knock-out' }) proved!: number;
  @Whole({ description: 'The supplier owes an answer' }) awaited!: number;
  @Whole({ description: 'Submitted, and not yet reviewed to the end' }) toReview!: number;
  @Whole() overdue!: number;
  @Json({ description: 'T1/A to number of engagements; T1/ has no score', schema: counts })
  tierGrades!: Record<string, number>;
  @Json({ description: '0-25/A, share proved and grade, to number of engagements', schema: counts })
  proofGrades!: Record<string, number>;
  @Json({ description: 'How scores moved since the end of the quarter before', schema: counts })
  moves!: Record<string, number>;
  @ListOf(() => PortfolioQuarterResponse, { description: 'That are over, the oldest first' })
  quarters!: PortfolioQuarterResponse[];
  @ListOf(() => PortfolioKnockoutResponse) knockouts!: PortfolioKnockoutResponse[];
  @ListOf(() => KnockoutThemesResponse) knockoutThemes!: KnockoutThemesResponse[];
  @ListOf(() => DeadlineResponse) deadlines!: DeadlineResponse[];
  @ListOf(() => PortfolioGradeResponse) gradeLimits!: PortfolioGradeResponse[];
  @ListOf(() => PortfolioThemeResponse) themes!: PortfolioThemeResponse[];
}
