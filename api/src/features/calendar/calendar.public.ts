export { ObligationMarkEntity } from './calendar.entity.js';
export { obligationColumns, open, type ObligationRow } from './calendar-list.js';
export { CalendarModule } from './calendar.module.js';
export { listDatedCertificates } from './read-certificate-dates.js';
export { readReassessments } from './read-reassessments.js';
export type { SourceBatch } from './obligation-source.js';
export { ObligationJobs } from './obligation-jobs.js';
export { Calendar } from './calendar.service.js';
