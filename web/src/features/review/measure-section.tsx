import { Button } from '@mantine/core';
import type { Question } from '@probant/shared/questionnaires/document';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { api, type Schema } from '../../platform/api/client.js';
import { useAct } from '../../platform/api/use-act.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { DateText } from '../../ui/format/date-text.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { valueLines } from '@probant/shared/answers/answer-lines';
import { measureTexts } from './measure.texts.js';
import { type Review, valueOf } from './review-model.js';

type Measure = Schema<'MeasureResponse'>;

interface MeasureSectionProps {
  readonly review: Review;
  readonly question: Question;
  readonly canWrite: boolean;
}

/** What a drill measured, beside the answer: a proposal that counts once the reviewer confirms it. */
export function MeasureSection({ review, question, canWrite }: MeasureSectionProps): ReactNode {
  const { t } = useTranslation(measureTexts);
  const { assessmentId } = review;
  const measures = useQuery({
    queryKey: ['measures', assessmentId, review.score.asOf],
    queryFn: ({ signal }) =>
      api.get('/api/assessments/{assessmentId}/measures', { path: { assessmentId }, signal }),
  });
  const measure = measures.data?.items.find(({ questionId }) => questionId === question.id);
  if (measure === undefined) return null;
  return (
    <section className="pb-examine-part" aria-labelledby="examine-measure">
      <h3 className="pb-label" id="examine-measure">
        {t('title')}
      </h3>
      <MeasureCard review={review} question={question} measure={measure} canWrite={canWrite} />
    </section>
  );
}

function MeasureCard({
  review,
  question,
  measure,
  canWrite,
}: MeasureSectionProps & { readonly measure: Measure }): ReactNode {
  const { t, language } = useTranslation(measureTexts);
  const client = useQueryClient();
  const { recordId, drillName, value, measuredOn, level, agrees, confirmedLevel, confirmedByName } = measure;
  const { assessmentId, engagementId } = review;
  const confirm = useAct({
    mutationFn: (confirmed: boolean) =>
      api.put('/api/assessments/{assessmentId}/measures/{questionId}', {
        path: { assessmentId, questionId: question.id },
        body: { recordId, confirmed },
      }),
    onSuccess: () =>
      Promise.all(
        [
          ['measures', assessmentId],
          ['reviews', assessmentId],
          ['assessments'],
          ['scores', assessmentId],
        ].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
  const raises = confirmedLevel !== null && confirmedLevel !== level;
  return (
    <>
      <p>
        <span className="pb-medium pb-tabular">
          {valueLines(question, valueOf(value), language).join(' ; ')}
        </span>{' '}
        <span className="pb-sm pb-soft">
          <Link to={`/engagements/${engagementId}/drills`}>{drillName}</Link>, <DateText value={measuredOn} />
        </span>{' '}
        <span className={confirmedLevel === null ? 'pb-tag' : 'pb-tag pb-tag-ok'}>
          {confirmedLevel === null
            ? t('proposed', { level })
            : t('confirmed', { level: confirmedLevel, name: confirmedByName ?? '' })}
        </span>
      </p>
      <p className="pb-sm pb-muted">{t(level === 'E4' ? 'countersigned' : 'alone')}</p>
      {agrees ? null : <p className="pb-sm pb-amber">{t('contradicts')}</p>}
      {confirm.isError ? <ProblemNotice error={confirm.error} /> : null}
      {canWrite ? (
        <div className="pb-row pb-wrap">
          {agrees && (confirmedLevel === null || raises) ? (
            <Button
              size="xs"
              loading={confirm.isPending}
              onClick={() => {
                confirm.mutate(true);
              }}
            >
              {t('confirm', { level })}
            </Button>
          ) : null}
          {confirmedLevel === null ? null : (
            <Button
              size="xs"
              variant="subtle"
              onClick={() => {
                confirm.mutate(false);
              }}
            >
              {t('withdraw')}
            </Button>
          )}
        </div>
      ) : null}
    </>
  );
}
