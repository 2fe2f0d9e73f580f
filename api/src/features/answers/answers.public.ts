export { AnswersModule } from './answers.module.js';
export { readAnswers, Sheets, toGivenAnswer } from './sheets.service.js';
