import type { Question, QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import type { Answers } from '@probant/shared/scoring/answer';
import type { ScoreResult } from '@probant/shared/scoring/score-assessment';
import { traceSentence, type TraceSentence } from '@probant/shared/scoring/trace-sentence';

import { formatNumber } from '../../platform/i18n/format.js';
import type { Language } from '../../platform/i18n/language.js';
import { roundToSum } from './add-up.js';

/** One line of the trace as a screen shows it; the points of all of them add up to the base. */
export interface ShownLine {
  readonly question: string;
  readonly sentence: TraceSentence;
  readonly risk: string;
  /** The risk that counts where want of proof raises it. */
  readonly raised: string | null;
  readonly weight: string;
  readonly themeWeight: string;
  readonly points: number;
  readonly knockout: boolean;
}

/** The lines that count: those that decide a knock-out first, then from the most points to the fewest. */
export function shownLines(
  document: QuestionnaireDocument,
  result: ScoreResult,
  answers: Answers,
  language: Language,
): ShownLine[] {
  const counted = result.lines.filter((line) => line.counted && line.weight > 0);
  const rounded = roundToSum(
    counted.map(({ points }) => points),
    result.base ?? 0,
  );
  const deciding = new Map<string, number>();
  for (const { floor, questions } of result.knockouts)
    for (const id of questions) deciding.set(id, Math.max(floor, deciding.get(id) ?? 0));
  const themes = new Map(result.themes.map((theme) => [theme.code, theme]));
  const themeTotal = result.themes.reduce((sum, { risk, weight }) => (risk === null ? sum : sum + weight), 0);
  const two = (value: number): string => formatNumber(value, language, 2);
  const plain = (value: number): string => formatNumber(value, language, Number.isInteger(value) ? 0 : 1);
  return counted
    .map((line, index): ShownLine => {
      const theme = themes.get(line.theme);
      return {
        question: line.question,
        sentence: traceSentence(document, line, answers[line.question], result.knockouts, language),
        risk: two(line.risk),
        raised: two(line.discounted) === two(line.risk) ? null : two(line.discounted),
        weight: `${plain(line.weight)}/${plain(line.themeWeights)}`,
        themeWeight: `${plain(theme?.weight ?? 0)}/${plain(themeTotal)}`,
        points: rounded[index] ?? 0,
        knockout: deciding.has(line.question),
      };
    })
    .toSorted(
      (a, b) =>
        (deciding.get(b.question) ?? 0) - (deciding.get(a.question) ?? 0) ||
        b.points - a.points ||
        (a.question < b.question ? -1 : 1),
    );
}

export interface CitedLesson {
  readonly id: string;
  readonly quote: string | undefined;
  readonly reference: string | undefined;
  readonly source: QuestionnaireDocument['sources'][number] | undefined;
}

export function findLesson(document: QuestionnaireDocument, id: string): CitedLesson | undefined {
  const lesson = document.lessons.find((one) => one.id === id);
  if (lesson === undefined) return undefined;
  const source = document.sources.find((one) => one.id === lesson.seed);
  return { id, quote: lesson.quote, reference: lesson.reference, source };
}

export function findQuestion(document: QuestionnaireDocument, id: string): Question | undefined {
  for (const theme of document.themes) {
    const question = theme.questions.find((one) => one.id === id);
    if (question !== undefined) return question;
  }
  return undefined;
}

/** The lesson that a line shows: the one its knock-out cites, else the first of the question. */
export function lessonOf({ sentence }: ShownLine): string | undefined {
  return sentence.parts.find(({ lesson }) => lesson !== undefined)?.lesson ?? sentence.lessons[0];
}
