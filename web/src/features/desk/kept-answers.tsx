import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { DateText } from '../../ui/format/date-text.js';
import { deskTexts } from './desk.texts.js';
import type { DeskView } from './use-desk.js';

/** The way to the answer library, with the answers whose pieces have lapsed or lapse soon. */
export function KeptAnswers({ answers }: { readonly answers: DeskView['answers'] }): ReactNode {
  const { t, language } = useTranslation(deskTexts);
  const { total, lapsing, next } = answers;
  return (
    <section>
      <h2>{t('answers')}</h2>
      {total === 0 ? (
        <p className="pb-muted">{t('answers.none')}</p>
      ) : (
        <>
          <p className="pb-sm pb-muted">{t('answers.count', { count: total })}</p>
          <p className="pb-sm">
            {lapsing === 0 ? t('answers.well') : t('answers.lapsing', { count: lapsing })}
          </p>
        </>
      )}
      <ul className="pb-desk-list">
        {next.map(({ id, questionId, text, expiresOn, lapsed }) => (
          <li key={id}>
            <span className="pb-desk-what">
              <Link to={`/answers/${id}`}>{text[language]}</Link>
              <span className="pb-mono pb-xs pb-muted">{questionId}</span>
            </span>
            <span className={`pb-sm ${lapsed ? 'pb-tag pb-tag-amber' : ''}`}>
              {t(lapsed ? 'pieces.expired' : 'pieces.expires')} <DateText value={expiresOn} />
            </span>
          </li>
        ))}
      </ul>
      <Link className="pb-sm" to="/answers">
        {t('answers.all')}
      </Link>
    </section>
  );
}
