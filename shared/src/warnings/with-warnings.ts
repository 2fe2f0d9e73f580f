import type { NamedSubmission } from '../ageing/replay.js';
import { findGiven } from '../answers/given-answer.js';
import { parisDay } from '../calendar.js';
import type { EvidenceLevel } from '../questionnaires/document.js';
import { provesAnswer } from './proofs.js';
import type { WarningContent } from './warning.js';

/** An entry of the register that a reviewer took as proof of an answer. */
export interface GradedWarning {
  readonly questionId: string;
  readonly level: EvidenceLevel;
  readonly content: WarningContent;
}

/** Beside the pieces of the answers that they still prove: one that was changed since is proved no more. */
export function withWarnings(
  pieces: NamedSubmission['pieces'],
  { answers, reviews }: Pick<NamedSubmission, 'answers' | 'reviews'>,
  graded: readonly GradedWarning[],
): NamedSubmission['pieces'] {
  const all = { ...pieces };
  for (const { questionId, level, content } of graded) {
    const counted = reviews[questionId]?.override ?? findGiven(answers, questionId);
    const value = counted?.state === 'answered' ? counted.value : undefined;
    if (!provesAnswer(questionId, content, value)) continue;
    const datedOn = content.received?.on ?? parisDay(content.signedAt);
    const piece = { id: content.id, name: content.subject, verdict: 'accepted', level, datedOn } as const;
    all[questionId] = [...(all[questionId] ?? []), piece];
  }
  return all;
}
