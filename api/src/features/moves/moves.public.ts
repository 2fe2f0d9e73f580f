export { DryRunJob } from './dry-run-job.js';
export { MovesModule } from './moves.module.js';
