export { AnswerReviews } from './answer-reviews.service.js';
export { Arrivals } from './arrivals.service.js';
export { holdReview } from './review-hold.js';
export { MeasuredProofs, type Measure } from './measured-proofs.service.js';
export { PieceReviews } from './piece-reviews.service.js';
export { ReviewNotices } from './review-notices.service.js';
export { AnswerReviewEntity, EvidenceReviewEntity, MeasuredProofEntity } from './reviews.entity.js';
export { ReviewsModule } from './reviews.module.js';
