import type { ImportedOption, ImportedText } from '../imported-questionnaire.js';
import { findDecimal, plainWords } from './grid.js';
import { freeKey } from './keys.js';

export interface ListedAnswer {
  readonly label: string;
  /** What the list gives for it. */
  readonly score?: number;
}

const answerWords = new Set(
  (
    'oui,non,yes,no,o,n,y,partiel,partielle,partiellement,partial,partially,sans objet,so,n a,na,nc,nr,' +
    'non applicable,not applicable,non concerne,conforme,non conforme,compliant,not compliant,non compliant,' +
    'en cours,in progress,prevu,planned,ne sait pas,unknown,vrai,faux,true,false,totalement,' +
    'fully,aucun,none,autre,other,alternate,alternative,si,parcial,parcialmente,ja,nein,teilweise,parzialmente'
  ).split(','),
);
const longest = 220;
/** Countries, say; a page of text is no list. */
const longestList = 8_000;
const longestScored = 1_000;
const longestWord = 30;

/** Whether it is one of the words that closed questions are answered with, in French or English. */
export function isAnswerWord(text: string): boolean {
  return text.length <= longestWord && answerWords.has(plainWords(text));
}

/**
 * The answers that a cell lists: one a line, or between semicolons, bars, commas or strokes, with a score or without, as
 * `(oui: 1, non: 0)`. Nothing where the text is no list.
 */
export function findAnswerList(text: string): readonly ListedAnswer[] | undefined {
  if (text.length > longestList) return undefined;
  const bare = text
    .trim()
    .replace(/^\(([\s\S]*)\)$/u, '$1')
    .replace(/^\[([\s\S]*)\]$/u, '$1');
  const parts = split(bare)
    .map((part) => part.trim().replace(/^(?:[-–—•·*☐□▢○]|\(\s?\)|\[\s?\])\s*/u, ''))
    .filter((part) => part !== '');
  if (parts.length < 2 || parts.some((part) => part.length > longest)) return undefined;
  const answers = parts.map(readAnswer);
  const labels = new Set(answers.map(({ label }) => plainWords(label)));
  const isList = labels.size === answers.length && answers.every(({ label }) => label !== '');
  return isList ? answers : undefined;
}

/** A list that nothing but itself announces: each answer has a score, or is a word that answers are made of. */
export function findObviousList(text: string): readonly ListedAnswer[] | undefined {
  const answers = findAnswerList(text);
  const isObvious = answers?.every(({ label, score }) => score !== undefined || isAnswerWord(label));
  return isObvious === true ? answers : undefined;
}

/** A list in which each answer has a score. */
export function findScoredList(text: string): readonly ListedAnswer[] | undefined {
  if (text.length > longestScored || !/\d/u.test(text)) return undefined;
  const answers = findAnswerList(text);
  return answers?.every(({ score }) => score !== undefined) === true ? answers : undefined;
}

/** The list that ends a question in parentheses, and the question without it. */
export function takeTrailingList(
  text: string,
): { readonly text: string; readonly answers: readonly ListedAnswer[] } | undefined {
  if (!/[)\]]\s*[.:]?$/u.test(text.slice(-4))) return undefined;
  const [, before = '', inside = ''] = /^([\s\S]*\S)\s*[([]([^()[\]]{3,400})[)\]]\s*[.:]?$/u.exec(text) ?? [];
  const answers = inside === '' ? undefined : findObviousList(inside);
  return answers === undefined ? undefined : { text: before, answers };
}

/** With risks from 0 to 1 where scores tell answers apart; the best has the highest score unless scores are risks. */
export function toOptions(
  answers: readonly ListedAnswer[],
  toText: (label: string) => ImportedText,
  scoresAreRisks: boolean,
): ImportedOption[] {
  const scores = answers.flatMap(({ score }) => (score === undefined ? [] : [score]));
  const [low, high] = [Math.min(...scores), Math.max(...scores)];
  const taken = new Set<string>();
  return answers.map(({ label, score }) => {
    const option = { key: freeKey(label, taken), label: toText(label) };
    if (score === undefined || high === low) return option;
    const share = (score - low) / (high - low);
    const risk = scoresAreRisks ? share : 1 - share;
    return { ...option, risk: Math.round(risk * 10_000) / 10_000 };
  });
}

function split(text: string): string[] {
  for (const separator of ['\n', ';', '|'] as const) {
    if (text.includes(separator)) return text.split(separator);
  }
  // A comma between two digits is a decimal comma.
  const byComma = text.split(/,(?!\d)/u);
  if (byComma.length > 1) return byComma;
  // The stroke of "N/A" and "S/O" parts nothing.
  return text.split(/(?<!\b[ns]\s?)\/|\/(?!\s?[ao]\b)/iu);
}

function readAnswer(text: string): ListedAnswer {
  const [, label = '', written = ''] = /^(.*\S)\s*(?:[:=→]|\s[-–]\s)\s*([^:=]+)$/su.exec(text) ?? [];
  const after = findDecimal(written);
  if (after !== undefined) return { label, score: after };
  const [, named = '', inside = ''] = /^(.*\S)\s*\(([^()]+)\)$/su.exec(text) ?? [];
  const within = findDecimal(inside);
  if (within !== undefined) return { label: named, score: within };
  const [, first = '', rest = ''] =
    /^(\d+(?:[.,]\d+)?\s*%?)\s*(?:[:=→]|\s[-–]\s)\s*(\S.*)$/su.exec(text) ?? [];
  const before = findDecimal(first);
  return before === undefined ? { label: text } : { label: rest, score: before };
}
