import type { Language } from '../../questionnaires/document.js';
import type { ImportedCondition, ImportedQuestion } from '../imported-questionnaire.js';

const words = {
  fr: { and: ' et ', or: ' ou ', not: 'non ' },
  en: { and: ' and ', or: ' or ', not: 'not ' },
} as const;

/** What follows *if*: `A1 = Oui et (A2 ≠ Non ou A3 = Non)` */
export function condensed(
  condition: ImportedCondition,
  questions: ReadonlyMap<string, ImportedQuestion>,
  language: Language,
): string {
  const { and, or, not } = words[language];
  const part = (one: ImportedCondition): string => {
    const text = condensed(one, questions, language);
    return 'q' in one ? text : `(${text})`;
  };
  if ('all' in condition) return condition.all.map(part).join(and);
  if ('any' in condition) return condition.any.map(part).join(or);
  const said = ({ q, option }: Extract<ImportedCondition, { q: string }>, sign: string): string => {
    const label = questions.get(q)?.options.find(({ key }) => key === option)?.label;
    return `${q} ${sign} ${label?.[language] ?? label?.fr ?? label?.en ?? option}`;
  };
  if ('not' in condition)
    return 'q' in condition.not ? said(condition.not, '≠') : `${not}${part(condition.not)}`;
  return said(condition, '=');
}
