import { assessmentStatuses } from '@probant/shared/assessments/lifecycle';
import { queueShares, type QueueShare } from '@probant/shared/assessments/queue-shares';
import { maxCounts, maxLengths } from '@probant/shared/limits';
import { evidenceLevels, grades, tiers } from '@probant/shared/questionnaires/document';
import {
  Day,
  Decimal,
  Flag,
  Instant,
  ListOf,
  Nested,
  OneOf,
  Pattern,
  Text,
  Uuid,
  Whole,
} from '../../platform/http/fields.js';
import { PageQuery, sortNames } from '../../platform/http/page.js';

const queueSorts = ['risk', 'dueOn', 'submittedAt'] as const;

export class ReviewQueueQuery extends PageQuery {
  @OneOf(queueShares, { optional: true, description: 'all when it is left out' })
  share?: QueueShare;
  @Text({ optional: true, min: 0, max: maxLengths.search, description: 'In supplier or engagement' })
  search?: string;
  @OneOf(sortNames(...queueSorts), {
    optional: true,
    description: '-risk: the worst grade, then the nearest day',
  })
  sort?: string;
}

export class ReviewerResponse {
  @Uuid() accountId!: string;
  @Text() name!: string;
}

export class QueuedReviewResponse {
  @Uuid() assessmentId!: string;
  @Uuid() engagementId!: string;
  @Text() engagementName!: string;
  @Text() supplierName!: string;
  @OneOf(tiers) tier!: (typeof tiers)[number];
  @OneOf(assessmentStatuses) status!: (typeof assessmentStatuses)[number];
  @Day() dueOn!: string;
  @Whole({ description: 'Of the submission' }) number!: number;
  @Instant() submittedAt!: string;
  @OneOf(grades, { nullable: true, description: 'null until the submission is scored' })
  grade!: (typeof grades)[number] | null;
  @Decimal({ nullable: true }) score!: number | null;
  @Flag({ description: 'A knock-out that is unlawful' }) unlawful!: boolean;
  @Whole({ description: 'Pieces beside a question that nobody has examined' }) unexamined!: number;
  @Whole({ description: 'Accepted by others and not confirmed; 0 where four eyes are not required' })
  toConfirm!: number;
  @Nested(() => ReviewerResponse, { nullable: true }) reviewer!: ReviewerResponse | null;
}

export class QueueCountsResponse {
  @Whole() mine!: number;
  @Whole() nobody!: number;
  @Whole() all!: number;
  @Whole() confirm!: number;
}

export class ReviewQueueResponse {
  @ListOf(() => QueuedReviewResponse) items!: QueuedReviewResponse[];
  @Text({ nullable: true }) next!: string | null;
  @Whole() total!: number;
  @Nested(() => QueueCountsResponse, { description: 'Whatever is searched' }) counts!: QueueCountsResponse;
  @ListOf(() => ReviewerResponse, { description: 'Members who may review, by name' })
  reviewers!: ReviewerResponse[];
}

export class AssignReviewerRequest {
  @Uuid({ nullable: true, description: 'null: nobody' }) accountId!: string | null;
  @Uuid({ nullable: true, description: 'Whom the caller saw there' }) before!: string | null;
}

export class AssignedReviewerResponse {
  @Nested(() => ReviewerResponse, { nullable: true }) reviewer!: ReviewerResponse | null;
}

export class ReviewWeekResponse {
  @Day({ description: 'Its Monday' }) weekOn!: string;
  @Whole({ description: 'Submissions first examined to the end: returned, or finished' }) reviewed!: number;
  @Decimal({ description: 'Hours from the submission' }) medianHours!: number;
  @Decimal() slowestHours!: number;
  @Uuid() slowestAssessmentId!: string;
  @Text() slowestSupplierName!: string;
}

export class ReviewTimesResponse {
  @ListOf(() => ReviewWeekResponse, { description: 'Weeks in which something was reviewed, the last first' })
  weeks!: ReviewWeekResponse[];
  @Whole({ description: 'Waiting now' }) waiting!: number;
  @Decimal({ nullable: true, description: 'Hours that the oldest of them has waited' })
  oldestHours!: number | null;
}

export class IdenticalPlaceResponse {
  @Uuid() assessmentId!: string;
  @Uuid() submissionId!: string;
  @Uuid() evidenceId!: string;
  @Text() questionId!: string;
  @Text() supplierName!: string;
  @Text() engagementName!: string;
  @Text({ description: 'Of the piece there' }) name!: string;
  @Day({ nullable: true }) datedOn!: string | null;
  @Day({ nullable: true }) expiresOn!: string | null;
}

export class IdenticalPieceResponse {
  @Text() sha256!: string;
  @Text() name!: string;
  @Text() mediaType!: string;
  @Whole() bytes!: number;
  @Whole({ description: 'Assessments in which it waits' }) assessments!: number;
  @ListOf(() => IdenticalPlaceResponse, { description: 'Where nobody has examined it yet' })
  places!: IdenticalPlaceResponse[];
}

export class IdenticalPiecesResponse {
  @ListOf(() => IdenticalPieceResponse, { description: 'Those in most places first' })
  items!: IdenticalPieceResponse[];
  @Whole({ description: 'Of all, also those that are not listed' }) total!: number;
}

export class AcceptPlaceRequest {
  @Uuid() assessmentId!: string;
  @Uuid() evidenceId!: string;
  @Text({ max: maxLengths.key }) questionId!: string;
}

export class AcceptedPlacesResponse {
  @Whole() accepted!: number;
  @Whole() assessments!: number;
}

export class AcceptIdenticalRequest {
  @Pattern(/^[0-9a-f]{64}$/, { otherwise: 'not-a-hash', description: 'Of the file that was looked at' })
  sha256!: string;
  @OneOf(evidenceLevels) level!: (typeof evidenceLevels)[number];
  @Text({ min: 0, max: maxLengths.longText }) note!: string;
  @ListOf(() => AcceptPlaceRequest, { min: 1, max: maxCounts.questionsPerVersion })
  places!: AcceptPlaceRequest[];
}
