import { dayCautionNames } from '@probant/shared/notices/clock';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { DateText } from '../../ui/format/date-text.js';
import { noticeTexts } from './notices.texts.js';
import type { Clock, Notice } from './use-notices.js';

interface ClockCardProps {
  readonly clock: Clock | null;
  readonly state: Notice['state'];
  /** When it is safe to go on concerns the buyer alone. */
  readonly side: 'buyer' | 'supplier';
}

/** From receipt to the first day on which something may follow, each as an absolute date. */
export function ClockCard({ clock, state, side }: ClockCardProps): ReactNode {
  const { t } = useTranslation(noticeTexts);
  return (
    <section className="pb-card" aria-labelledby="notice-clock">
      <h2 id="notice-clock">{t('clock')}</h2>
      {clock === null ? (
        <p className={state === 'not-collected' ? 'pb-sm pb-amber' : 'pb-sm pb-soft'}>
          {t(state === 'not-collected' ? 'clock.missed' : 'clock.none')}
        </p>
      ) : (
        <>
          <dl className="pb-notice-clock">
            <dt className="pb-sm pb-soft">{t('clock.received')}</dt>
            <dd className="pb-tabular">
              <DateText value={clock.receivedOn} />
            </dd>
            <dt className="pb-sm pb-soft">{t('clock.deadline', { days: clock.days })}</dt>
            <dd className="pb-tabular">
              <DateText value={clock.deadlineOn} />
            </dd>
            {side === 'supplier' ? null : <SafeDays clock={clock} />}
          </dl>
          {side === 'supplier' ? null : <Cautions clock={clock} />}
        </>
      )}
    </section>
  );
}

function SafeDays({ clock }: { readonly clock: Clock }): ReactNode {
  const { t } = useTranslation(noticeTexts);
  return (
    <>
      <dt className="pb-medium">{t('clock.safe')}</dt>
      <dd className="pb-tabular pb-notice-safe">
        <DateText value={clock.firstSafeOn} />
      </dd>
      <dt className="pb-sm pb-soft">{t('clock.advised')}</dt>
      <dd className="pb-tabular">
        <DateText value={clock.advisedOn} />
      </dd>
    </>
  );
}

function Cautions({ clock }: { readonly clock: Clock }): ReactNode {
  const { t, language } = useTranslation(noticeTexts);
  const { deadlineCaution, firstSafeCaution } = clock;
  return (
    <>
      {deadlineCaution === null ? null : (
        <p className="pb-sm pb-amber">
          {t('clock.extended', { what: dayCautionNames[deadlineCaution][language] })}
        </p>
      )}
      {firstSafeCaution === null ? null : (
        <p className="pb-sm pb-amber">
          {t('clock.caution', { what: dayCautionNames[firstSafeCaution][language] })}
        </p>
      )}
    </>
  );
}
