/** Why a sealed file has no timestamp: no authority is configured, none answered, it refused, or its token does not hold. */
export const timestampProblems = ['not-configured', 'no-answer', 'refused', 'not-sound'] as const;
export type TimestampProblem = (typeof timestampProblems)[number];
