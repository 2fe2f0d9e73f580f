import { type ReactNode, useEffect, useState } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { listKeptRequests, type KeptRequest } from '../../platform/kept/kept-sheets.js';
import { useSignedIn } from '../../platform/session/session.js';
import { DateText } from '../format/date-text.js';
import { uiTexts } from '../ui.texts.js';

/** Where a list cannot be read without a network: the requests that open all the same. */
export function KeptRequests(): ReactNode {
  const { t } = useTranslation(uiTexts);
  const requests = useKeptRequests();
  if (requests.length === 0) return null;
  return (
    <section className="pb-section" aria-labelledby="kept-requests">
      <h2 id="kept-requests">{t('kept.requests')}</h2>
      <p className="pb-sm pb-soft">{t('kept.requests.hint')}</p>
      <ul className="pb-stack">
        {requests.map(({ assessmentId, title, buyerName, dueOn }) => (
          <li key={assessmentId}>
            <Link to={`/requests/${assessmentId}`}>{title}</Link>{' '}
            <span className="pb-sm pb-muted">
              {buyerName} · <DateText value={dueOn} as="day" />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useKeptRequests(): readonly KeptRequest[] {
  const { account, organisation } = useSignedIn();
  const [requests, setRequests] = useState<readonly KeptRequest[]>([]);
  const owner = { accountId: account.id, organisationId: organisation?.id ?? '' };
  const { accountId, organisationId } = owner;
  useEffect(() => {
    let isOver = false;
    listKeptRequests({ accountId, organisationId }).then(
      (found) => {
        if (!isOver) setRequests(found);
      },
      // Nothing is kept here: the notice above says what is wrong.
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [accountId, organisationId]);
  return requests;
}
