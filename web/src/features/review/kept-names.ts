import type { Finding, Review } from './review-model.js';

type Assessment = Pick<Review, 'assessmentId'>;

// Under what each form of a review keeps what is typed and not sent: a question is left and come back to many times.

export function keptClaim(
  { assessmentId }: Assessment,
  questionId: string,
  decision: 'accepted' | 'refused',
): string {
  return `review/${assessmentId}/claim/${questionId}/${decision}`;
}

export function keptOverride({ assessmentId }: Assessment, questionId: string): string {
  return `review/${assessmentId}/override/${questionId}`;
}

export function keptWithdrawal({ assessmentId }: Assessment, questionId: string): string {
  return `review/${assessmentId}/withdrawal/${questionId}`;
}

export function keptRejection({ assessmentId }: Assessment, questionId: string, evidenceId: string): string {
  return `review/${assessmentId}/rejection/${questionId}/${evidenceId}`;
}

export function keptMessage({ assessmentId }: Assessment, questionId: string): string {
  return `review/${assessmentId}/message/${questionId}`;
}

/** What a reviewer may do with a finding beside its answer. */
export type FindingChange = 'closed' | 'open';

export function keptChange({ id }: Pick<Finding, 'id'>, wished: FindingChange): string {
  return `finding/${id}/${wished}`;
}
