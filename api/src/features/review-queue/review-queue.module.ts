import { Module } from '@nestjs/common';
import { ExportsModule } from '../exports/exports.public.js';
import { ReviewsModule } from '../reviews/reviews.public.js';
import { IdenticalPieces } from './identical-pieces.service.js';
import { QueueExports } from './queue-exports.js';
import { ReviewQueueController } from './review-queue.controller.js';
import { ReviewQueue } from './review-queue.service.js';
import { ReviewTimes } from './review-times.service.js';
import { Reviewers } from './reviewers.service.js';

@Module({
  imports: [ExportsModule, ReviewsModule],
  controllers: [ReviewQueueController],
  providers: [ReviewQueue, QueueExports, Reviewers, ReviewTimes, IdenticalPieces],
})
export class ReviewQueueModule {}
