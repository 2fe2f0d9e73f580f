import type { Question } from '@probant/shared/questionnaires/document';

import type { Schema } from '../../platform/api/client.js';
import { isProblem } from '../../platform/api/problem.js';
import type { EditorProblem } from './editor/editor-context.js';

export type QuestionBody = Schema<'QuestionRequest'>;

/** As the API takes it: the points of a curve have names, and which knock-outs a question decides is not the author's to say. */
export function toQuestionBody(question: Question): QuestionBody {
  const named =
    'curve' in question ? { ...question, curve: question.curve.map(([x, risk]) => ({ x, risk })) } : question;
  const entries = Object.entries(named).filter(([key]) => key !== 'knockouts');
  // The document is read-only and the generated types are not; what they say is the same.
  return Object.fromEntries(entries) as unknown as QuestionBody;
}

/** What the API refuses of the question it was sent, by pointer into the question. */
export function refusedOfQuestion(error: unknown): readonly EditorProblem[] {
  if (!isProblem(error, 'invalid-input')) return [];
  return error.fields.flatMap((field) =>
    field.pointer.startsWith('/question/') ? [{ ...field, pointer: toDocumentPointer(field.pointer) }] : [],
  );
}

function toDocumentPointer(pointer: string): string {
  return pointer
    .slice('/question'.length)
    .replace(
      /^(\/curve\/\d+)\/(x|risk)$/,
      (_all, point: string, name: string) => `${point}/${name === 'x' ? 0 : 1}`,
    );
}

/** What a new question begins with. */
export const emptyQuestion: Question = {
  id: '',
  type: 'single',
  text: { fr: '', en: '' },
  weight: 3,
  evidence: { need: 'none', kinds: [] },
  notApplicable: false,
  knockouts: [],
  ref: [],
  severity: 'medium',
  options: [],
};
