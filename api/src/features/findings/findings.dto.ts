import { findingOrigins, findingStatuses } from '@probant/shared/audit/assessment-events';
import { maxLengths } from '@probant/shared/limits';
import { severities } from '@probant/shared/questionnaires/document';
import { Flag, Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../platform/http/fields.js';
import { PageQuery, sortNames } from '../../platform/http/page.js';
import { LocalisedResponse } from '../library/library.public.js';

export class FindingsQuery extends PageQuery {
  @Text({
    optional: true,
    min: 0,
    max: maxLengths.search,
    description: 'In supplier, engagement or question',
  })
  search?: string;
  @OneOf(severities, { optional: true }) severity?: (typeof severities)[number];
  @OneOf(findingStatuses, { optional: true }) status?: (typeof findingStatuses)[number];
  @Uuid({ optional: true }) supplierId?: string;
  @Uuid({ optional: true }) engagementId?: string;
  @OneOf(sortNames('severity', 'raisedAt', 'supplier'), { optional: true }) sort?: string;
}

export class SupplierFindingResponse {
  @Text() questionId!: string;
  @OneOf(severities) severity!: (typeof severities)[number];
  @OneOf(findingStatuses) status!: (typeof findingStatuses)[number];
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

export class ChangeFindingRequest {
  @OneOf(findingStatuses) status!: (typeof findingStatuses)[number];
  @Text({ min: 0, max: maxLengths.longText }) reason!: string;
  @Whole({ description: 'Revision of the finding that was read' }) revision!: number;
}
