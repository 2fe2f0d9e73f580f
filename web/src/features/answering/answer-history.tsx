import type { SupplierQuestion } from '@probant/shared/questionnaires/supplier-questionnaire';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { DateText } from '../../ui/format/date-text.js';
import { answeringTexts } from './answering.texts.js';
import { Said } from './conflict-notice.js';
import { historyQuery } from './earlier-answers.js';
import type { Entry } from './queue-state.js';

interface AnswerHistoryProps {
  readonly assessmentId: string;
  readonly question: SupplierQuestion;
  readonly entry: Entry;
}

/** Every version of one answer, the newest first. */
export function AnswerHistory({ assessmentId, question, entry }: AnswerHistoryProps): ReactNode {
  const { t } = useTranslation(answeringTexts);
  const revision = entry.saved?.revision ?? 0;
  const history = useQuery(historyQuery(assessmentId, question.id, revision));
  if (history.isPending) return <TextSkeleton lines={3} />;
  if (history.isError) return <ProblemNotice error={history.error} onRetry={history.refetch} />;
  if (history.data.length === 0) return <p className="pb-sm pb-muted">{t('history.none')}</p>;
  return (
    <ol className="pb-ans-history" aria-label={t('history')}>
      {history.data.map((version) => (
        <li key={version.revision}>
          <p className="pb-xs pb-muted">
            {t('history.revision', { revision: version.revision })} · {version.savedBy} ·{' '}
            <DateText value={version.savedAt} as="instant" />
            {version.reconfirmed ? ` · ${t('history.reconfirmed')}` : ''}
          </p>
          {version.state === 'cleared' ? <p className="pb-muted">{t('history.cleared')}</p> : null}
          {version.state === 'cleared' && version.comment === '' ? null : (
            <Said question={question} answer={version} />
          )}
        </li>
      ))}
    </ol>
  );
}
