import { counted } from '../words/numbers.js';
import type { Change, ChangeSubject } from './change.js';
import { groupChanges } from './diff-documents.js';
import type { Language, Localised } from './document.js';

const words = {
  fr: {
    none: 'Rien ne change.',
    change: 'changement',
    changes: 'changements',
    before: 'avant',
    after: 'après',
    theme: 'Thème',
    whole: 'Questionnaire',
  },
  en: {
    none: 'Nothing changes.',
    change: 'change',
    changes: 'changes',
    before: 'before',
    after: 'after',
    theme: 'Theme',
    whole: 'Questionnaire',
  },
} as const;

export interface DiffHeading {
  readonly title: Localised;
  /** What is compared, as the reader chose it: "De la version 1 à la version 2". */
  readonly compared: string;
}

/** A comparison as plain text, to be pasted in a message or kept in a file. */
export function diffInText(heading: DiffHeading, changes: readonly Change[], language: Language): string {
  const own = words[language];
  const items = groupChanges(changes).flatMap(({ subject, changes: told }) => [
    '',
    subjectInText(subject, language),
    ...told.flatMap((change) => [`- ${change.sentence[language]}`, ...wordsInText(change, language)]),
  ]);
  return [
    heading.title[language],
    heading.compared,
    changes.length === 0 ? own.none : counted(changes.length, own.change, own.changes, language),
    ...items,
    '',
  ].join('\n');
}

function subjectInText({ level, key, name, theme }: ChangeSubject, language: Language): string {
  const own = words[language];
  if (level === 'questionnaire') return own.whole;
  if (level === 'theme') return `${own.theme} ${key} – ${name[language]}`;
  return `${key} – ${name[language]}${theme === undefined ? '' : ` (${theme[language]})`}`;
}

function wordsInText({ before, after, language: of }: Change, language: Language): string[] {
  const own = words[language];
  const colon = language === 'fr' ? '\u00a0:' : ':';
  return [
    ...(before === null ? [] : [`    ${own.before}${colon} ${before[of ?? language]}`]),
    ...(after === null ? [] : [`    ${own.after}${colon} ${after[of ?? language]}`]),
  ];
}
