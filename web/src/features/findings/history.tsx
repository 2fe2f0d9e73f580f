import type { ReactNode } from 'react';

import { formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { DateText } from '../../ui/format/date-text.js';
import { findingTexts } from './findings.texts.js';
import type { FindingActEntry } from './use-findings.js';

interface HistoryProps {
  readonly acts: readonly FindingActEntry[];
  /** When the finding was raised, for who may know. */
  readonly raisedAt?: string;
  readonly children?: ReactNode;
}

/** Everything that was done and said, oldest first, with who and why. */
export function History({ acts, raisedAt, children }: HistoryProps): ReactNode {
  const { t } = useTranslation(findingTexts);
  return (
    <section className="pb-section" aria-labelledby="finding-history">
      <h2 id="finding-history">{t('history')}</h2>
      <ol className="pb-finding-history">
        {raisedAt === undefined ? null : (
          <li>
            <p className="pb-sm">{t('history.raised')}</p>
            <p className="pb-xs pb-muted">
              <DateText value={raisedAt} as="instant" />
            </p>
          </li>
        )}
        {acts.map((act) => (
          <li key={act.number}>
            <p className="pb-sm">
              <span className="pb-strong">{act.authorName}</span> <ActWords act={act} />
            </p>
            {act.reason === '' ? null : <p className="pb-sm pb-finding-words">{act.reason}</p>}
            <p className="pb-xs pb-muted">
              {act.by === 'product' ? '' : `${t(`side.${act.by}`)} · `}
              <DateText value={act.at} as="instant" />
            </p>
          </li>
        ))}
      </ol>
      {children}
    </section>
  );
}

function ActWords({
  act: { act, plan, proposal, acceptedUntil },
}: {
  readonly act: FindingActEntry;
}): ReactNode {
  const { t, language } = useTranslation(findingTexts);
  switch (act) {
    case 'propose':
      return t('act.propose', { on: formatDay(proposal?.dueOn ?? '', language) });
    case 'agree':
      return t('act.agree', { on: formatDay(plan?.dueOn ?? '', language) });
    case 'accept':
      return t('act.accept', { on: formatDay(acceptedUntil ?? '', language) });
    default:
      return t(`act.${act}`);
  }
}
