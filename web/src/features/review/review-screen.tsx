import './review.css';

import { type ReactNode, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';

import { isProblem } from '../../platform/api/problem.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { PageSkeleton } from '../../ui/feedback/skeletons.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { Segments } from '../../ui/input/segments.js';
import { ConfirmStrip } from './confirm-strip.js';
import { QuestionPane } from './question-pane.js';
import { ReviewHeader } from './review-header.js';
import { findTheme, nextToSee, type Review, themesOf, walkOf } from './review-model.js';
import { reviewTexts } from './review.texts.js';
import { ScorePane } from './score-pane.js';
import { ThemePane } from './theme-pane.js';
import { useReview } from './use-review.js';

/** What was asked, what was said and shown, what it scores: three panes, or three tabs where there is no room for them. */
export function ReviewScreen(): ReactNode {
  const { t } = useTranslation(reviewTexts);
  const { assessmentId = '' } = useParams();
  const review = useReview(assessmentId);
  if (review.isPending) return <PageSkeleton />;
  // Read once, the desk stays whatever becomes of a later reading: something may be half written on it.
  if (!review.data) {
    return (
      <Main>
        <PageHeader title={t('title')} breadcrumbs={[{ title: t('list'), path: '/assessments' }]} />
        <div className="pb-page">
          {isProblem(review.error, 'transition-refused') ? (
            <EmptyState
              title={t('nothing-yet')}
              action={<Link to={`/assessments/${assessmentId}`}>{t('nothing-yet.back')}</Link>}
            >
              {t('nothing-yet.text')}
            </EmptyState>
          ) : (
            <ProblemNotice error={review.error} onRetry={review.refetch} />
          )}
        </div>
      </Main>
    );
  }
  return <ReviewDesk review={review.data} />;
}

const panes = ['themes', 'question', 'score'] as const;
type Pane = (typeof panes)[number];

function ReviewDesk({ review }: { readonly review: Review }): ReactNode {
  const { t } = useTranslation(reviewTexts);
  const [search, setSearch] = useSearchParams();
  const [pane, setPane] = useState<Pane>('question');
  const { themes, outOfScope } = themesOf(review);
  const walk = walkOf(themes);
  const asked = search.get('question') ?? '';
  const questionId = walk.includes(asked) ? asked : (firstOf(review, walk) ?? '');
  const theme = findTheme(themes, questionId);
  const goTo = (id: string): void => {
    setSearch(
      (before) => {
        before.set('question', id);
        return before;
      },
      { replace: true },
    );
    setPane('question');
  };
  return (
    <Main className="pb-examine">
      <ReviewHeader review={review} />
      <ConfirmStrip assessmentId={review.assessmentId} onQuestion={goTo} />
      <div className="pb-examine-tabs">
        <Segments
          label={t('panes.label')}
          values={panes}
          chosen={pane}
          name={(one) => t(`panes.${one}`)}
          onChoose={setPane}
        />
      </div>
      <div className="pb-examine-grid" data-pane={pane}>
        <ThemePane
          review={review}
          themes={themes}
          outOfScope={outOfScope}
          current={theme?.code ?? ''}
          onQuestion={goTo}
        />
        {theme === undefined ? (
          <div />
        ) : (
          <QuestionPane
            key={questionId}
            review={review}
            theme={theme}
            questionId={questionId}
            walk={walk}
            onQuestion={goTo}
          />
        )}
        <ScorePane review={review} questionId={questionId} onQuestion={goTo} />
      </div>
    </Main>
  );
}

/** Where the work is: the first answer to see, or the first question when all are seen. */
function firstOf(review: Review, walk: readonly string[]): string | undefined {
  return nextToSee(review, walk, '') ?? walk[0];
}
