import type { ImportWarning } from '../imported-questionnaire.js';
import type { Asked, AskedBy } from './condition-words.js';
import { findNumber, type ReadQuestion } from './sheet-question.js';
import { warning } from './warn.js';

type Keyed = ReadQuestion & { readonly key: string };

/** Numbers often start again in each section or sheet: a condition means the nearest question of its number. */
export function nameQuestions(questions: readonly Keyed[]): (from: Keyed) => AskedBy {
  const byNumber = gather(questions, ({ number, key }) => findNumber(number === '' ? key : number));
  return (from) => (number) => {
    const all = byNumber.get(number) ?? [];
    const onSheet = all.filter(({ sheet }) => sheet === from.sheet);
    const inSection = onSheet.filter(({ section }) => section === from.section);
    const near = [inSection, onSheet, all].find(({ length }) => length > 0) ?? [];
    const [only] = near;
    return only === undefined || near.length > 1 ? undefined : toAsked(only);
  };
}

function toAsked({ key, question }: Keyed): Asked {
  return { key, options: question.options };
}

/** A number that comes again, told once a sheet: a spreadsheet program also makes 1.1 of 1.10. */
export function tellRenamed(questions: readonly Keyed[]): readonly ImportWarning[] {
  const renamed = gather(
    questions.filter(({ number, key }) => number !== '' && number !== key),
    ({ sheet }) => sheet,
  );
  return [...renamed.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { number, key, question } = first;
    const count = others.length + 1;
    return [
      warning(
        question.where,
        `Le numéro « ${number} » est déjà pris : cette question est lue sous « ${key} » (numéros répétés sur cette feuille : ${count}).`,
        `The number "${number}" is taken already: this question is read as "${key}" (numbers repeated on this sheet: ${count}).`,
      ),
    ];
  });
}

function gather(
  questions: readonly Keyed[],
  by: (one: Keyed) => string,
): ReadonlyMap<string, readonly Keyed[]> {
  const groups = new Map<string, Keyed[]>();
  for (const one of questions) {
    const group = groups.get(by(one)) ?? [];
    group.push(one);
    groups.set(by(one), group);
  }
  return groups;
}
