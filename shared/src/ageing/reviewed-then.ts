import { judgedText } from '../assessments/judgement.js';
import { textInForce, withMeasures } from '../assessments/measured-proof.js';
import type { AnswerReview } from '../assessments/score-inputs.js';
import type { Submission } from '../assessments/submit.js';
import type { SubmissionId, WarningId } from '../ids.js';
import type { WarningContent } from '../warnings/warning.js';
import { withWarnings } from '../warnings/with-warnings.js';
import {
  placeOf,
  type Judged,
  type NamedPiece,
  type NamedSubmission,
  type Replayed,
  type Verdict,
} from './replay.js';

/** What never changes once it is there. */
export interface Frozen {
  readonly submissions: ReadonlyMap<SubmissionId, Submission>;
  /** Entries of the register that were taken as proof at some time. */
  readonly warnings: ReadonlyMap<WarningId, WarningContent>;
}

/** The submission with the review as it was then: what was judged on an answer that has changed since does not hold. */
export function reviewedThen(
  replayed: Replayed,
  { submissions, warnings }: Frozen,
): NamedSubmission | undefined {
  const submission = submissions.get(replayed.submissionId);
  if (submission === undefined) return undefined;
  const reviewIn = reviewer(submissions);
  const reviews = [...replayed.judgements].map(([id, judged]): [string, AnswerReview] => [
    id,
    reviewIn(submission, id, judged),
  ]);
  const said = { answers: submission.answers, reviews: Object.fromEntries(reviews) };
  const graded = [...replayed.warnings.values()].flatMap(({ warningId, questionId, level }) => {
    const content = warnings.get(warningId);
    return content === undefined ? [] : [{ questionId, level, content }];
  });
  const measured = [...replayed.measures.values()].flatMap(({ submissionId, judged, ...measure }) => {
    const seen = submissions.get(submissionId);
    if (seen === undefined) return [];
    const { questionId } = measure;
    const answerText = textInForce(seen.answers, questionId, reviewIn(seen, questionId, judged));
    return [{ ...measure, answerText }];
  });
  const pieces = withWarnings(piecesThen(submission, replayed.verdicts), said, graded);
  const verified = [...replayed.verifications.values()].flatMap(({ questionId, verification, on }) =>
    isSameAnswer(submissions, submission, questionId, on) ? [[questionId, verification] as const] : [],
  );
  return {
    ...said,
    pieces: withMeasures(pieces, said, measured, (text) => text),
    ...(verified.length === 0 ? {} : { verified: Object.fromEntries(verified) }),
  };
}

function isSameAnswer(
  submissions: Frozen['submissions'],
  submission: Submission,
  questionId: string,
  on: SubmissionId | undefined,
): boolean {
  const seen = on === undefined ? undefined : submissions.get(on);
  return (
    seen !== undefined && judgedText(seen.answers, questionId) === judgedText(submission.answers, questionId)
  );
}

/** What a judgement said of an answer, where it was said of the same answer. */
function reviewer(submissions: Frozen['submissions']) {
  return (submission: Submission, id: string, judged: Judged | undefined): AnswerReview => {
    const same = (on: SubmissionId | undefined): boolean => isSameAnswer(submissions, submission, id, on);
    return {
      ...(judged?.naAccepted !== undefined && same(judged.naOn)
        ? { notApplicable: judged.naAccepted ? ('accepted' as const) : ('refused' as const) }
        : {}),
      ...(judged?.override !== undefined && same(judged.overrideOn) ? { override: judged.override } : {}),
    };
  };
}

function piecesThen(
  { pieces }: Submission,
  verdicts: ReadonlyMap<string, Verdict>,
): Record<string, readonly NamedPiece[]> {
  const byQuestion: Record<string, NamedPiece[]> = {};
  for (const { id, name, questions, datedOn, expiresOn } of pieces) {
    for (const question of questions) {
      const verdict = verdicts.get(placeOf(question, id));
      (byQuestion[question] ??= []).push({
        id,
        name,
        ...(verdict ?? { verdict: 'unexamined' }),
        ...(datedOn === undefined ? {} : { datedOn }),
        ...(expiresOn === undefined ? {} : { expiresOn }),
      });
    }
  }
  return byQuestion;
}
