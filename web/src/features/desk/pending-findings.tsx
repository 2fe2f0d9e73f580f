import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { FindingStatusTag } from '../../ui/finding/finding-status.js';
import { DateText } from '../../ui/format/date-text.js';
import { deskTexts } from './desk.texts.js';
import { usePendingFindings } from './use-desk.js';

/** The findings that something is still expected of. */
export function PendingFindings(): ReactNode {
  const { t, language } = useTranslation(deskTexts);
  const findings = usePendingFindings();
  return (
    <section>
      <h2>{t('findings')}</h2>
      {findings.isPending ? <ListSkeleton rows={3} /> : null}
      {findings.isError ? <ProblemNotice error={findings.error} onRetry={findings.refetch} /> : null}
      {findings.data?.items.length === 0 ? <p className="pb-muted">{t('findings.none')}</p> : null}
      <ul className="pb-desk-list">
        {(findings.data?.items ?? []).map((finding) => (
          <li key={finding.id}>
            <span className="pb-desk-what">
              <Link to={`/follow-up/findings/${finding.id}`}>{finding.text[language]}</Link>
              <span className="pb-sm pb-muted">{finding.buyerName}</span>
            </span>
            <span className="pb-desk-when pb-sm">
              <FindingStatusTag status={finding.status} />
              {finding.plan === null ? null : (
                <span>
                  {t('findings.until')} <DateText value={finding.plan.dueOn} />
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      <Link className="pb-sm" to="/follow-up/findings?status=pending">
        {t('findings.all', { count: findings.data?.total ?? 0 })}
      </Link>
    </section>
  );
}
