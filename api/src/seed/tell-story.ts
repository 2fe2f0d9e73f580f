import type { Instant } from '@probant/shared/calendar';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import { snapshotText, toInputs, toResult } from '../features/scoring/snapshots.js';
import type { Scored } from '../features/scoring/work-out.js';
import { sha256 } from '../platform/hash/sha256.js';
import { inventChains, type Chains } from './invented-chain.js';
import type { Ground, InventedAssessment } from './invented-assessment.js';

export type Told = ReturnType<ReturnType<typeof inventChains>['rows']>[number];

export function causeOf(status: InventedAssessment['status']): 'submitted' | 'reviewed' | 'decided' {
  return status === 'reviewed' || status === 'decided' ? status : 'submitted';
}

/** By the grade alone, as a buyer in a hurry would. */
export function outcomeOf({ scored }: InventedAssessment): 'sign' | 'sign-with-conditions' | 'refuse' {
  const grade = scored?.range.score.grade ?? 'E';
  if (grade === 'E') return 'refuse';
  return grade === 'D' || grade === 'C' ? 'sign-with-conditions' : 'sign';
}

export const reason = "Jeu d'essai : décision tirée de la note.";

/** What happened, in the chains of both sides. */
export function tellStory({ buyer, version, now }: Ground, one: InventedAssessment): readonly Told[] {
  const { id: assessmentId, engagement, status, scored } = one;
  const { scope } = engagement.workspace;
  const story = inventChains(assessmentId, buyer.scope, scope);
  story.here(
    'buyer',
    {
      kind: 'assessment-sent',
      assessmentId,
      supplierName: engagement.supplierName,
      engagementName: engagement.name,
      recipient: engagement.contact.email,
      dueOn: one.dueOn,
      questionnaireSha256: version.sha256,
      contextSha256: sha256(canonicalJson(engagement.asked.context)),
    },
    one.sentAt,
  );
  const { actedAt: at } = one;
  if (status !== 'sent') {
    story.copyFirst(at);
    story.here(
      'supplier',
      { kind: 'workspace-chosen', assessmentId, created: false, organisationName: scope.organisationName },
      at,
    );
    story.both(
      'supplier',
      { kind: 'request-accepted', assessmentId, recipient: engagement.contact.email },
      at,
    );
  }
  if (status !== 'sent' && status !== 'opened')
    story.both('supplier', { kind: 'answering-started', assessmentId }, at);
  if (scored !== null) tellReview(story, one, scored, now);
  return story.rows();
}

/** From the submission to the decision, as far as the assessment went. */
function tellReview(story: Chains, one: InventedAssessment, scored: Scored, now: Instant): void {
  const { id: assessmentId, status, submission, actedAt: at } = one;
  if (submission === null) return;

  const { id: submissionId, sha256: submissionSha256, frozen } = submission;
  const counts = {
    answers: Object.keys(frozen.submission.answers).length,
    pieces: frozen.submission.pieces.length,
  };
  story.both(
    'supplier',
    { kind: 'submitted', assessmentId, submissionId, number: 1, submissionSha256, ...counts },
    at,
  );
  if (status !== 'submitted') story.here('buyer', { kind: 'review-started', assessmentId, number: 1 }, at);
  if (status === 'reviewed' || status === 'decided')
    story.here('buyer', { kind: 'reviewed', assessmentId, number: 1 }, at);
  if (status === 'decided') {
    const outcome = outcomeOf(one);
    const decided = { outcome, reason, gradeShared: false, snapshotId: one.snapshotId };
    story.both('buyer', { kind: 'decided', assessmentId, ...decided }, at);
  }
  const { score, grade } = scored.range.score;
  story.here(
    'buyer',
    {
      kind: 'score-kept',
      assessmentId,
      snapshotId: one.snapshotId,
      moment: causeOf(status),
      ...(score === null ? {} : { score }),
      ...(grade === null ? {} : { grade }),
      snapshotSha256: sha256(snapshotText(scored, toInputs(scored), toResult(scored))),
    },
    now,
  );
}
