import './review.css';

import type { ReactNode } from 'react';

import type { Schema } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { FindingStatusTag } from '../../ui/finding/finding-status.js';
import { reviewTexts } from './review.texts.js';
import { useFindings } from './use-findings.js';

interface FindingListProps {
  readonly assessmentId: string;
  /** Only those about one question, without a heading of their own. */
  readonly questionId?: string;
}

/** What the buyer found and what would settle it. Nothing while there is nothing to show. */
export function FindingList({ assessmentId, questionId }: FindingListProps): ReactNode {
  const { t } = useTranslation(reviewTexts);
  const findings = useFindings(assessmentId);
  if (findings.isError) return <ProblemNotice error={findings.error} onRetry={findings.refetch} />;
  const shown = (findings.data ?? []).filter(
    (finding) => questionId === undefined || finding.questionId === questionId,
  );
  if (shown.length === 0) return null;
  const list = (
    <ul className="pb-findings">
      {shown.map((finding) => (
        <Finding key={finding.questionId} finding={finding} />
      ))}
    </ul>
  );
  if (questionId !== undefined) return list;
  return (
    <section className="pb-section">
      <h2>{t('findings')}</h2>
      {list}
    </section>
  );
}

function Finding({ finding }: { readonly finding: Schema<'SupplierFindingResponse'> }): ReactNode {
  const { t, language } = useTranslation(reviewTexts);
  const { questionId, severity, status, text, fix } = finding;
  return (
    <li>
      <p>
        <span className="pb-tag pb-tag-amber">{t(`severity.${severity}`)}</span>{' '}
        {status === 'open' ? null : <FindingStatusTag status={status} />}{' '}
        <span className="pb-mono pb-muted">{questionId}</span>
      </p>
      <p className="pb-medium">{text[language]}</p>
      <p className="pb-sm pb-soft">{t('finding.fix', { fix: fix[language] })}</p>
    </li>
  );
}
