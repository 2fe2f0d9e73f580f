import { Module } from '@nestjs/common';
import { QuestionnairesModule } from '../questionnaires/questionnaires.public.js';
import { ReviewsModule } from '../reviews/reviews.public.js';
import { CheckProofs } from './check-proofs.service.js';
import { CheckReviewsController } from './check-reviews.controller.js';
import { ChecksController } from './checks.controller.js';
import { Checks } from './checks.service.js';

@Module({
  imports: [QuestionnairesModule, ReviewsModule],
  controllers: [ChecksController, CheckReviewsController],
  providers: [Checks, CheckProofs],
})
export class ChecksModule {}
