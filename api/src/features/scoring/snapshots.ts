import type { SnapshotMoment } from '@probant/shared/audit/assessment-events';
import type { SnapshotId } from '@probant/shared/ids';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import type { Grade } from '@probant/shared/questionnaires/document';
import type { Answers, Weights } from '@probant/shared/scoring/answer';
import type { ScoreResult } from '@probant/shared/scoring/score-assessment';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { toNumbers, type Scored, type ScoreNumbers } from './work-out.js';

/** With these and the version that it names, anybody works the score out again. */
export interface SnapshotInputs {
  readonly asOf: string;
  readonly context: Scored['facts']['context'];
  readonly answers: Answers;
  readonly weights: Weights;
  readonly submissionNumber: number;
  readonly unexamined: number;
  readonly undecided: readonly string[];
}

export interface SnapshotResult {
  readonly score: ScoreResult;
  readonly best: ScoreNumbers;
  readonly potential: ScoreNumbers;
}

export interface KeptSnapshot {
  readonly id: SnapshotId;
  readonly score: number | null;
  readonly grade: Grade | null;
}

/** Adds a snapshot with its event; PostgreSQL lets the application change none. */
export async function keepSnapshot(tx: Tx, scored: Scored, cause: SnapshotMoment): Promise<KeptSnapshot> {
  const { facts, version, profile, range } = scored;
  const id = newId<SnapshotId>();
  const { score, grade } = range.score;
  const inputs = toInputs(scored);
  const result = toResult(scored);
  await tx.query(
    `INSERT INTO score_snapshots (organisation_id, id, assessment_id, engagement_id, submission_id, cause, engine_version,
       rule_set, version_id, version_sha256, profile_id, score, grade, before_review, inputs, result, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      facts.organisationId,
      id,
      facts.assessmentId,
      facts.engagementId,
      facts.submissionId,
      cause,
      scored.engineVersion,
      scored.ruleSet,
      version.id,
      version.sha256,
      profile.profileId,
      score,
      grade,
      scored.beforeReview,
      JSON.stringify(inputs),
      JSON.stringify(result),
      scored.asOf,
    ],
  );
  await tx.record({
    kind: 'score-kept',
    assessmentId: facts.assessmentId,
    snapshotId: id,
    moment: cause,
    ...(score === null ? {} : { score }),
    ...(grade === null ? {} : { grade }),
    snapshotSha256: sha256(snapshotText(scored, inputs, result)),
  });
  return { id, score, grade };
}

/** The canonical text whose hash stands in the chain. */
export function snapshotText(scored: Scored, inputs: SnapshotInputs, result: SnapshotResult): string {
  const { engineVersion, ruleSet, version, profile } = scored;
  return canonicalJson({
    engineVersion,
    ruleSet,
    versionSha256: version.sha256,
    profileId: profile.profileId,
    inputs,
    result,
  });
}

export function toInputs({ facts, profile, asOf, answers, unexamined, undecided }: Scored): SnapshotInputs {
  return {
    asOf,
    context: facts.context,
    answers,
    weights: profile.weights,
    submissionNumber: facts.submission.number,
    unexamined,
    undecided,
  };
}

export function toResult({ range }: Scored): SnapshotResult {
  return { score: range.score, best: toNumbers(range.best), potential: toNumbers(range.potential) };
}
