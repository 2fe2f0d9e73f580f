import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import type { Schema } from '../../platform/api/client.js';
import { DateText } from '../../ui/format/date-text.js';
import { assessmentTexts } from './assessments.texts.js';
import type { Assessment } from './use-campaigns.js';

type Recipient = Schema<'RecipientResponse'>;

/** Who holds the link, what became of it, and who held it before. */
export function RecipientCard({ assessment }: { readonly assessment: Assessment }): ReactNode {
  const { t } = useTranslation(assessmentTexts);
  const current = assessment.recipients.find(({ revokedAt }) => revokedAt === null);
  const before = assessment.recipients.filter((recipient) => recipient !== current);
  return (
    <>
      <section className="pb-card pb-assessment-person" aria-labelledby="assessment-recipient">
        <h2 id="assessment-recipient">{t('one.recipient')}</h2>
        {current ? <Person recipient={current} /> : <p className="pb-soft">{t('one.recipient.none')}</p>}
      </section>
      {before.length > 0 ? (
        <section className="pb-sm" aria-labelledby="assessment-recipients-before">
          <h3 id="assessment-recipients-before">{t('one.recipients.before')}</h3>
          <ul>
            {before.map(({ id, name, email, revokedAt }) => (
              <li key={id}>
                {name} <span className="pb-muted">{email}</span>
                {revokedAt === null ? null : (
                  <span className="pb-muted">
                    , {t('one.link.revoked')} <DateText value={revokedAt} />
                  </span>
                )}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

function Person({ recipient }: { readonly recipient: Recipient }): ReactNode {
  const { t } = useTranslation(assessmentTexts);
  const { name, email, expired, expiresAt, openedAt, acceptedAt } = recipient;
  return (
    <>
      <p className="pb-medium">{name}</p>
      <p className="pb-sm pb-soft">
        <a href={`mailto:${email}`}>{email}</a>
      </p>
      <dl>
        <div>
          <dt>{t(expired ? 'one.link.expired' : 'one.link.valid')}</dt>
          <dd className={expired ? 'pb-amber' : undefined}>
            <DateText value={expiresAt} />
          </dd>
        </div>
        <div>
          <dt>{openedAt === null ? t('one.link.unopened') : t('one.link.opened')}</dt>
          <dd>{openedAt === null ? null : <DateText value={openedAt} as="instant" />}</dd>
        </div>
        {acceptedAt === null ? null : (
          <div>
            <dt>{t('one.link.accepted')}</dt>
            <dd>
              <DateText value={acceptedAt} as="instant" />
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}
