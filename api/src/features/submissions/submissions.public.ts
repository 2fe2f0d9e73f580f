export { Submissions } from './submissions.service.js';
export { SubmissionsModule } from './submissions.module.js';
