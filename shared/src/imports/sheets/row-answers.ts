import type { ImportedOption, ImportedQuestionType, ImportedText } from '../imported-questionnaire.js';
import {
  findAnswerList,
  findObviousList,
  findScoredList,
  takeTrailingList,
  toOptions,
  type ListedAnswer,
} from './answer-list.js';
import { plainWords, type GridRow } from './grid.js';

export interface RowAnswers {
  /** The question without the list that ended it. */
  readonly text: string;
  readonly type: ImportedQuestionType;
  readonly options: readonly ImportedOption[];
  readonly guessed: readonly ('type' | 'options' | 'risk')[];
}

export interface AnswerColumns {
  readonly type: readonly number[];
  readonly options: readonly number[];
  readonly answer: readonly number[];
  readonly question: readonly number[];
  /** Answers named by the columns that are ticked. */
  readonly ticks: readonly string[];
  readonly levels: ReadonlyMap<number, ListedAnswer>;
  /** Answers that the heading lists, for every row. */
  readonly named: readonly ListedAnswer[];
  /** The answer that the row says is the good one. */
  readonly expected: string | undefined;
  /** The heading of the list says that scores are risks. */
  readonly scoresAreRisks: boolean;
}

const several =
  /plusieurs (?:reponses|choix)|choix multiples?|multi(?:ple)? ?(?:choice|select|choix)|cochez tout|select all|all that apply|tick all/u;
const writtenTypes: readonly (readonly [RegExp, ImportedQuestionType])[] = [
  [several, 'multi'],
  [/^multi(?:ple)?$/u, 'multi'],
  [/oui non|yes no|bool|choix|choice|liste|list|select|unique|radio|fermee|closed|single/u, 'single'],
  [/duree|duration|delai/u, 'duration'],
  [/date/u, 'date_age'],
  [/nombre|numeri|number|numeric|entier|integer|decimal|montant|pourcentage|percent|%/u, 'number'],
  [/fichier|file|piece|document|upload|attach|preuve/u, 'file'],
  [/tableau|table|matrice|matrix/u, 'table'],
  [/texte?|libre|free|ouverte|open|comment|narrative/u, 'text'],
];

/** What a row says of how it is answered; what it does not say is guessed, and named. */
export function answersOf(
  row: GridRow,
  question: string,
  columns: AnswerColumns,
  toText: (text: string) => ImportedText,
): RowAnswers {
  const trailing = takeTrailingList(question);
  const text = trailing?.text ?? question;
  const written = firstOf(row, columns.type) ?? '';
  const said = writtenTypes.find(([pattern]) => pattern.test(plainWords(written)))?.[1];
  const listed = findListed(row, columns, trailing?.answers, written);
  if (listed === undefined || (said !== undefined && said !== 'single' && said !== 'multi')) {
    return withoutList(text, said, written, toText);
  }
  const options = judge(toOptions(listed.answers, toText, columns.scoresAreRisks), columns.expected);
  const isMulti = said === 'multi' || several.test(plainWords(question));
  return {
    text,
    type: isMulti ? 'multi' : 'single',
    options,
    guessed: [
      ...(said === undefined ? (['type'] as const) : []),
      ...(listed.guessed ? (['options'] as const) : []),
      ...(options.some(({ risk }) => risk !== undefined) ? (['risk'] as const) : []),
    ],
  };
}

const opposite: Readonly<Record<string, string>> = {
  oui: 'non',
  non: 'oui',
  yes: 'no',
  no: 'yes',
  o: 'n',
  n: 'o',
  y: 'n',
};

/** The expected answer has no risk and its opposite all of it; of the others nothing is said. */
function judge(options: readonly ImportedOption[], expected: string | undefined): readonly ImportedOption[] {
  const good = plainWords(expected ?? '');
  const isThere = options.some((option) => wordsOf(option) === good);
  if (!isThere || options.some(({ risk }) => risk !== undefined)) return options;
  return options.map((option) => {
    if (wordsOf(option) === good) return { ...option, risk: 0 };
    const isBad = options.length === 2 || wordsOf(option) === opposite[good];
    return isBad ? { ...option, risk: 1 } : option;
  });
}

function wordsOf({ label }: ImportedOption): string {
  return plainWords(label.fr ?? label.en ?? '');
}

interface Listed {
  readonly answers: readonly ListedAnswer[];
  readonly guessed: boolean;
}

/** A list that a cell writes comes first, whatever its heading, for it may have scores; then the validation, then the columns to tick. */
function findListed(
  row: GridRow,
  columns: AnswerColumns,
  trailing: readonly ListedAnswer[] | undefined,
  written: string,
): Listed | undefined {
  const inOptions = columns.options.flatMap((column) => row.texts.get(column) ?? []).join('\n');
  const stated = inOptions === '' ? undefined : findAnswerList(inOptions);
  if (stated !== undefined) return { answers: stated, guessed: false };
  if (trailing !== undefined) return { answers: trailing, guessed: false };
  const scored = [...row.texts.values()].map(findScoredList).find((answers) => answers !== undefined);
  if (scored !== undefined) return { answers: scored, guessed: false };
  const allowed = [...columns.answer, ...otherListColumns(row, columns)].flatMap(
    (column) => row.lists.get(column) ?? [],
  );
  const distinct = [...new Set(allowed.map((label) => label.trim()))].filter((label) => label !== '');
  if (distinct.length >= 2) return { answers: distinct.map((label) => ({ label })), guessed: false };
  const filled = columns.answer.flatMap((column) => row.texts.get(column) ?? []).join('\n');
  const obvious = findObviousList(filled) ?? findObviousList(written);
  if (obvious !== undefined) return { answers: obvious, guessed: false };
  const headed = [levelsOf(row, columns.levels), columns.named, columns.ticks.map((label) => ({ label }))];
  const answers = headed.find(({ length }) => length >= 2);
  return answers === undefined ? undefined : { answers, guessed: true };
}

/** What the row says of each degree; the headings, where its cells are to be ticked. */
function levelsOf(row: GridRow, levels: ReadonlyMap<number, ListedAnswer>): readonly ListedAnswer[] {
  const described = [...levels].flatMap(([column, { score }]) => {
    const label = row.texts.get(column);
    return label === undefined || score === undefined ? [] : [{ label, score }];
  });
  return new Set(described.map(({ label }) => label)).size >= 2 ? described : [...levels.values()];
}

/** Validations stand on the column of answers; where that has none, the first other column that has one counts. */
function otherListColumns(row: GridRow, columns: AnswerColumns): readonly number[] {
  if (columns.answer.length > 0) return [];
  const [first] = [...row.lists.keys()]
    .filter((column) => !columns.question.includes(column))
    .toSorted((a, b) => a - b);
  return first === undefined ? [] : [first];
}

function withoutList(
  text: string,
  said: ImportedQuestionType | undefined,
  written: string,
  toText: (text: string) => ImportedText,
): RowAnswers {
  if (said === 'single' || said === 'multi') {
    const isYesNo = /oui non|yes no|bool/u.test(plainWords(written));
    const words = 'fr' in toText('') ? ['Oui', 'Non'] : ['Yes', 'No'];
    const options = isYesNo
      ? toOptions(
          words.map((label) => ({ label })),
          toText,
          false,
        )
      : [];
    return { text, type: said, options, guessed: isYesNo ? [] : ['options'] };
  }
  if (said !== undefined) return { text, type: said, options: [], guessed: [] };
  return { text, type: guessType(text), options: [], guessed: ['type'] };
}

function guessType(text: string): ImportedQuestionType {
  const words = plainWords(text);
  if (/^(?:combien|how many|nombre d|number of|quel (?:est le )?(?:nombre|pourcentage))/u.test(words))
    return 'number';
  if (/^(?:joi(?:ndre|gnez)|attach|upload|merci de joindre|veuillez joindre|please attach)\b/u.test(words))
    return 'file';
  return 'text';
}

function firstOf(row: GridRow, columns: readonly number[]): string | undefined {
  return columns.map((column) => row.texts.get(column)).find((text) => text !== undefined);
}
