import { findingOrigins } from '@probant/shared/audit/assessment-events';
import { findingSides, findingStatuses, type FindingStatus } from '@probant/shared/findings/finding';
import { maxLengths } from '@probant/shared/limits';
import { severities } from '@probant/shared/questionnaires/document';
import {
  Day,
  Flag,
  Instant,
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

/** `soon`: within thirty days. */
export const dueFilters = ['overdue', 'soon', 'none'] as const;

export const awaitedFilters = ['agreement', 'acceptance'] as const;

export class FindingsQuery extends PageQuery {
  @Text({
    optional: true,
    min: 0,
    max: maxLengths.search,
    description: 'In supplier, engagement or question',
  })
  search?: string;
  @OneOf(severities, { optional: true }) severity?: (typeof severities)[number];
  @OneOf([...findingStatuses, 'pending'], {
    optional: true,
    description: '`pending`: somebody is still expected to act',
  })
  status?: FindingStatus | 'pending';
  @OneOf(awaitedFilters, {
    optional: true,
    description:
      'What is waited for: agreement to a plan of the supplier, or the acceptance of a risk that somebody else asked for',
  })
  awaits?: (typeof awaitedFilters)[number];
  @OneOf(dueFilters, { optional: true, description: 'Of the plan agreed' }) due?: (typeof dueFilters)[number];
  @Text({ optional: true, max: maxLengths.key }) lesson?: string;
  @Text({ optional: true, max: maxLengths.name, description: 'Whoever the plan agreed names' })
  owner?: string;
  @Uuid({ optional: true }) supplierId?: string;
  @Uuid({ optional: true }) engagementId?: string;
  @OneOf(sortNames('severity', 'raisedAt', 'supplier', 'dueOn'), { optional: true }) sort?: string;
}

export class PlanResponse {
  @Text({ description: 'What is to be done' }) action!: string;
  @Text() owner!: string;
  @OneOf(findingSides, { description: 'On whose side the owner is' })
  ownerSide!: (typeof findingSides)[number];
  @Day() dueOn!: string;
  @Text({ description: 'What will prove it' }) proof!: string;
}

export class PlanProposalResponse extends PlanResponse {
  @OneOf(findingSides) by!: (typeof findingSides)[number];
}

export class SupplierFindingResponse {
  @Text() questionId!: string;
  @OneOf(severities) severity!: (typeof severities)[number];
  @OneOf(findingStatuses) status!: FindingStatus;
  @Nested(() => LocalisedResponse) text!: LocalisedResponse;
  @Nested(() => LocalisedResponse, { description: 'What would settle it' }) fix!: LocalisedResponse;
}

export class SupplierFindingsResponse {
  @ListOf(() => SupplierFindingResponse) items!: SupplierFindingResponse[];
}

export class FindingResponse extends SupplierFindingResponse {
  @Uuid() id!: string;
  @Uuid() assessmentId!: string;
  @OneOf(findingOrigins, { description: 'What called for it' }) origin!: (typeof findingOrigins)[number];
  @Instant() raisedAt!: string;
  @Texts({ max: 1000, description: 'What teaches that it matters' }) lessons!: string[];
  @Nested(() => PlanResponse, { nullable: true, description: 'As both sides agreed it' })
  plan!: PlanResponse | null;
  @Nested(() => PlanProposalResponse, { nullable: true, description: 'Waits for the other side' })
  proposal!: PlanProposalResponse | null;
  @Day({ nullable: true, description: 'The last day of a risk that is accepted' }) acceptedUntil!:
    string | null;
  @Flag({ description: 'The plan agreed is late' }) overdue!: boolean;
  @Flag({ description: 'The supplier has been shown it' }) shared!: boolean;
  @Text({ min: 0 }) closingReason!: string;
  @Flag({ description: 'Closed because the answer no longer calls for it' }) closedByAnswer!: boolean;
  @Text({ nullable: true }) closedByName!: string | null;
  @Instant({ nullable: true }) closedAt!: string | null;
  @Whole() revision!: number;
}

export class FindingsResponse {
  @ListOf(() => FindingResponse, { description: 'In the order of the questionnaire' })
  items!: FindingResponse[];
}

export class ListedFindingResponse extends FindingResponse {
  @Uuid() engagementId!: string;
  @Text() engagementName!: string;
  @Uuid() supplierId!: string;
  @Text() supplierName!: string;
}

export class FindingListResponse {
  @ListOf(() => ListedFindingResponse) items!: ListedFindingResponse[];
  @Text({ nullable: true }) next!: string | null;
  @Whole() total!: number;
}

export class FindingFiltersResponse {
  @Texts({ max: 1000, description: 'Whom the plans agreed name' }) owners!: string[];
  @Texts({ max: 1000, description: 'Ids of the lessons that findings cite' }) lessons!: string[];
}
