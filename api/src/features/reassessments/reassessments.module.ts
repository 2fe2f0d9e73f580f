import { Module } from '@nestjs/common';
import { CampaignsModule } from '../campaigns/campaigns.public.js';
import { MovesModule } from '../moves/moves.public.js';
import { QuestionnairesModule } from '../questionnaires/questionnaires.public.js';
import { Carries } from './carries.service.js';
import { CarryPlanner } from './carry-planner.service.js';
import { DueReassessments } from './due-reassessments.service.js';
import { ReassessmentRules } from './reassessment-rules.service.js';
import { ReassessmentSender } from './reassessment-sender.service.js';
import { ReassessmentsController } from './reassessments.controller.js';
import { Reassessments } from './reassessments.service.js';

@Module({
  imports: [CampaignsModule, MovesModule, QuestionnairesModule],
  controllers: [ReassessmentsController],
  providers: [
    ...[Carries, CarryPlanner, DueReassessments],
    ...[ReassessmentRules, Reassessments, ReassessmentSender],
  ],
})
export class ReassessmentsModule {}
