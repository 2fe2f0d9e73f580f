export { DueReassessments } from './due-reassessments.service.js';
export { openCarried } from './open-carried.js';
export { ReassessmentsModule } from './reassessments.module.js';
