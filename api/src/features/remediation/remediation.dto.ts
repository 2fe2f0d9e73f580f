import { evidenceKinds } from '@probant/shared/evidence/kinds';
import { findingSides, findingStatuses, type FindingStatus } from '@probant/shared/findings/finding';
import { findingActs, type FindingAct, type Mover } from '@probant/shared/findings/lifecycle';
import { maxLengths } from '@probant/shared/limits';
import { evidenceLevels, severities, type EvidenceLevel } from '@probant/shared/questionnaires/document';
import {
  Day,
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
import { PageQuery, sortNames } from '../../platform/http/page.js';
import { FindingResponse, PlanResponse, PlanProposalResponse } from '../findings/findings.public.js';
import { LocalisedResponse } from '../library/library.public.js';

const revision = { description: 'Revision of the finding that was read' };

export class ProposePlanRequest {
  @Text({ min: 0, max: maxLengths.longText, description: 'What is to be done' }) action!: string;
  @Text({ min: 0, max: maxLengths.name }) owner!: string;
  @OneOf(findingSides, { description: 'On whose side the owner is' })
  ownerSide!: (typeof findingSides)[number];
  @Day() dueOn!: string;
  @Text({ min: 0, max: maxLengths.longText, description: 'What will prove it' }) proof!: string;
  @Whole(revision) revision!: number;
}

export class AgreePlanRequest {
  @Whole(revision) revision!: number;
}

/** An act with its reason: a plan declined, a correction announced, a proof found insufficient, a finding closed or reopened. */
export class FindingReasonRequest {
  @Text({ min: 0, max: maxLengths.longText }) reason!: string;
  @Whole(revision) revision!: number;
}

export class CommentRequest {
  @Text({ max: maxLengths.longText }) body!: string;
}

export class VerifyFindingRequest {
  @OneOf(evidenceLevels, { description: 'How strongly the correction is proven; E0 proves nothing' })
  level!: EvidenceLevel;
  @Json({ description: 'The answer as it is by now, of the type of the question' }) value!: unknown;
  @Day({ description: 'The day of what proves it' }) datedOn!: string;
  @Text({ min: 0, max: maxLengths.longText, description: 'What was seen; the supplier reads it' })
  reason!: string;
  @Whole(revision) revision!: number;
}

export class AskAcceptanceRequest {
  @Text({ min: 0, max: maxLengths.longText }) reason!: string;
  @Day({ description: 'The last day of the acceptance' }) until!: string;
  @Whole(revision) revision!: number;
}

export class DecideAcceptanceRequest {
  @Flag() accepted!: boolean;
  @Text({ min: 0, max: maxLengths.longText }) reason!: string;
  @Whole(revision) revision!: number;
}

export class FindingActResponse {
  @Whole() number!: number;
  @OneOf(findingActs) act!: FindingAct;
  @OneOf([...findingSides, 'product']) by!: Mover;
  @Text() authorName!: string;
  @Text({ min: 0 }) reason!: string;
  @OneOf(findingStatuses, { description: 'As the act left it' }) status!: FindingStatus;
  @Nested(() => PlanResponse, { nullable: true }) plan!: PlanResponse | null;
  @Nested(() => PlanProposalResponse, { nullable: true }) proposal!: PlanProposalResponse | null;
  @Day({ nullable: true }) acceptedUntil!: string | null;
  @Instant() at!: string;
}

export class FindingPieceResponse {
  @Uuid() evidenceId!: string;
  @Text() name!: string;
  @OneOf(Object.keys(evidenceKinds)) kind!: string;
  @Text() mediaType!: string;
  @Whole() bytes!: number;
  @Text() sha256!: string;
  @Text({ description: 'What looked at the file' }) scanEngine!: string;
  @Flag() scanPartial!: boolean;
  @Day({ nullable: true }) datedOn!: string | null;
  @Day({ nullable: true }) expiresOn!: string | null;
  @Text() attachedBy!: string;
  @Instant() attachedAt!: string;
}

export class FindingVerificationResponse {
  @Whole({ description: 'Of the act that it came with' }) number!: number;
  @OneOf(evidenceLevels) level!: EvidenceLevel;
  @Json() value!: unknown;
  @Day() datedOn!: string;
  @Text() byName!: string;
  @Instant() at!: string;
  @Flag({ description: 'The score counts it' }) stands!: boolean;
}

const acceptanceDecisions = ['accepted', 'refused', 'dropped'] as const;

export class AcceptanceResponse {
  @Whole({ description: 'Of the act by which it was asked for' }) number!: number;
  @Text() reason!: string;
  @Day() until!: string;
  @Text() askedByName!: string;
  @Instant() askedAt!: string;
  @Flag({ description: 'The reader asked for it, and so does not decide it' }) own!: boolean;
  @OneOf(acceptanceDecisions, { nullable: true, description: 'Nothing while it waits' })
  decision!: (typeof acceptanceDecisions)[number] | null;
  @Text({ min: 0 }) decisionReason!: string;
  @Text({ nullable: true }) decidedByName!: string | null;
  @Instant({ nullable: true }) decidedAt!: string | null;
}

/** A finding with everything that became of it, as the buyer reads it. */
export class FindingFileResponse extends FindingResponse {
  @Uuid() engagementId!: string;
  @Text() engagementName!: string;
  @Uuid() supplierId!: string;
  @Text() supplierName!: string;
  @Flag({ description: 'A workspace of the supplier is there to answer' }) hasCounterpart!: boolean;
  @SomeOf(findingActs, { description: 'What the reader may do now' }) possible!: FindingAct[];
  @Json({ nullable: true, description: 'The question as it was asked' }) question!: unknown;
  @Json({ nullable: true, description: 'What was answered' }) answer!: unknown;
  @ListOf(() => FindingActResponse, { description: 'Oldest first' }) acts!: FindingActResponse[];
  @ListOf(() => FindingPieceResponse) pieces!: FindingPieceResponse[];
  @ListOf(() => FindingVerificationResponse, { description: 'Oldest first' })
  verifications!: FindingVerificationResponse[];
  @ListOf(() => AcceptanceResponse, { description: 'Oldest first' }) acceptances!: AcceptanceResponse[];
}

export class FollowedFindingsQuery extends PageQuery {
  @Text({ optional: true, min: 0, max: maxLengths.search, description: 'In buyer, title or question' })
  search?: string;
  @OneOf([...findingStatuses, 'pending'], { optional: true }) status?: FindingStatus | 'pending';
  @OneOf(sortNames('dueOn', 'severity'), { optional: true }) sort?: string;
}

/** What the supplier reads of a finding in a list. */
export class FollowedFindingResponse {
  @Uuid() id!: string;
  @Uuid() assessmentId!: string;
  @Text() questionId!: string;
  @OneOf(severities) severity!: (typeof severities)[number];
  @OneOf(findingStatuses) status!: FindingStatus;
  @Nested(() => LocalisedResponse) text!: LocalisedResponse;
  @Nested(() => LocalisedResponse, { description: 'What would settle it' }) fix!: LocalisedResponse;
  @Nested(() => PlanResponse, { nullable: true }) plan!: PlanResponse | null;
  @Nested(() => PlanProposalResponse, { nullable: true }) proposal!: PlanProposalResponse | null;
  @Day({ nullable: true }) acceptedUntil!: string | null;
  @Flag() overdue!: boolean;
  @Text() buyerName!: string;
  @Text({ description: 'What the request was called' }) title!: string;
  @Whole() revision!: number;
}

export class FollowedFindingsResponse {
  @ListOf(() => FollowedFindingResponse) items!: FollowedFindingResponse[];
  @Text({ nullable: true }) next!: string | null;
  @Whole() total!: number;
}

export class FollowedFileResponse extends FollowedFindingResponse {
  @Nested(() => LocalisedResponse, { nullable: true, description: 'The question as it was asked' })
  questionText!: LocalisedResponse | null;
  @SomeOf(findingActs, { description: 'What the reader may do now' }) possible!: FindingAct[];
  @ListOf(() => FindingActResponse, { description: 'Oldest first' }) acts!: FindingActResponse[];
  @ListOf(() => FindingPieceResponse) pieces!: FindingPieceResponse[];
}
