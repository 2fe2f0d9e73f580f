export { DryRunJob } from './dry-run-job.js';
export { MovePlans } from './move-plans.service.js';
export { QuestionChangeResponse } from './moves.dto.js';
export { MovesModule } from './moves.module.js';
