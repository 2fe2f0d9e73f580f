import { Module } from '@nestjs/common';
import { AssessmentList } from './assessment-list.service.js';
import { AssessmentReader } from './assessment-reader.service.js';
import { AssessmentsController } from './assessments.controller.js';
import { Assessments } from './assessments.service.js';
import { Recipients } from './recipients.service.js';

@Module({
  controllers: [AssessmentsController],
  providers: [Assessments, AssessmentList, AssessmentReader, Recipients],
  exports: [Assessments, Recipients],
})
export class AssessmentsModule {}
