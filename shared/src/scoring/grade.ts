import type { Grade, QuestionnaireDocument } from '../questionnaires/document.js';

/** The first grade whose limit lies above the unrounded score. */
export function gradeOf(document: Pick<QuestionnaireDocument, 'grades'>, score: number): Grade {
  const grade = document.grades.find(({ max }) => score < max) ?? document.grades.at(-1);
  if (grade === undefined) throw new RangeError('the document has no grades');
  return grade.grade;
}
