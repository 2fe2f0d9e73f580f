import { findAnswerList, isAnswerWord, type ListedAnswer } from './answer-list.js';
import { plainWords } from './grid.js';

/** The answers that a heading names: `Réponse (Oui/Non/Partiel)`, `Conformité (C / PC / NC / NA)`, `Y/N`. */
export function findHeadingAnswers(text: string): readonly ListedAnswer[] | undefined {
  const inside = /[([]([^()[\]]+)[)\]]\s*$/u.exec(text)?.[1] ?? text;
  const listed = findAnswerList(inside);
  return listed?.every(({ label }) => isAnswerWord(label) || isCode(label)) === true ? listed : undefined;
}

/** Answers in parentheses make the column that of the answer, whatever is before them: `Conforme (O/N)`. */
export function listsAnswers(text: string): boolean {
  return /[)\]]\s*$/u.test(text) && findHeadingAnswers(text) !== undefined;
}

const expected =
  /^(?:reponse (?:attendue|conforme|exigee|correcte)|bonne reponse|(?:expected|compliant|correct|required|preferred) (?:answer|response))$/u;

const longestExpected = 60;

export function isExpectedHeading(text: string): boolean {
  return text.length <= longestExpected && /^\W*[rbecp]/iu.test(text) && expected.test(plainWords(text));
}

function isCode(label: string): boolean {
  return /^\p{Lu}{1,3}$/u.test(label);
}

const level =
  /^(niveau(?: de maturite)?|level|maturity(?: level)?|maturite|stade|etape|score|note|cotation|rating)? ?(\d)(?= |$)/u;
/** The word and the degree stand at the beginning of a heading that may go on to describe it. */
const longestLevel = 40;
const leastLevels = 2;
const leastBareLevels = 3;

/** Columns that describe one degree each, `Niveau 0` to `Niveau 3`, with the heading and the degree of each. */
export function findLevels(texts: ReadonlyMap<number, string>): ReadonlyMap<number, ListedAnswer> {
  let run = new Map<number, ListedAnswer>();
  let best = run;
  let before: { readonly column: number; readonly score: number } | undefined;
  for (const [column, text] of texts) {
    const [found, word = '', digit = ''] = findLevel(text.slice(0, longestLevel)) ?? [];
    const score = Number(digit);
    const goesOn = before?.column === column - 1 && before.score === score - 1;
    if (found === undefined) before = undefined;
    else {
      if (!goesOn) run = new Map();
      run.set(column, { label: text, score });
      before = { column, score };
    }
    const least = word === '' ? leastBareLevels : leastLevels;
    if (run.size >= least && run.size > best.size) best = run;
  }
  return best.size === 0 ? new Map() : best;
}

/** Most cells hold no digit that stands alone: they are told without making words of them. */
function findLevel(start: string): RegExpExecArray | null {
  return /(?<!\d)\d(?!\d)/u.test(start) ? level.exec(plainWords(start)) : null;
}
