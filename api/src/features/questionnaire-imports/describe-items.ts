import { lacksOf, tellCondition } from '@probant/shared/imports/draft/tell-item';
import type { ReadImport } from '@probant/shared/imports/draft/plan-draft';
import { toInheritRules } from '@probant/shared/imports/draft/inherit-rules';
import type { ImportItemsResponse } from './questionnaire-imports.dto.js';

/** Every item of a file, with what was guessed of it and what it lacks. */
export function describeItems({ imported, document }: ReadImport): ImportItemsResponse {
  const byKey = new Map(imported.questions.map((question) => [question.key, question]));
  return {
    sections: [...imported.sections],
    items: imported.questions.map((question) => {
      const { condition, guessed, options, groups, references, ...item } = question;
      const unconditioned = condition !== undefined && toInheritRules(condition, byKey) === undefined;
      return {
        ...item,
        options: [...options],
        groups: [...groups],
        references: [...references],
        condition: tellCondition(question, byKey),
        guessed: [...guessed],
        // A file of ours says everything that it is meant to; what is wrong with it is among its warnings.
        lacks: document === undefined ? [...lacksOf(question, unconditioned)] : [],
      };
    }),
    warnings: [...imported.warnings],
  };
}
