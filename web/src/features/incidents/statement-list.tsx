import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { DateText } from '../../ui/format/date-text.js';
import { incidentTexts } from './incidents.texts.js';
import type { Statement } from './use-incidents.js';

/** Everything that either side stated, oldest first. */
export function StatementList({ statements }: { readonly statements: readonly Statement[] }): ReactNode {
  const { t } = useTranslation(incidentTexts);
  return (
    <details className="pb-incident-details">
      <summary>
        {t('statements')} ({statements.length})
      </summary>
      <ol className="pb-incident-statements">
        {statements.map(({ id, side, facts, byName, at }) => (
          <li key={id}>
            <span className="pb-tag">{t(`statement.${side}`)}</span>{' '}
            <span className="pb-sm pb-soft">
              {byName}, <DateText value={at} as="instant" />
            </span>
            <p className="pb-sm pb-incident-words">{facts.text}</p>
          </li>
        ))}
      </ol>
    </details>
  );
}
