import type { ReactNode } from 'react';

import { formatInstant } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import type { Schema } from '../../platform/api/client.js';
import { drillTexts } from './drills.texts.js';

/** What the supplier said to a record, oldest first. */
export function ReplyList({
  replies,
}: {
  readonly replies: readonly Schema<'DrillReplyResponse'>[];
}): ReactNode {
  const { t, language } = useTranslation(drillTexts);
  return replies.map(({ id, stance, reason, byName, at }) => (
    <span key={id} className="pb-sm">
      <span className={stance === 'countersigned' ? 'pb-tag pb-tag-ok' : 'pb-tag pb-tag-amber'}>
        {t(`reply.${stance}`)}
      </span>{' '}
      {t('reply.by', { name: byName, instant: formatInstant(at, language) })}
      {reason === '' ? null : <> {t('reply.reason', { reason })}</>}
    </span>
  ));
}
