import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import { api } from '../../platform/api/client.js';
import { formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { DateText } from '../../ui/format/date-text.js';
import { ReasonDialog } from '../../ui/input/reason-dialog.js';
import { AuthorisationDialog } from './authorisation-dialog.js';
import { bookTexts } from './book.texts.js';
import { drillTexts } from './drills.texts.js';
import { type Authorisation, useKeepBook } from './use-drills.js';

interface AuthorisationCardProps {
  readonly engagementId: string;
  readonly authorisations: readonly Authorisation[];
  readonly today: string;
  readonly readOnly: boolean;
}

/** The consents of the supplier, the last one first. */
export function AuthorisationCard(props: AuthorisationCardProps): ReactNode {
  const { engagementId, authorisations, today, readOnly } = props;
  const { t } = useTranslation(bookTexts);
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Authorisation | null>(null);
  const keep = useKeepBook(engagementId);
  return (
    <section className="pb-card pb-drills-card" aria-labelledby="drill-authorisations">
      <div className="pb-between">
        <h2 id="drill-authorisations">{t('authorisations')}</h2>
        {readOnly ? null : (
          <Button
            size="xs"
            onClick={() => {
              setAdding(true);
            }}
          >
            {t('authorisation.add')}
          </Button>
        )}
      </div>
      {authorisations.length === 0 ? (
        <p className="pb-sm pb-muted">{t('authorisations.none')}</p>
      ) : (
        <ul className="pb-drills-list">
          {authorisations.map((one) => (
            <AuthorisationRow
              key={one.id}
              engagementId={engagementId}
              authorisation={one}
              today={today}
              onEnd={
                readOnly || one.withdrawnOn !== null || one.validUntil < today
                  ? null
                  : () => {
                      setEnding(one);
                    }
              }
            />
          ))}
        </ul>
      )}
      {adding ? (
        <AuthorisationDialog
          engagementId={engagementId}
          onClose={() => {
            setAdding(false);
          }}
        />
      ) : null}
      {ending === null ? null : (
        <ReasonDialog
          title={t('authorisation.withdraw.of', { reference: ending.reference })}
          text={t('authorisation.withdraw.text')}
          confirm={t('authorisation.withdraw')}
          keptAs={`drill-authorisation/${ending.id}/withdraw`}
          send={async (reason) => {
            keep(
              await api.post(
                '/api/engagements/{engagementId}/drill-authorisations/{authorisationId}/withdraw',
                { path: { engagementId, authorisationId: ending.id }, body: { reason } },
              ),
            );
          }}
          onClose={() => {
            setEnding(null);
          }}
        />
      )}
    </section>
  );
}

interface AuthorisationRowProps {
  readonly engagementId: string;
  readonly authorisation: Authorisation;
  readonly today: string;
  readonly onEnd: (() => void) | null;
}

function AuthorisationRow({ engagementId, authorisation, today, onEnd }: AuthorisationRowProps): ReactNode {
  const { t, language } = useTranslation(bookTexts);
  const { t: words } = useTranslation(drillTexts);
  const { id, reference, signatory, perimeter, validFrom, validUntil, inForce, withdrawnOn } = authorisation;
  const state =
    withdrawnOn !== null
      ? t('authorisation.withdrawn', { day: formatDay(withdrawnOn, language) })
      : inForce
        ? t('authorisation.in-force')
        : t(validFrom > today ? 'authorisation.to-come' : 'authorisation.ended');
  return (
    <li>
      <span className={inForce && withdrawnOn === null ? 'pb-tag pb-tag-ok' : 'pb-tag'}>{state}</span>
      <span className="pb-medium">{words('authorisation', { reference, signatory })}</span>
      <span className="pb-sm pb-soft">
        <DateText value={validFrom} /> – <DateText value={validUntil} />
      </span>
      <span className="pb-sm pb-muted pb-drills-perimeter">{perimeter}</span>
      <a
        className="pb-sm"
        href={`/api/engagements/${engagementId}/drill-authorisations/${id}/content`}
        aria-label={`${t('authorisation.file')}, ${reference}`}
      >
        {t('authorisation.file')}
      </a>
      {onEnd === null ? null : (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={t('authorisation.withdraw.of', { reference })}
          onClick={onEnd}
        >
          {t('authorisation.withdraw')}
        </Button>
      )}
    </li>
  );
}
