import { Module } from '@nestjs/common';
import { ReviewsModule } from '../reviews/reviews.public.js';
import { SubmissionsController } from './submissions.controller.js';
import { Submissions } from './submissions.service.js';

@Module({
  imports: [ReviewsModule],
  controllers: [SubmissionsController],
  providers: [Submissions],
  exports: [Submissions],
})
export class SubmissionsModule {}
