import { proofKinds, type ProofKind } from '@probant/shared/proof/manifest';
import { timestampProblems, type TimestampProblem } from '@probant/shared/proof/timestamp-problem';
import { Instant, ListOf, OneOf, Text, Uuid, Whole } from '../../platform/http/fields.js';
import { jobStates, type JobState } from '../../platform/jobs/job-kinds.js';

export class SealProofRequest {
  @OneOf(proofKinds, { description: '"request" is a supplier’s own export' }) kind!: ProofKind;
  @Uuid({ description: 'Of the engagement, or of the assessment' }) id!: string;
}

export class ProofFilesQuery {
  @Uuid({ optional: true }) engagementId?: string;
  @Uuid({ optional: true }) assessmentId?: string;
}

export class ProofFileResponse {
  @Uuid() id!: string;
  @OneOf(proofKinds) kind!: ProofKind;
  @Uuid({ description: 'Of the engagement, or of the assessment' }) subjectId!: string;
  @Text() title!: string;
  @Text() wantedByName!: string;
  @Instant() wantedAt!: string;
  @OneOf(jobStates) state!: JobState;
  @Whole({ description: 'Files written so far' }) done!: number;
  @Whole({ description: 'About how many there will be; 0 before it is known' }) total!: number;
  @Text({ nullable: true, description: 'Code of the problem that ended it' }) problem!: string | null;
  @Instant({ nullable: true }) sealedAt!: string | null;
  @Text({ nullable: true }) fileName!: string | null;
  @Whole({ nullable: true }) files!: number | null;
  @Whole({ nullable: true }) bytes!: number | null;
  @Text({ nullable: true, description: 'Of the whole archive' }) sha256!: string | null;
  @Text({ nullable: true }) manifestSha256!: string | null;
  @Text({ nullable: true, description: 'Of the key that signed; compare it by another way' })
  keyFingerprint!: string | null;
  @Instant({ nullable: true, description: 'By an authority of RFC 3161; null: none' })
  timestampedAt!: string | null;
  @OneOf(timestampProblems, {
    nullable: true,
    description: 'Why there is no timestamp; null where there is one, or where it was not kept',
  })
  timestampProblem!: TimestampProblem | null;
}

export class ProofFileListResponse {
  @ListOf(() => ProofFileResponse) items!: ProofFileResponse[];
}
