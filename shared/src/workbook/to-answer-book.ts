import { findGiven, type GivenAnswer, type GivenAnswers } from '../answers/given-answer.js';
import { evidenceKindLabel } from '../evidence/kinds.js';
import type { Language, TableRow } from '../questionnaires/document.js';
import type { SupplierQuestion, SupplierQuestionnaire } from '../questionnaires/supplier-questionnaire.js';
import {
  bookColumns,
  bookWords,
  columnTitles,
  guideLines,
  standingNames,
  standings,
  type BookColumn,
} from './book-words.js';
import type { Book, BookCell, BookInput, BookSheet } from './book.js';
import { writeValue } from './cell-values.js';
import { toTableSheet } from './table-sheets.js';

export interface BookHead {
  readonly request: string;
  readonly buyerName: string;
  readonly versionNumber: number;
  /** SHA-256 of the questionnaire as the supplier has it: tells which version a workbook was written from. */
  readonly documentSha256: string;
  /** As the reader's language writes it. */
  readonly exportedAt: string;
}

const widths: Readonly<Record<BookColumn, number>> = {
  key: 10,
  theme: 22,
  question: 60,
  help: 40,
  choices: 40,
  answer: 40,
  unit: 12,
  standing: 20,
  justification: 30,
  comment: 40,
  pieces: 30,
};

/**
 * The request as a workbook to fill in: built from what the supplier has anyway, so that nothing of the buyer's own can
 * stand in it.
 */
export function toAnswerBook(
  document: SupplierQuestionnaire,
  answers: GivenAnswers,
  head: BookHead,
  language: Language,
): Book {
  const questions = document.themes.flatMap((theme) =>
    theme.questions.map((question) => ({ theme: (theme.short ?? theme.title)[language], question })),
  );
  const rows = questions.map(({ theme, question }) =>
    bookColumns.map((column) =>
      cellOf(column, { theme, question, given: findGiven(answers, question.id) }, language),
    ),
  );
  const answerSheet: BookSheet = {
    name: bookWords.answers[language],
    widths: bookColumns.map((column) => widths[column]),
    headRow: 1,
    rows: [bookColumns.map((column) => columnTitles[column][language]), ...rows],
    inputs: questions.flatMap(({ question }, index) => inputsOf(question, index + 2, language)),
  };
  const tables = questions.flatMap(({ question }) =>
    question.type === 'table'
      ? [toTableSheet(question, rowsOf(findGiven(answers, question.id)), language)]
      : [],
  );
  return { sheets: [guideSheet(document, head, language), answerSheet, ...tables] };
}

function guideSheet(document: SupplierQuestionnaire, head: BookHead, language: Language): BookSheet {
  const facts: readonly (readonly [keyof typeof bookWords, string])[] = [
    ['request', head.request],
    ['buyer', head.buyerName],
    ['questionnaire', document.title[language]],
    ['version', String(head.versionNumber)],
    ['mark', head.documentSha256],
    ['exported', head.exportedAt],
  ];
  return {
    name: bookWords.guide[language],
    widths: [32, 90],
    headRow: 0,
    rows: [
      ...facts.map(([word, value]) => [bookWords[word][language], value]),
      [],
      ...guideLines[language].map((line) => [null, line]),
    ],
    inputs: [],
  };
}

interface Line {
  readonly theme: string;
  readonly question: SupplierQuestion;
  readonly given: GivenAnswer | undefined;
}

function cellOf(column: BookColumn, { theme, question, given }: Line, language: Language): BookCell {
  switch (column) {
    case 'key':
      return question.id;
    case 'theme':
      return theme;
    case 'question':
      return question.text[language];
    case 'help':
      return question.help?.[language] ?? null;
    case 'choices':
      return choicesOf(question, language);
    case 'answer':
      return answerOf(question, given, language);
    case 'unit':
      return 'unit' in question ? question.unit[language] : null;
    case 'standing':
      return given?.state === 'na' || given?.state === 'refused'
        ? standingNames[given.state][language]
        : null;
    case 'justification':
      return given?.state === 'na' ? given.justification : null;
    case 'comment':
      return given?.comment ?? null;
    case 'pieces':
      return question.evidence.kinds.map((kind) => evidenceKindLabel(kind)[language]).join('\n');
  }
}

function choicesOf(question: SupplierQuestion, language: Language): string | null {
  if (question.type !== 'single' && question.type !== 'multi') return null;
  const labels = question.options.map(({ label }) => label[language]);
  return question.type === 'single'
    ? labels.join('\n')
    : [bookWords.manyLines[language], ...labels.map((label) => `• ${label}`)].join('\n');
}

function answerOf(question: SupplierQuestion, given: GivenAnswer | undefined, language: Language): BookCell {
  if (question.type === 'table') return bookWords.onSheet[language].replace('{name}', question.id);
  if (question.type === 'file') return bookWords.online[language];
  return given?.state === 'answered' ? writeValue(question, given.value, language) : null;
}

function inputsOf(question: SupplierQuestion, row: number, language: Language): readonly BookInput[] {
  const at = (column: BookColumn) => ({ row, column: bookColumns.indexOf(column) + 1 });
  const states = standings
    .filter((standing) => standing !== 'na' || question.notApplicable)
    .map((standing) => standingNames[standing][language]);
  const others: BookInput[] = [
    { ...at('standing'), allow: { kind: 'list', values: states } },
    { ...at('justification'), allow: { kind: 'any' } },
    { ...at('comment'), allow: { kind: 'any' } },
  ];
  if (question.type === 'table' || question.type === 'file') return others;
  return [{ ...at('answer'), allow: allowOf(question, language) }, ...others];
}

function allowOf(question: SupplierQuestion, language: Language): BookInput['allow'] {
  switch (question.type) {
    case 'single':
      return { kind: 'list', values: question.options.map(({ label }) => label[language]) };
    case 'number':
    case 'duration':
      return { kind: 'number', none: question.none };
    case 'date_age':
      return { kind: 'day', none: question.none };
    case 'multi':
    case 'text':
    case 'table':
    case 'file':
      return { kind: 'any' };
  }
}

function rowsOf(given: GivenAnswer | undefined): readonly TableRow[] {
  if (given?.state !== 'answered' || !Array.isArray(given.value)) return [];
  return given.value.filter((row): row is TableRow => typeof row === 'object');
}
