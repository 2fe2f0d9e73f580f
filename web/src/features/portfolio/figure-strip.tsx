import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { formatNumber, formatShare } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { portfolioTexts } from './portfolio.texts.js';
import { listBehind, type Summary } from './use-portfolio.js';

interface FigureProps {
  readonly label: string;
  readonly value: number;
  /** Beside the number: of how many, which share. */
  readonly beside?: string;
  readonly to: string;
  readonly alarming?: boolean;
  /** The line below; a link when it is a number of its own. */
  readonly children: ReactNode;
}

/** The figures of the portfolio; each opens the list that it counts. */
export function FigureStrip({ summary }: { readonly summary: Summary }): ReactNode {
  const { t, language } = useTranslation(portfolioTexts);
  const { scored, engagements, statuses } = summary;
  const high = (summary.grades['D'] ?? 0) + (summary.grades['E'] ?? 0);
  return (
    <ul className="pb-figures" aria-label={t('kpis')}>
      <Figure
        label={t('kind.scored')}
        value={scored}
        beside={t('kpi.of', { count: engagements })}
        to={listBehind({ kind: 'scored' })}
      >
        <Link to={listBehind({ kind: 'awaited', sort: 'due' }, 'list')}>
          {t('kpi.awaited', { count: summary.awaited })}
        </Link>
      </Figure>
      <Figure
        label={t('kind.d-or-e')}
        value={high}
        {...(scored > 0 ? { beside: formatShare(high / scored, language) } : {})}
        to={listBehind({ kind: 'd-or-e' })}
      >
        {t('kpi.of-scored')}
      </Figure>
      <Figure
        label={t('kind.unlawful')}
        value={summary.unlawful}
        to={listBehind({ kind: 'unlawful' })}
        alarming={summary.unlawful > 0}
      >
        {t('kpi.unlawful')}
      </Figure>
      <Figure
        label={t('kind.undemonstrated')}
        value={summary.undemonstrated}
        to={listBehind({ kind: 'undemonstrated' })}
      >
        {t('kpi.undemonstrated.text')}
      </Figure>
      <Figure
        label={t('kind.overdue')}
        value={summary.overdue}
        to={listBehind({ kind: 'overdue', sort: 'due' }, 'list')}
      >
        {t('kpi.overdue.text')}
      </Figure>
      <Figure
        label={t('kind.to-review')}
        value={summary.toReview}
        to={listBehind({ kind: 'to-review', sort: 'due' }, 'list')}
      >
        <Link to={listBehind({ status: 'reviewed', sort: 'due' }, 'list')}>
          {t('kpi.to-decide', { count: statuses['reviewed'] ?? 0 })}
        </Link>
      </Figure>
      <Figure
        label={t('kind.unscored')}
        value={engagements - scored}
        to={listBehind({ kind: 'unscored' }, 'list')}
      >
        <Link to={listBehind({ status: 'none' }, 'list')}>
          {t('kpi.never', { count: statuses['none'] ?? 0 })}
        </Link>
      </Figure>
    </ul>
  );
}

function Figure({ label, value, beside, to, alarming = false, children }: FigureProps): ReactNode {
  const { language } = useTranslation(portfolioTexts);
  return (
    <li className="pb-figure">
      <Link className="pb-figure-link" to={to}>
        <span className="pb-figure-label">{label}</span>{' '}
        <span className={`pb-figure-value pb-tabular ${alarming ? 'pb-verm' : ''}`}>
          {formatNumber(value, language)} {beside === undefined ? null : <small>{beside}</small>}
        </span>
      </Link>
      <p className="pb-figure-line pb-xs">{children}</p>
    </li>
  );
}
