import type { Language, QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import type { FindLesson } from '../print/lessons.js';
import type { BoardFacts } from './read-board.js';

/** What a board report is printed from. */
export interface BoardPrint {
  readonly organisation: string;
  readonly language: Language;
  readonly at: Date;
  readonly facts: BoardFacts;
  readonly document: QuestionnaireDocument;
  readonly findLesson: FindLesson;
  /** The notice on amounts, printed wherever one is. */
  readonly notice: readonly string[];
}
