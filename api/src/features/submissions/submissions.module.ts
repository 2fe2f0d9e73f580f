import { Module } from '@nestjs/common';
import { SubmissionsController } from './submissions.controller.js';
import { Submissions } from './submissions.service.js';

@Module({
  controllers: [SubmissionsController],
  providers: [Submissions],
  exports: [Submissions],
})
export class SubmissionsModule {}
