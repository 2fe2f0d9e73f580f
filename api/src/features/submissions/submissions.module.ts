import { Module } from '@nestjs/common';
import { ExportsModule } from '../exports/exports.public.js';
import { ReviewsModule } from '../reviews/reviews.public.js';
import { ChangesController } from './changes.controller.js';
import { Changes } from './changes.service.js';
import { SubmissionExports } from './submission-exports.js';
import { SubmissionNotices } from './submission-notices.service.js';
import { SubmissionsController } from './submissions.controller.js';
import { Submissions } from './submissions.service.js';

@Module({
  imports: [ExportsModule, ReviewsModule],
  controllers: [ChangesController, SubmissionsController],
  providers: [Changes, Submissions, SubmissionNotices, SubmissionExports],
  exports: [Submissions],
})
export class SubmissionsModule {}
