export { ObligationMarkEntity } from './calendar.entity.js';
export { CalendarModule } from './calendar.module.js';
export { ObligationJobs } from './obligation-jobs.js';
