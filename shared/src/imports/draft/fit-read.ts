import { isRecord } from '../../plain-text.js';
import type { ImportedQuestionnaire } from '../imported-questionnaire.js';
import { fitKeys } from './fit-keys.js';
import type { ReadImport } from './plan-draft.js';

/** What was read, as it is kept: keys that a questionnaire may have, and texts that a database takes. */
export function fitRead({ imported, document }: ReadImport): ReadImport {
  if (document !== undefined) return { imported: clean(imported), document: clean(document) };
  return { imported: withPlaces(fitKeys(clean(imported))) };
}

/** A place names one item: the second question of a cell is told from the first. */
function withPlaces(imported: ImportedQuestionnaire): ImportedQuestionnaire {
  const counts = new Map<string, number>();
  const questions = imported.questions.map((question) => {
    const count = (counts.get(question.where) ?? 0) + 1;
    counts.set(question.where, count);
    return count === 1 ? question : { ...question, where: `${question.where} (${count})` };
  });
  return { ...imported, questions };
}

// Without the flag `u`, each half of a pair is a sign of its own.
const nothing = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** No sign that stands for nothing: NUL, and halves of surrogate pairs. */
function clean<T>(value: T): T {
  const visit = (one: unknown): unknown => {
    if (typeof one === 'string') return one.replaceAll(nothing, '');
    if (Array.isArray(one)) return one.map(visit);
    if (!isRecord(one)) return one;
    return Object.fromEntries(
      Object.entries(one).map(([key, inside]) => [key.replaceAll(nothing, ''), visit(inside)]),
    );
  };
  return visit(value) as T;
}
