import { Module } from '@nestjs/common';
import { ExportsModule } from '../exports/exports.public.js';
import { AssessmentExports } from './assessment-exports.js';
import { AssessmentList } from './assessment-list.service.js';
import { AssessmentReader } from './assessment-reader.service.js';
import { AssessmentsController } from './assessments.controller.js';
import { Assessments } from './assessments.service.js';
import { HandReminders } from './hand-reminders.service.js';
import { Recipients } from './recipients.service.js';

@Module({
  imports: [ExportsModule],
  controllers: [AssessmentsController],
  providers: [Assessments, AssessmentList, AssessmentExports, AssessmentReader, HandReminders, Recipients],
  exports: [Assessments, HandReminders, Recipients],
})
export class AssessmentsModule {}
