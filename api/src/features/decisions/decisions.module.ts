import { Module } from '@nestjs/common';
import { ClarificationsModule } from '../clarifications/clarifications.public.js';
import { FourEyesModule } from '../four-eyes/four-eyes.public.js';
import { QuestionnairesModule } from '../questionnaires/questionnaires.public.js';
import { ReviewsModule } from '../reviews/reviews.public.js';
import { ScoringModule } from '../scoring/scoring.public.js';
import { DecisionNotices } from './decision-notices.service.js';
import { DecisionRulesController } from './decision-rules.controller.js';
import { DecisionRules } from './decision-rules.service.js';
import { DecisionsController } from './decisions.controller.js';
import { Decisions } from './decisions.service.js';

@Module({
  imports: [ClarificationsModule, FourEyesModule, QuestionnairesModule, ReviewsModule, ScoringModule],
  controllers: [DecisionsController, DecisionRulesController],
  providers: [Decisions, DecisionNotices, DecisionRules],
})
export class DecisionsModule {}
