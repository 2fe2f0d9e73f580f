import { Module } from '@nestjs/common';
import { AnswersModule } from '../answers/answers.public.js';
import { ImportsModule } from '../imports/imports.public.js';
import { WorkbooksController } from './workbooks.controller.js';
import { Workbooks } from './workbooks.service.js';

@Module({
  imports: [AnswersModule, ImportsModule],
  controllers: [WorkbooksController],
  providers: [Workbooks],
})
export class WorkbooksModule {}
