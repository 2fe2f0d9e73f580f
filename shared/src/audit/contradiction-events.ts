import type { AssessmentId, ClarificationId, ContradictionActId } from '../ids.js';

type Act<K extends string, More = unknown> = {
  readonly kind: K;
  readonly assessmentId: AssessmentId;
  readonly questionId: string;
  readonly actId: ContradictionActId;
  /** Of the rule and what it is about. */
  readonly contradiction: string;
  readonly fingerprint: string;
  /** Both facts as they were shown, with the reason where there is one. */
  readonly actSha256: string;
} & More;

/** What the buyer makes of facts that contradict each other; in its own chain alone. */
export type ContradictionEvent =
  | Act<'contradiction-asked', { readonly clarificationId: ClarificationId }>
  | Act<'contradiction-set-aside', { readonly reason: string }>
  | Act<'contradiction-reopened', { readonly reason: string }>;
