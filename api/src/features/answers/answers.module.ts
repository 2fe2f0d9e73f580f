import { Module } from '@nestjs/common';
import { AnswerHistory } from './answer-history.service.js';
import { AnswersController } from './answers.controller.js';
import { Answers } from './answers.service.js';
import { Sheets } from './sheets.service.js';

@Module({ controllers: [AnswersController], providers: [AnswerHistory, Answers, Sheets], exports: [Sheets] })
export class AnswersModule {}
