import { Module } from '@nestjs/common';
import { CampaignsModule } from '../campaigns/campaigns.public.js';
import { ProfilesModule } from '../profiles/profiles.public.js';
import { QuestionnairesModule } from '../questionnaires/questionnaires.public.js';
import { AssessmentMover } from './assessment-mover.service.js';
import { DryRunJob } from './dry-run-job.js';
import { DryRuns } from './dry-runs.service.js';
import { MovePlans } from './move-plans.service.js';
import { MovesController } from './moves.controller.js';
import { MovesJob } from './moves-job.js';
import { VersionMoves } from './version-moves.service.js';

@Module({
  imports: [CampaignsModule, ProfilesModule, QuestionnairesModule],
  controllers: [MovesController],
  providers: [AssessmentMover, DryRunJob, DryRuns, MovePlans, MovesJob, VersionMoves],
  exports: [DryRunJob, MovePlans],
})
export class MovesModule {}
