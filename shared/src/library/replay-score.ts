import type { QuestionnaireDocument } from '../questionnaires/document.js';
import type { Answers } from '../scoring/answer.js';
import { scoreAssessment, type ScoreResult } from '../scoring/score-assessment.js';
import { answersWith, type ReplayCase } from './case.js';

/** What was known when the contract was signed, or everything that the file holds, its execution included. */
export const replayMoments = ['before-signing', 'all-facts'] as const;
export type ReplayMoment = (typeof replayMoments)[number];

export interface Replay {
  /** Keys of the switches that are on. */
  readonly switched: readonly string[];
  readonly moment: ReplayMoment;
}

/** The answers of a moment; a switch is about what was in the contract, so what it adds counts before signing too. */
export function replayAnswers(replay: ReplayCase, { switched, moment }: Replay): Answers {
  const answers = answersWith(replay, switched);
  if (moment === 'all-facts') return answers;
  const later = new Set(
    replay.answers.filter(({ beforeSigning }) => !beforeSigning).map(({ question }) => question),
  );
  return Object.fromEntries(Object.entries(answers).filter(([question]) => !later.has(question)));
}

/** Worked out each time from the facts alone: silence of the file is no answer of the supplier. */
export function scoreReplay(document: QuestionnaireDocument, replay: ReplayCase, how: Replay): ScoreResult {
  return scoreAssessment(document, {
    context: replay.context,
    answers: replayAnswers(replay, how),
    mode: 'facts-only',
  });
}

/** Every way to set the switches, none first. */
export function switchSettings({ switches }: ReplayCase): readonly (readonly string[])[] {
  return switches.reduce<readonly (readonly string[])[]>(
    (settings, { key }) => [...settings, ...settings.map((keys) => [...keys, key])],
    [[]],
  );
}
