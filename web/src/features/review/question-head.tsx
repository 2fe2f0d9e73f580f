import { ActionIcon } from '@mantine/core';
import { foldKnockouts } from '@probant/shared/scoring/fold-knockouts';
import { gradeOf } from '@probant/shared/scoring/grade';
import type { Question } from '@probant/shared/questionnaires/document';
import { knockoutName } from '@probant/shared/questionnaires/knockout-name';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { KnockoutFlag } from '../../ui/score/knockout-flag.js';
import { questionReviewOf, type Review, type ReviewedTheme, traceOf } from './review-model.js';
import { reviewTexts } from './review.texts.js';

interface QuestionHeadProps {
  readonly review: Review;
  readonly theme: ReviewedTheme;
  readonly question: Question;
  readonly previous: string | undefined;
  readonly next: string | undefined;
  readonly onQuestion: (questionId: string) => void;
}

/** Where the question stands, the knock-outs it decides, and the way to its neighbours. */
export function QuestionHead(props: QuestionHeadProps): ReactNode {
  const { review, theme, question, previous, next, onQuestion } = props;
  const { t, language } = useTranslation(reviewTexts);
  const place = theme.questions.findIndex(({ id }) => id === question.id) + 1;
  const active = foldKnockouts(traceOf(review.score).knockouts)
    .map(({ knockout }) => knockout)
    .filter(({ questions }) => questions.includes(question.id));
  const toSee = questionReviewOf(review, question.id)?.toSee === true;
  const move = (id: string | undefined) => (): void => {
    if (id !== undefined) onQuestion(id);
  };
  return (
    <header>
      <div className="pb-between pb-wrap">
        <span className="pb-row pb-wrap">
          <span className="pb-mono pb-soft">{question.id}</span>
          <span className="pb-sm pb-muted">
            {t('question.of', { number: place, count: theme.questions.length, theme: theme.title[language] })}
          </span>
          <span className={toSee ? 'pb-tag pb-tag-amber' : 'pb-tag'}>
            {t(toSee ? 'question.to-see' : 'question.seen')}
          </span>
        </span>
        <span className="pb-row pb-wrap">
          {active.map(({ id, floor, state }) => (
            <KnockoutFlag key={id} kind={state} title={knockoutName(review.document.knockouts, id)[language]}>
              {t('question.capped', { id, grade: gradeOf(review.document, floor) })}
            </KnockoutFlag>
          ))}
          <ActionIcon
            aria-label={t('question.previous')}
            disabled={previous === undefined}
            onClick={move(previous)}
          >
            <IconChevronUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon aria-label={t('question.next')} disabled={next === undefined} onClick={move(next)}>
            <IconChevronDown size={16} aria-hidden />
          </ActionIcon>
        </span>
      </div>
      <h2 className="pb-examine-question">{question.text[language]}</h2>
      {question.help === undefined ? null : (
        <details className="pb-examine-help pb-xs pb-muted">
          <summary>{t('question.why')}</summary>
          <p>{question.help[language]}</p>
        </details>
      )}
    </header>
  );
}
