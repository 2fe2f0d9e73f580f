import type { ReactNode } from 'react';

import { formatInstant } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { noticeTexts } from './notices.texts.js';
import type { Reply } from './use-notices.js';

interface ReplyListProps {
  readonly replies: readonly Reply[];
  readonly title?: string;
}

/** What the supplier wrote, as it was written. */
export function ReplyList({ replies, title }: ReplyListProps): ReactNode {
  const { t, language } = useTranslation(noticeTexts);
  return (
    <section className="pb-section" aria-labelledby="notice-replies">
      <h2 id="notice-replies">{title ?? t('replies')}</h2>
      {replies.length === 0 ? <p className="pb-sm pb-muted">{t('replies.none')}</p> : null}
      <ol className="pb-notice-steps">
        {replies.map(({ id, kind, body, byName, at }) => (
          <li key={id}>
            <p className="pb-row pb-wrap">
              <span className={kind === 'contests' ? 'pb-tag pb-tag-amber' : 'pb-tag'}>
                {t(`reply.${kind}`)}
              </span>
              <span className="pb-xs pb-muted">
                {t('by', { name: byName, at: formatInstant(at, language) })}
              </span>
            </p>
            <p className="pb-notice-note">{body}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
