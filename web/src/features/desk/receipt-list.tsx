import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { DateText } from '../../ui/format/date-text.js';
import { deskTexts } from './desk.texts.js';
import type { DeskView } from './use-desk.js';

/** The last submissions, each with its receipt. */
export function ReceiptList({ receipts }: { readonly receipts: DeskView['receipts'] }): ReactNode {
  const { t } = useTranslation(deskTexts);
  return (
    <section>
      <h2>{t('receipts')}</h2>
      {receipts.length === 0 ? <p className="pb-muted">{t('receipts.none')}</p> : null}
      <ul className="pb-desk-list">
        {receipts.map(
          ({ submissionId, assessmentId, buyerName, title, number, submittedAt, attestedByName }) => (
            <li key={submissionId}>
              <span className="pb-desk-what">
                <Link to={`/requests/${assessmentId}/receipt?submission=${submissionId}`}>{title}</Link>
                <span className="pb-sm pb-muted">
                  {buyerName}, {t('receipts.number', { number, name: attestedByName })}
                </span>
              </span>
              <span className="pb-sm">
                <DateText value={submittedAt} />
              </span>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
