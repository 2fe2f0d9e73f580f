import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.public.js';
import { ClarificationsController } from './clarifications.controller.js';
import { Clarifications } from './clarifications.service.js';
import { MessageFiles } from './message-files.service.js';
import { ThreadMarks } from './thread-marks.service.js';
import { ThreadMarksController } from './thread-marks.controller.js';
import { Correspondents } from './correspondents.service.js';

@Module({
  imports: [AssessmentsModule],
  controllers: [ClarificationsController, ThreadMarksController],
  providers: [Clarifications, Correspondents, MessageFiles, ThreadMarks],
  exports: [Clarifications, Correspondents],
})
export class ClarificationsModule {}
