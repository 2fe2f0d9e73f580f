export { AnswerLibraryModule } from './answer-library.module.js';
export { takeSubmissions } from './take-submissions.js';
