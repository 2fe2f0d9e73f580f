import type { Clause } from '@probant/shared/library/clause-library';
import type { Language, QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import type { FindLesson } from '../print/lessons.js';
import type { FileFacts } from './read-file.js';

/** What a supplier file is printed from. */
export interface FilePrint {
  readonly organisation: string;
  readonly language: Language;
  readonly at: Date;
  readonly today: string;
  readonly facts: FileFacts;
  /** The questionnaire that was answered, else the bank. */
  readonly document: QuestionnaireDocument;
  readonly clauses: readonly Clause[];
  readonly findLesson: FindLesson;
  readonly notice: readonly string[];
}
