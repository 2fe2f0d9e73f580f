import type { ReactNode } from 'react';

import { formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { DateText } from '../../ui/format/date-text.js';
import { obligationTexts } from './obligation.texts.js';
import type { ObligationDetail } from './use-calendar.js';

type Mark = ObligationDetail['history'][number];

/** Everything that was said of an obligation, the last first; nothing of it is ever taken away. */
export function MarkHistory({ obligation }: { readonly obligation: ObligationDetail }): ReactNode {
  const { t } = useTranslation(obligationTexts);
  const { history, dueOn } = obligation;
  const last = history[0];
  return (
    <section className="pb-section" aria-labelledby="obligation-history">
      <h2 id="obligation-history">{t('history.title')}</h2>
      {history.length === 0 ? <p className="pb-soft">{t('history.none')}</p> : null}
      {last && last.dueOn !== dueOn && last.act !== 'reopened' ? (
        <p className="pb-sm pb-amber">{t('history.other-day')}</p>
      ) : null}
      <ol className="pb-cal-history">
        {history.map((mark) => (
          <HistoryLine key={mark.number} mark={mark} dueOn={dueOn} />
        ))}
      </ol>
    </section>
  );
}

function HistoryLine({ mark, dueOn }: { readonly mark: Mark; readonly dueOn: string }): ReactNode {
  const { t, language } = useTranslation(obligationTexts);
  const day = mark.on === null ? '' : formatDay(mark.on, language);
  const said = mark.act === 'reopened' ? t('history.reopened') : t(`history.${mark.act}`, { day });
  return (
    <li>
      <p>
        <span className="pb-medium">{said}</span>
        {mark.dueOn === dueOn ? null : (
          <span className="pb-muted"> {t('history.of', { day: formatDay(mark.dueOn, language) })}</span>
        )}
      </p>
      <p className="pb-soft pb-cal-note">{mark.note}</p>
      <p className="pb-xs pb-muted">
        {mark.byName} · <DateText value={mark.at} as="instant" />
      </p>
    </li>
  );
}
