import { Module } from '@nestjs/common';
import { AnswerHistory } from './answer-history.service.js';
import { AnswersController } from './answers.controller.js';
import { Answers } from './answers.service.js';
import { PartSheets } from './part-sheets.service.js';
import { Sheets } from './sheets.service.js';

@Module({
  controllers: [AnswersController],
  providers: [AnswerHistory, Answers, PartSheets, Sheets],
  exports: [PartSheets, Sheets],
})
export class AnswersModule {}
