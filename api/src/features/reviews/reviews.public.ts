export { AnswerReviews } from './answer-reviews.service.js';
export { Arrivals } from './arrivals.service.js';
export { holdReview } from './review-hold.js';
export { ReviewNotices } from './review-notices.service.js';
export { AnswerReviewEntity, EvidenceReviewEntity } from './reviews.entity.js';
export { ReviewsModule } from './reviews.module.js';
