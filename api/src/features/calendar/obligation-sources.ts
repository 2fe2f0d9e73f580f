import type { ObligationSource } from './obligation-source.js';
import { readAssessmentDates } from './read-assessment-dates.js';
import { readContractDates } from './read-contract-dates.js';
import { readPieceDates } from './read-piece-dates.js';

/**
 * Where dates come from. One more source is a line here, its kinds in shared/obligations/kinds.ts, and a migration in which
 * the calendar follows its table.
 */
export const obligationSources: readonly ObligationSource[] = [
  readContractDates,
  readAssessmentDates,
  readPieceDates,
];
