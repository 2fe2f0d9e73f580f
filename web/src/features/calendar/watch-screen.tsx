import './calendar.css';
import './watch.css';

import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { calendarTexts } from './calendar.texts.js';
import { WatchedEvents } from './watched-events.js';
import { WatchedTexts } from './watched-texts.js';
import { watchTexts } from './watch.texts.js';

/** Which text, date or event asks what of which contract, past and to come. */
export function WatchScreen(): ReactNode {
  const { t } = useTranslation(watchTexts);
  const { t: calendar } = useTranslation(calendarTexts);
  return (
    <Main>
      <PageHeader title={t('title')} breadcrumbs={[{ title: calendar('title'), path: '/calendar' }]} />
      <div className="pb-page pb-watch">
        <p className="pb-legal">{calendar('notice')}</p>
        <WatchedTexts />
        <section aria-labelledby="watch-events">
          <h2 id="watch-events">{t('events')}</h2>
          <p className="pb-sm pb-soft">{t('events.text')}</p>
          <WatchedEvents />
        </section>
      </div>
    </Main>
  );
}
