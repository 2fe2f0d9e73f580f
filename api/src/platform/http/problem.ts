import type { Decision, Refusal } from '@probant/shared/decision';

/** Thrown to end a request with a problem; the filter writes it as problem+json in the reader's language. */
export class ProblemError extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
    this.name = 'ProblemError';
  }
}

export function fail(code: Refusal['code'], more: Omit<Refusal, 'code'> = {}): never {
  throw new ProblemError({ code, ...more });
}

/** The value of an accepted decision; a refused one ends the request with its problem. */
export function accepted<T>(decision: Decision<T>): T {
  if (decision.accepted) return decision.value;
  throw new ProblemError(decision.refusal);
}

/** The row that was found; not yours and not there look the same from outside. */
export function found<T>(row: T | null | undefined): T {
  return row ?? fail('not-found');
}
