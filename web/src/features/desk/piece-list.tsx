import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { DateText } from '../../ui/format/date-text.js';
import { deskTexts } from './desk.texts.js';
import type { DeskView } from './use-desk.js';

/** Pieces that have lapsed or lapse soon, in the order of their last day. */
export function PieceList({ pieces }: { readonly pieces: DeskView['pieces'] }): ReactNode {
  const { t } = useTranslation(deskTexts);
  const { total, expired, soon, next } = pieces;
  return (
    <section>
      <h2>{t('pieces')}</h2>
      <p className="pb-sm pb-muted">{t('pieces.counts', { total, expired, soon })}</p>
      {next.length === 0 ? <p className="pb-muted">{t('pieces.none')}</p> : null}
      <ul className="pb-desk-list">
        {next.map(({ id, name, expiresOn, lapsed, questions, assessmentId }) => (
          <li key={id}>
            <span className="pb-desk-what">
              {assessmentId === null ? name : <Link to={`/requests/${assessmentId}`}>{name}</Link>}
              <span className="pb-sm pb-muted">{t('pieces.questions', { count: questions })}</span>
            </span>
            <span className={`pb-sm ${lapsed ? 'pb-tag pb-tag-amber' : ''}`}>
              {t(lapsed ? 'pieces.expired' : 'pieces.expires')} <DateText value={expiresOn} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
