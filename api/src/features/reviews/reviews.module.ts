import { Module } from '@nestjs/common';
import { ClarificationsModule } from '../clarifications/clarifications.public.js';
import { FindingsModule } from '../findings/findings.public.js';
import { ScoringModule } from '../scoring/scoring.public.js';
import { AnswerReviews } from './answer-reviews.service.js';
import { Arrivals } from './arrivals.service.js';
import { MeasuredProofs } from './measured-proofs.service.js';
import { PieceReviews } from './piece-reviews.service.js';
import { ReviewActs } from './review-acts.service.js';
import { ReviewNotices } from './review-notices.service.js';
import { ReviewReader } from './review-reader.service.js';
import { ReviewWriting } from './review-writing.service.js';
import { ReviewsController } from './reviews.controller.js';
import { ShownReviewsController } from './shown-reviews.controller.js';
import { SubmittedPieces } from './submitted-pieces.service.js';

@Module({
  imports: [ClarificationsModule, FindingsModule, ScoringModule],
  controllers: [ReviewsController, ShownReviewsController],
  providers: [
    AnswerReviews,
    Arrivals,
    MeasuredProofs,
    PieceReviews,
    ReviewActs,
    ReviewNotices,
    ReviewReader,
    ReviewWriting,
    SubmittedPieces,
  ],
  exports: [AnswerReviews, Arrivals, MeasuredProofs, PieceReviews, ReviewNotices],
})
export class ReviewsModule {}
