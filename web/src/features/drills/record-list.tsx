import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { CopyButton } from '../../ui/format/copy-button.js';
import { DateText } from '../../ui/format/date-text.js';
import { bookTexts } from './book.texts.js';
import { drillTexts } from './drills.texts.js';
import { ReplyList } from './reply-list.js';
import type { BookDrill } from './use-drills.js';

/** What was put on record of a drill, and what the supplier said to it. */
export function RecordList({ records }: { readonly records: BookDrill['records'] }): ReactNode {
  const { t } = useTranslation(bookTexts);
  const { t: words } = useTranslation(drillTexts);
  if (records.length === 0) return null;
  return (
    <div className="pb-card pb-drills-card">
      <h3>{t('records')}</h3>
      <ul className="pb-drills-list">
        {records.map(({ id, number, sha256, recordedAt, recordedByName, shared, replies }) => (
          <li key={id}>
            <span className="pb-medium">{words('record.of', { number })}</span>
            <span className="pb-sm pb-soft">
              {recordedByName}, <DateText value={recordedAt} as="instant" />
            </span>
            <CopyButton value={sha256} />
            {shared ? null : <span className="pb-tag">{t('record.alone')}</span>}
            {shared && replies.length === 0 ? <span className="pb-tag">{t('record.waiting')}</span> : null}
            <ReplyList replies={replies} />
          </li>
        ))}
      </ul>
    </div>
  );
}
