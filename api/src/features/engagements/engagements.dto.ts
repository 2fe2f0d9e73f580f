import { assessmentStatuses } from '@probant/shared/assessments/lifecycle';
import { maxLengths } from '@probant/shared/limits';
import { grades, tiers, type EngagementContext } from '@probant/shared/questionnaires/document';
import type { ApiPropertyOptions } from '@nestjs/swagger';
import {
  Day,
  Decimal,
  Flag,
  Instant,
  Json,
  ListOf,
  Nested,
  OneOf,
  Text,
  Texts,
  Uuid,
  Whole,
} from '../../platform/http/fields.js';
import { PageQuery, sortNames } from '../../platform/http/page.js';
import { LocalisedResponse } from '../library/library.public.js';
import { shownStates, type ShownState } from '../suppliers/suppliers.public.js';

/** `none`: never asked. */
export const standingStatuses = ['none', ...assessmentStatuses] as const;

const contextSchema: ApiPropertyOptions = {
  type: 'object',
  additionalProperties: { oneOf: [{ type: 'boolean' }, { type: 'string' }] },
};

export class EngagementsQuery extends PageQuery {
  @Text({
    optional: true,
    min: 0,
    max: maxLengths.search,
    description: 'In the names of engagement and supplier',
  })
  search?: string;
  @Uuid({ optional: true }) supplierId?: string;
  @OneOf(tiers, { optional: true }) tier?: string;
  @OneOf([...grades, 'none'], { optional: true }) grade?: string;
  @OneOf(standingStatuses, { optional: true }) status?: string;
  @OneOf(shownStates, { optional: true }) state?: ShownState;
  @OneOf(sortNames('name', 'supplierName', 'score', 'updatedAt'), { optional: true }) sort?: string;
}

export class EngagementRequest {
  @Text({ max: maxLengths.name }) name!: string;
  @Text({ min: 0, max: maxLengths.longText }) description!: string;
  @Json({
    schema: contextSchema,
    description: 'Every fact of /api/engagement-context; one left out is refused',
  })
  context!: EngagementContext;
}

export class CreateEngagementRequest extends EngagementRequest {
  @Uuid() supplierId!: string;
}

export class ChangeEngagementRequest extends EngagementRequest {
  @Whole({ min: 1, description: 'The revision that was read' }) revision!: number;
}

/** Where the engagement stands today; read as the portfolio reads it. */
export class StandingResponse {
  @Uuid({ nullable: true }) assessmentId!: string | null;
  @OneOf(standingStatuses) status!: string;
  @Day({ nullable: true }) dueOn!: string | null;
  @Decimal({ nullable: true }) score!: number | null;
  @OneOf(grades, { nullable: true }) grade!: string | null;
  @Flag({ nullable: true }) beforeReview!: boolean | null;
  @Instant({ nullable: true }) scoredAt!: string | null;
  @Flag({ description: 'Asked anew since: the score is of the assessment before' }) earlierScore!: boolean;
  @Flag() unlawful!: boolean;
  @Flag() undemonstrated!: boolean;
}

export class EngagementSummaryResponse {
  @Uuid() id!: string;
  @Uuid() supplierId!: string;
  @Text() supplierName!: string;
  @Text() name!: string;
  @OneOf(tiers) tier!: string;
  @Whole() points!: number;
  @Flag() archived!: boolean;
  @Instant() updatedAt!: string;
  @Nested(() => StandingResponse) standing!: StandingResponse;
}

export class EngagementsResponse {
  @ListOf(() => EngagementSummaryResponse) items!: EngagementSummaryResponse[];
  @Text({ nullable: true }) next!: string | null;
  @Whole({ description: 'How many match, on all pages' }) total!: number;
}

export class TierTermResponse {
  @Text({ description: 'Key of the fact' }) key!: string;
  @Whole() points!: number;
}

export class TierArithmeticResponse {
  @ListOf(() => TierTermResponse, { description: 'They sum to the points' }) terms!: TierTermResponse[];
  @OneOf(tiers, { description: 'What the points alone give' }) tierOfPoints!: string;
  @Texts({ max: 100, description: 'Facts of the minimum that raised the tier; none when the points decide' })
  raisedBy!: string[];
}

export class EngagementResponse extends EngagementSummaryResponse {
  @Text() description!: string;
  @Json({ schema: contextSchema }) context!: EngagementContext;
  @Nested(() => TierArithmeticResponse) arithmetic!: TierArithmeticResponse;
  @Uuid({ nullable: true, description: 'The weight profile in place of the default one' })
  profileId!: string | null;
  @Flag({ description: 'Its supplier is archived: nothing changes until that is restored' })
  supplierArchived!: boolean;
  @Whole() revision!: number;
  @Instant() createdAt!: string;
}

export class ContextValueResponse {
  @Text() value!: string;
  @Whole() points!: number;
  @Nested(() => LocalisedResponse) label!: LocalisedResponse;
}

export class ContextFactResponse {
  @Text() key!: string;
  @OneOf(['bool', 'enum']) kind!: 'bool' | 'enum';
  @Nested(() => LocalisedResponse) label!: LocalisedResponse;
  @Nested(() => LocalisedResponse, { optional: true }) short?: LocalisedResponse;
  @Whole({ optional: true, description: 'Of a yes' }) points?: number;
  @ListOf(() => ContextValueResponse, { optional: true }) values?: ContextValueResponse[];
}

export class TierResponse {
  @OneOf(tiers) tier!: string;
  @Nested(() => LocalisedResponse) label!: LocalisedResponse;
  @Whole({ description: 'Points from which it applies' }) min!: number;
  @Decimal() exponent!: number;
}

export class TierMinimumResponse {
  @Json({ description: 'A condition on the facts: {ctx: {fact: value}}, or all, any, not of conditions' })
  when!: object;
  @OneOf(tiers) tier!: string;
}

export class EngagementContextResponse {
  @ListOf(() => ContextFactResponse) context!: ContextFactResponse[];
  @ListOf(() => TierResponse) tiers!: TierResponse[];
  @ListOf(() => TierMinimumResponse) tierMinimums!: TierMinimumResponse[];
}
