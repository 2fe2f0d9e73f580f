import type { ReactNode } from 'react';

import { formatInstant } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { contractTexts } from './contracts.texts.js';
import { useClauseHistory } from './use-contract.js';

interface ClauseHistoryProps {
  readonly engagementId: string;
  readonly clauseId: string;
  /** Of the assessment that holds; there is nothing earlier before the second. */
  readonly revision: number;
}

export function ClauseHistory({ engagementId, clauseId, revision }: ClauseHistoryProps): ReactNode {
  const { t } = useTranslation(contractTexts);
  if (revision < 2) return null;
  return (
    <details className="pb-contract-more">
      <summary>{t('history')}</summary>
      <Lines engagementId={engagementId} clauseId={clauseId} />
    </details>
  );
}

function Lines({
  engagementId,
  clauseId,
}: {
  readonly engagementId: string;
  readonly clauseId: string;
}): ReactNode {
  const { t, language } = useTranslation(contractTexts);
  const history = useClauseHistory(engagementId, clauseId);
  if (history.isPending) return <TextSkeleton lines={2} />;
  if (history.isError) return <ProblemNotice error={history.error} onRetry={history.refetch} />;
  const [, ...earlier] = history.data.items;
  return (
    <ol className="pb-stack pb-sm">
      {earlier.map(({ revision, status, byName, at, quote, note }) => (
        <li key={revision}>
          <p>
            {t('history.line', {
              status: t(`status.${status}`),
              name: byName,
              at: formatInstant(at, language),
            })}
          </p>
          {quote === '' ? null : <p className="pb-contract-excerpt">{quote}</p>}
          {note === '' ? null : <p className="pb-muted">{note}</p>}
        </li>
      ))}
    </ol>
  );
}
