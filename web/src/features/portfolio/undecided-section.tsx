import { undecidedStandings } from '@probant/shared/warnings/standing';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { DateText } from '../../ui/format/date-text.js';
import { portfolioTexts } from './portfolio.texts.js';

const shown = 3;

/** Warnings on which nobody has decided, the oldest silence first; nothing where there is none. */
export function UndecidedSection(): ReactNode {
  const { t } = useTranslation(portfolioTexts);
  const warnings = useQuery({
    queryKey: ['warnings', 'undecided'],
    queryFn: ({ signal }) =>
      api.get('/api/warnings', { query: { standing: 'undecided', limit: shown }, signal }),
  });
  if (warnings.data === undefined || warnings.data.total === 0) return null;
  const late = undecidedStandings.slice(-2);
  return (
    <section>
      <div className="pb-between">
        <h2>{t('undecided.title')}</h2>
        <Link className="pb-xs" to="/warnings?standing=undecided">
          {t('undecided.all', { count: warnings.data.total })}
        </Link>
      </div>
      <ul className="pb-deadlines pb-waiting-next">
        {warnings.data.items.map(({ id, subject, supplierName, decideBy, standing }) => (
          <li key={id}>
            <span className={`pb-xs pb-tabular ${late.some((one) => one === standing) ? 'pb-amber' : ''}`}>
              <DateText value={decideBy} />
            </span>
            <Link
              className="pb-side-link pb-ellipsis"
              to={`/warnings/${id}`}
              title={`${subject}, ${supplierName}`}
            >
              {subject}
              <span className="pb-muted">, {supplierName}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
