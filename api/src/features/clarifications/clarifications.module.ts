import { Module } from '@nestjs/common';
import { AssessmentsModule } from '../assessments/assessments.public.js';
import { ClarificationsController } from './clarifications.controller.js';
import { Clarifications } from './clarifications.service.js';
import { Correspondents } from './correspondents.service.js';

@Module({
  imports: [AssessmentsModule],
  controllers: [ClarificationsController],
  providers: [Clarifications, Correspondents],
  exports: [Clarifications, Correspondents],
})
export class ClarificationsModule {}
