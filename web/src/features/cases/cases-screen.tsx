import './cases.css';

import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { GradeBadge } from '../../ui/score/grade-badge.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { caseTexts } from './cases.texts.js';
import { type CaseSummary, useCases } from './use-cases.js';

/** The cases that explain the product in a minute. */
export function CasesScreen(): ReactNode {
  const { t } = useTranslation(caseTexts);
  return (
    <Main>
      <PageHeader title={t('title')} />
      <div className="pb-page pb-stack">
        <p className="pb-soft">
          {t('list.lead')} <Link to="/lessons">{t('list.lessons')}</Link>
        </p>
        <CaseCards />
      </div>
    </Main>
  );
}

function CaseCards(): ReactNode {
  const cases = useCases();
  if (cases.isPending) return <ListSkeleton rows={3} />;
  if (cases.isError) return <ProblemNotice error={cases.error} onRetry={cases.refetch} />;
  return (
    <ul className="pb-case-cards">
      {cases.data.map((one) => (
        <li key={one.key}>
          <CaseCard summary={one} />
        </li>
      ))}
    </ul>
  );
}

function CaseCard({ summary }: { readonly summary: CaseSummary }): ReactNode {
  const { t, language } = useTranslation(caseTexts);
  const { score, grade } = summary.beforeSigning;
  return (
    <article className="pb-card pb-case-card">
      <div className="pb-row">
        <GradeBadge grade={grade} size={64} />
        <div>
          <p className="pb-big pb-tabular">{score === null ? '–' : formatNumber(score, language, 2)}</p>
          <p className="pb-xs pb-muted">
            {t('list.before')} · {t('list.facts', { count: summary.factsBeforeSigning })}
          </p>
        </div>
      </div>
      <h2>
        <Link to={`/cases/${summary.key}`}>{summary.name[language]}</Link>
      </h2>
      <p className="pb-sm pb-soft">{summary.service[language]}</p>
      <p className="pb-sm">{summary.summary[language]}</p>
      <p className="pb-xs pb-muted">{summary.source.citation[language]}</p>
    </article>
  );
}
