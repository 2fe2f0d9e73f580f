import type { ObligationSource } from './obligation-source.js';
import { readAnnouncedChanges } from './read-announced-changes.js';
import { readAssessmentDates } from './read-assessment-dates.js';
import { readCertificateDates } from './read-certificate-dates.js';
import { readContractDates } from './read-contract-dates.js';
import { readDrillDates } from './read-drill-dates.js';
import { readFindingDates } from './read-finding-dates.js';
import { readIncidentDates } from './read-incident-dates.js';
import { readNoticeDates } from './read-notice-dates.js';
import { readPatchReportDates } from './read-patch-report-dates.js';
import { readPieceDates } from './read-piece-dates.js';
import { readReassessments } from './read-reassessments.js';
import { readWarningDates } from './read-warning-dates.js';

/**
 * Where dates come from. One more source is a line here, its kinds in shared/obligations/kinds.ts, and a migration in which
 * the calendar follows its table.
 */
export const obligationSources: readonly ObligationSource[] = [
  readContractDates,
  readAnnouncedChanges,
  readAssessmentDates,
  readPieceDates,
  readCertificateDates,
  readDrillDates,
  readPatchReportDates,
  readNoticeDates,
  readIncidentDates,
  readWarningDates,
  readFindingDates,
  readReassessments,
];
