import type { Localised, QuestionnaireDocument } from '../questionnaires/document.js';
import { findImprovements, type ImprovementStep } from '../scoring/improvements.js';

/** What a supplier is told would help its score: a question in words, and how far in three steps. */
export interface ToldImprovement {
  readonly questionId: string;
  readonly label: Localised;
  readonly step: ImprovementStep;
}

export function toldImprovements(
  document: QuestionnaireDocument,
  input: Parameters<typeof findImprovements>[1],
): readonly ToldImprovement[] {
  const labels = new Map(
    document.themes.flatMap(({ questions }) => questions.map(({ id, short, text }) => [id, short ?? text])),
  );
  return findImprovements(document, input).flatMap(({ questionId, step }) => {
    const label = labels.get(questionId);
    return label === undefined ? [] : [{ questionId, label: { fr: label.fr, en: label.en }, step }];
  });
}
