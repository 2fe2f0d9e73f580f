import { Module } from '@nestjs/common';
import { ReviewsModule } from '../reviews/reviews.public.js';
import { IdenticalPieces } from './identical-pieces.service.js';
import { ReviewQueueController } from './review-queue.controller.js';
import { ReviewQueue } from './review-queue.service.js';
import { ReviewTimes } from './review-times.service.js';
import { Reviewers } from './reviewers.service.js';

@Module({
  imports: [ReviewsModule],
  controllers: [ReviewQueueController],
  providers: [ReviewQueue, Reviewers, ReviewTimes, IdenticalPieces],
})
export class ReviewQueueModule {}
