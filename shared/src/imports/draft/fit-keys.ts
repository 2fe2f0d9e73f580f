import { maxLengths } from '../../limits.js';
import type {
  ImportedCondition,
  ImportedQuestion,
  ImportedQuestionnaire,
} from '../imported-questionnaire.js';

/** Room for the number that tells two keys apart. */
const longestStem = maxLengths.key - 6;

/** The keys of a file as a questionnaire may have them: no accent, no space, and none twice even in another case. */
export function fitKeys(imported: ImportedQuestionnaire): ImportedQuestionnaire {
  const sections = renaming(
    imported.sections.map(({ key }) => key),
    's',
  );
  const questions = renaming(
    imported.questions.map(({ key }) => key),
    'q',
  );
  const options = new Map(
    imported.questions.map(({ key, options: own }) => [
      key,
      renaming(
        own.map((option) => option.key),
        'o',
      ),
    ]),
  );
  const fitCondition = (condition: ImportedCondition): ImportedCondition => {
    if ('all' in condition) return { all: condition.all.map(fitCondition) };
    if ('any' in condition) return { any: condition.any.map(fitCondition) };
    if ('not' in condition) return { not: fitCondition(condition.not) };
    const { q, option } = condition;
    return { q: questions.get(q) ?? q, option: options.get(q)?.get(option) ?? option };
  };
  const fitQuestion = (question: ImportedQuestion): ImportedQuestion => ({
    ...question,
    key: questions.get(question.key) ?? question.key,
    section: sections.get(question.section) ?? question.section,
    options: question.options.map((option) => ({
      ...option,
      key: options.get(question.key)?.get(option.key) ?? option.key,
    })),
    ...(question.condition === undefined ? {} : { condition: fitCondition(question.condition) }),
  });
  return {
    ...imported,
    sections: imported.sections.map((section) => ({
      ...section,
      key: sections.get(section.key) ?? section.key,
    })),
    questions: imported.questions.map(fitQuestion),
  };
}

/** Keys that are fit as they stand keep theirs before any other is fitted. */
function renaming(keys: readonly string[], before: string): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  const taken = new Set<string>();
  const give = (key: string, wanted: string): void => {
    let given = wanted;
    for (let number = 2; taken.has(given.toLowerCase()); number += 1) given = `${wanted}-${number}`;
    taken.add(given.toLowerCase());
    renamed.set(key, given);
  };
  for (const key of keys) if (isFit(key) && !taken.has(key.toLowerCase())) give(key, key);
  for (const key of keys) if (!renamed.has(key)) give(key, stemOf(key, before));
  return renamed;
}

function isFit(key: string): boolean {
  return key.length <= maxLengths.key && /^[A-Za-z][A-Za-z0-9._-]*$/u.test(key);
}

/** What a URN ends with names the thing; the rest names the file. A key starts with a letter. */
function stemOf(key: string, before: string): string {
  const named = key.startsWith('urn:') ? (/[^:]*$/u.exec(key)?.[0] ?? key) : key;
  const plain = named
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9._-]+/gu, '-')
    .replaceAll(/^[^A-Za-z0-9]+|-+$/gu, '')
    .slice(0, longestStem);
  return /^[A-Za-z]/u.test(plain) ? plain : `${before}${plain}`;
}
