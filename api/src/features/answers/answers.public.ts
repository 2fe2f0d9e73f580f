export { AnswersModule } from './answers.module.js';
export {
  readAnswers,
  Sheets,
  toGivenAnswer,
  type CurrentAnswers,
  type OpenedSheet,
} from './sheets.service.js';
