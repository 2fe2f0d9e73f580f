import { isRecord } from '../plain-text.js';
import type {
  ImportedOption,
  ImportedQuestion,
  ImportedQuestionType,
  ImportWarning,
} from './imported-questionnaire.js';
import { listAt, makeKeys, textAt } from './imported-values.js';
import { markupText } from './markup-text.js';
import { tellTaken, warned } from './said.js';
import { condOf, type VsaqItem } from './vsaq-items.js';

export type VsaqQuestion = Omit<ImportedQuestion, 'section' | 'condition'> & { readonly item: VsaqItem };

const questionTypes: Readonly<Record<string, ImportedQuestionType>> = {
  radiogroup: 'single',
  checkgroup: 'multi',
  yesno: 'single',
  check: 'single',
  radio: 'single',
  box: 'text',
  line: 'text',
  upload: 'file',
};

const tickedOrNot: readonly ImportedOption[] = [
  { key: 'yes', label: { fr: 'Oui', en: 'Yes' } },
  { key: 'no', label: { fr: 'Non', en: 'No' } },
];

/** Left out of a question, each with what a reader loses. */
const notRead: Readonly<Record<string, readonly [fr: string, en: string]>> = {
  inputPattern: ['le format imposé à la réponse', 'the pattern that the answer must match'],
  choicesConds: ['les conditions de chaque choix', 'the conditions of each choice'],
  auth: ['les droits propres à la question', 'the rights of this question alone'],
};

export interface VsaqQuestions {
  readonly questions: readonly VsaqQuestion[];
  readonly warnings: readonly ImportWarning[];
}

/** Questions with the notes that stand before them as their help; warnings are read apart. */
export function readVsaqQuestions(items: readonly VsaqItem[]): VsaqQuestions {
  const keyOf = makeKeys();
  const questions: VsaqQuestion[] = [];
  const warnings: ImportWarning[] = [];
  let notes: { readonly where: string; readonly text: string; readonly block: string }[] = [];

  for (const item of items) {
    const block = item.blocks.at(-1)?.where ?? '';
    if (item.type === 'spacer' || isWarning(item)) continue;
    if (isAdvice(item)) {
      warnings.push(lostAdvice(item.where));
      continue;
    }
    if (item.type === 'info' || item.type === 'tip') {
      const text = markupText(item.entries['text']);
      if (text !== undefined) notes.push({ where: item.where, text, block });
      continue;
    }
    const type = questionTypes[item.type];
    if (type === undefined) {
      warnings.push(unknownType(item));
      continue;
    }
    const own = notes.filter((note) => note.block === block).map(({ text }) => text);
    warnings.push(...notes.filter((note) => note.block !== block).map(({ where }) => lostNote(where)));
    notes = [];
    const id = textAt(item.entries, 'id') ?? `q${questions.length + 1}`;
    const key = keyOf(id);
    warnings.push(...tellTaken(item.where, id, key));
    const read = readQuestion(item, type, key, own, questions.at(-1));
    questions.push(read.question);
    warnings.push(...read.warnings);
  }
  return { questions, warnings: [...warnings, ...notes.map(({ where }) => lostNote(where))] };
}

/** A tip is a warning when it says so: it judges the answer, and asks for a reason. */
export function isWarning({ type, entries }: VsaqItem): boolean {
  return type === 'tip' && (entries['warn'] === true || textAt(entries, 'warn') === 'yes');
}

/** A tip with a condition answers what was just said; before the answer it would say what is expected. */
function isAdvice({ type, entries }: VsaqItem): boolean {
  return type === 'tip' && condOf(entries) !== undefined;
}

function readQuestion(
  item: VsaqItem,
  type: ImportedQuestionType,
  key: string,
  notes: readonly string[],
  before: VsaqQuestion | undefined,
): { readonly question: VsaqQuestion; readonly warnings: readonly ImportWarning[] } {
  const { entries, where } = item;
  const own = markupText(entries['text']);
  const text =
    own ?? notes.at(-1) ?? (before && sameBlock(before.item, item) ? before.text.en : undefined) ?? key;
  const help = (own === undefined ? notes.slice(0, -1) : notes).join('\n\n');
  const placeholder = markupText(entries['placeholder']);
  const helps = [help, placeholder].filter((part) => part !== undefined && part !== '').join('\n\n');
  const ticked = item.type === 'check' || item.type === 'radio';
  const left = Object.entries(notRead).filter(([name]) => isSaid(entries[name]));
  return {
    question: {
      key,
      text: { en: text },
      ...(helps === '' ? {} : { help: { en: helps } }),
      type,
      options: readOptions(item),
      groups: [],
      references: [],
      guessed: ticked ? ['options'] : [],
      where,
      item,
    },
    warnings: [
      ...(own === undefined ? [textTaken(where, text)] : []),
      ...left.map(([, [fr, en]]) => warned(where, `laissé de côté : ${fr}`, `left out: ${en}`)),
      ...(entries['defaultChoice'] === true && type !== 'text' ? [defaultChoice(where)] : []),
    ],
  };
}

function sameBlock(one: VsaqItem, other: VsaqItem): boolean {
  return one.blocks.at(-1)?.where === other.blocks.at(-1)?.where;
}

function isSaid(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '';
}

function readOptions({ type, entries }: VsaqItem): readonly ImportedOption[] {
  switch (type) {
    case 'radiogroup':
    case 'checkgroup':
      return listAt(entries, 'choices').flatMap((choice) =>
        Object.entries(isRecord(choice) ? choice : {}).map(([key, label]) => ({
          key,
          label: { en: markupText(label) ?? key },
        })),
      );
    case 'yesno':
      return [
        { key: 'yes', label: { en: markupText(entries['yes']) ?? 'Yes' } },
        { key: 'no', label: { en: markupText(entries['no']) ?? 'No' } },
      ];
    case 'check':
    case 'radio':
      return tickedOrNot;
    default:
      return [];
  }
}

function unknownType({ where, type }: VsaqItem): ImportWarning {
  return warned(
    where,
    `élément de type « ${type} » inconnu : laissé de côté`,
    `item of the unknown type "${type}": left out`,
  );
}

function lostNote(where: string): ImportWarning {
  return warned(
    where,
    'note que ne suit aucune question de son bloc : laissée de côté',
    'note that no question of its block follows: left out',
  );
}

function lostAdvice(where: string): ImportWarning {
  return warned(
    where,
    'conseil que certaines réponses font apparaître : laissé de côté',
    'advice that some answers bring up: left out',
  );
}

function textTaken(where: string, text: string): ImportWarning {
  return warned(
    where,
    `question sans texte : « ${text} » est repris`,
    `question without a text: "${text}" is taken`,
  );
}

function defaultChoice(where: string): ImportWarning {
  return warned(
    where,
    'le choix par défaut, que l’outil d’origine ajoute, est laissé de côté',
    'the default choice, which the tool of origin adds, is left out',
  );
}
