import { Button } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { answeringTexts } from './answering.texts.js';
import type { Answering } from './use-answering.js';

const QuestionThread = lazy(async () => ({ default: (await import('./question-thread.js')).QuestionThread }));

interface RequestNoticeProps {
  readonly answering: Answering;
  readonly readOnly: boolean;
}

/** What the state of the request asks of the supplier: read only, or answer what was returned. */
export function RequestNotice({ answering, readOnly }: RequestNoticeProps): ReactNode {
  const { t } = useTranslation(answeringTexts);
  const { state } = answering.sheet;
  const awaiting = state.threads.filter((thread) => thread.awaiting && thread.questionId !== '').length;
  if (readOnly) {
    return (
      <section className="pb-ans-notice">
        <p className="pb-medium">{t('closed.title')}</p>
        <p className="pb-sm pb-soft">{t('closed.hint')}</p>
        {state.submissions > 0 ? (
          <Button component={Link} size="xs" to={`/requests/${state.assessmentId}/receipt`}>
            {t('closed.receipt')}
          </Button>
        ) : null}
      </section>
    );
  }
  if (state.status !== 'returned' && (awaiting === 0 || state.submissions === 0)) return null;
  return (
    <section className="pb-ans-notice">
      <p className="pb-medium">{t('returned.title', { buyer: state.buyerName })}</p>
      <p className="pb-sm pb-soft">
        {awaiting > 0 ? t('returned.hint', { count: awaiting }) : t('returned.none')}
      </p>
      {state.submissions > 0 ? (
        <Button component={Link} size="xs" to={`/requests/${state.assessmentId}/changes`}>
          {t('returned.changes')}
        </Button>
      ) : null}
      {state.threads.some(({ questionId }) => questionId === '') ? (
        <details className="pb-ans-request-thread" open>
          <summary className="pb-sm pb-medium">{t('thread.request')}</summary>
          <Suspense fallback={<TextSkeleton lines={2} />}>
            <QuestionThread assessmentId={state.assessmentId} questionId="" />
          </Suspense>
        </details>
      ) : null}
    </section>
  );
}
