import type { AnswerValue } from '../questionnaires/document.js';

export const answerStates = ['answered', 'refused', 'na', 'cleared'] as const;
export type AnswerState = (typeof answerStates)[number];

/** What a supplier says to one question; `cleared` takes an earlier answer back and keeps its history. */
export type GivenAnswer =
  | { readonly state: 'answered'; readonly value: AnswerValue; readonly comment?: string }
  | { readonly state: 'refused'; readonly comment?: string }
  | { readonly state: 'na'; readonly justification: string; readonly comment?: string }
  | { readonly state: 'cleared'; readonly comment?: string };

export type GivenAnswers = Readonly<Record<string, GivenAnswer>>;

/** The answer that was given, if one stands. */
export function findGiven(answers: GivenAnswers, questionId: string): GivenAnswer | undefined {
  const answer = Object.hasOwn(answers, questionId) ? answers[questionId] : undefined;
  return answer?.state === 'cleared' ? undefined : answer;
}

/** Answers of a person to "how many" or "since when" that say there is none. */
export const noneValue = 'none';
