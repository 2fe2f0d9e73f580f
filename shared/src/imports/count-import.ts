import type { ImportedQuestionnaire } from './imported-questionnaire.js';

export interface ImportCounts {
  readonly sections: number;
  readonly questions: number;
  readonly options: number;
  readonly conditions: number;
}

export function countImport(imported: ImportedQuestionnaire): ImportCounts {
  const { sections, questions, conditionsRead } = imported;
  return {
    sections: sections.length,
    questions: questions.length,
    options: questions.reduce((sum, { options }) => sum + options.length, 0),
    conditions: conditionsRead ?? questions.filter(({ condition }) => condition !== undefined).length,
  };
}
