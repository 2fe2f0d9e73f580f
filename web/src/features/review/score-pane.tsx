import { useQuery } from '@tanstack/react-query';
import type { Question } from '@probant/shared/questionnaires/document';
import { type ReactNode, useMemo } from 'react';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import {
  baseGrade,
  floorSources,
  ScoreSummary,
  type SmallNumber,
  SmallNumbers,
} from '../../ui/score/score-summary.js';
import { reviewLeft } from '../../ui/score/review-left.js';
import { ScoreTrace } from '../../ui/score/score-trace.js';
import { scoreTexts } from '../../ui/score/score.texts.js';
import { findQuestion } from '../../ui/score/trace-lines.js';
import { answersOf, type Review, traceOf } from './review-model.js';
import { reviewTexts } from './review.texts.js';

interface ScorePaneProps {
  readonly review: Review;
  readonly questionId: string;
  readonly onQuestion: (questionId: string) => void;
}

/** The score as the review stands, and where it comes from. */
export function ScorePane({ review, questionId, onQuestion }: ScorePaneProps): ReactNode {
  const { t } = useTranslation(scoreTexts);
  const { score: current, document } = review;
  const { score, potential, with: used } = current;
  const trace = traceOf(current);
  const answers = useMemo(() => answersOf(review), [review]);
  const whatIf = useWhatIf(review, questionId);
  const small: readonly SmallNumber[] = [
    { key: 'base', label: t('base'), score: score.base, grade: baseGrade(document, score.base) },
    { key: 'potential', label: t('potential'), score: potential.score, grade: potential.grade },
    ...whatIf,
  ];
  return (
    <aside className="pb-examine-pane pb-examine-score" aria-label={t('title')}>
      <div aria-live="polite" aria-atomic="false">
        <ScoreSummary
          numbers={score}
          floorSources={floorSources(score.floor, trace.knockouts)}
          document={document}
          rests={`${t('profile', { name: used.profileName, number: used.profileNumber })} · ${t('engine', { version: used.engineVersion })}`}
          review={reviewLeft(current)}
        />
      </div>
      <SmallNumbers numbers={small} />
      <h2 className="pb-label pb-examine-trace-title">{t('trace')}</h2>
      <ScoreTrace document={document} result={trace} answers={answers} onQuestion={onQuestion} />
    </aside>
  );
}

/** What the two next better answers would make of the score: to the question on the screen, else to the one that sets the wall. */
function useWhatIf(review: Review, questionId: string): SmallNumber[] {
  const { t, language } = useTranslation(reviewTexts);
  const scenarios = useMemo(() => scenariosOf(review, questionId), [review, questionId]);
  const { submissionId, score } = review.score;
  const result = useQuery({
    queryKey: [
      'scores',
      review.assessmentId,
      'what-if',
      submissionId,
      score,
      scenarios.map(({ name }) => name),
    ],
    enabled: scenarios.length > 0,
    queryFn: ({ signal }) =>
      api.post('/api/assessments/{assessmentId}/score/what-if', {
        path: { assessmentId: review.assessmentId },
        body: {
          scenarios: scenarios.map(({ name, questionId: id, value }) => ({
            name,
            answers: { [id]: { v: value } },
          })),
        },
        signal,
      }),
  });
  return (result.data?.scenarios ?? []).flatMap(({ name, score: numbers }) => {
    const scenario = scenarios.find((one) => one.name === name);
    if (scenario === undefined) return [];
    const label = t('what-if', { answer: scenario.label[language] });
    return [{ key: name, label, score: numbers.score, grade: numbers.grade }];
  });
}

interface Scenario {
  readonly name: string;
  readonly questionId: string;
  readonly value: string;
  readonly label: Readonly<Record<'fr' | 'en', string>>;
}

function scenariosOf(review: Review, questionId: string): Scenario[] {
  const { knockouts, floor, base, lines } = traceOf(review.score);
  const wall =
    base !== null && floor > base
      ? knockouts.find((knockout) => knockout.floor === floor)?.questions
      : undefined;
  for (const id of [questionId, ...(wall ?? [])]) {
    const question = findQuestion(review.document, id);
    const risk = lines.find((line) => line.question === id)?.risk ?? 0;
    const better = question === undefined ? [] : betterOptions(question, risk);
    if (better.length > 0) return better;
  }
  return [];
}

/** The next better answer and the best one. */
function betterOptions(question: Question, risk: number): Scenario[] {
  if (question.type !== 'single') return [];
  const better = question.options
    .filter((option) => (option.risk ?? 0) < risk)
    .toSorted((a, b) => (b.risk ?? 0) - (a.risk ?? 0));
  const [next] = better;
  const best = better.at(-1);
  const chosen = [next, best === next ? undefined : best].filter((one) => one !== undefined);
  return chosen.map(({ value, label }) => ({
    name: `${question.id}=${value}`,
    questionId: question.id,
    value,
    label,
  }));
}
