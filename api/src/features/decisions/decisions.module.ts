import { Module } from '@nestjs/common';
import { ClarificationsModule } from '../clarifications/clarifications.public.js';
import { ReviewsModule } from '../reviews/reviews.public.js';
import { ScoringModule } from '../scoring/scoring.public.js';
import { DecisionNotices } from './decision-notices.service.js';
import { DecisionsController } from './decisions.controller.js';
import { Decisions } from './decisions.service.js';

@Module({
  imports: [ClarificationsModule, ReviewsModule, ScoringModule],
  controllers: [DecisionsController],
  providers: [Decisions, DecisionNotices],
})
export class DecisionsModule {}
