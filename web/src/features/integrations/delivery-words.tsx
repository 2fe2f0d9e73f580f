import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { DateText } from '../../ui/format/date-text.js';
import { integrationTexts } from './integrations.texts.js';
import type { Delivery, DeliveryDetail } from './use-integrations.js';

type Attempt = DeliveryDetail['attempts'][number];

const tones = { queued: 'pb-tag-amber', delivered: 'pb-tag-ok', failed: 'pb-tag-ink' } as const;

/** Whether it arrived, after how many attempts, and when the next one is due. */
export function DeliveryState({ delivery }: { readonly delivery: Delivery }): ReactNode {
  const { t } = useTranslation(integrationTexts);
  const { state, attempts, nextAttemptAt } = delivery;
  return (
    <>
      <span className={`pb-tag ${tones[state]}`}>{t(`delivery.${state}`)}</span>
      <span className="pb-integration-fact">{t('log.attempts', { count: attempts })}</span>
      {nextAttemptAt === null || attempts === 0 ? null : (
        <span className="pb-integration-fact">
          {t('log.next')} <DateText value={nextAttemptAt} as="instant" />
        </span>
      )}
    </>
  );
}

/** The status, or why there was none, and how the reply began. */
export function ReplyWords({ attempt }: { readonly attempt: Attempt }): ReactNode {
  const { t } = useTranslation(integrationTexts);
  const { status, failure, reply } = attempt;
  return (
    <>
      {failure === null ? `HTTP\u00a0${String(status)}` : t(`failure.${failure}`)}
      {reply === '' ? null : <span className="pb-integration-url">{reply.slice(0, 120)}</span>}
    </>
  );
}
