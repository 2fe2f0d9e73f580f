import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import type { Language } from '../../platform/i18n/language.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { Warning } from '../../ui/feedback/warning.js';
import { CopyButton } from '../../ui/format/copy-button.js';
import { DateText } from '../../ui/format/date-text.js';
import { subscribeTexts } from './subscribe.texts.js';
import {
  type Settings,
  useChooseReminders,
  useOpenFeed,
  useRevokeFeed,
  useSettings,
} from './use-calendar.js';

/** The secret address and the reminders of whoever is signed in. */
export function SubscribeDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation(subscribeTexts);
  const settings = useSettings();
  return (
    <Dialog title={t('subscribe.title')} onClose={onClose} size="lg" keepsNothing>
      {settings.isPending ? <TextSkeleton lines={6} /> : null}
      {settings.isError ? <ProblemNotice error={settings.error} onRetry={settings.refetch} /> : null}
      {settings.data ? (
        <div className="pb-stack">
          <Feed settings={settings.data} />
          <ReminderChoice settings={settings.data} />
        </div>
      ) : null}
    </Dialog>
  );
}

function Feed({ settings: { feed } }: { readonly settings: Settings }): ReactNode {
  const { t, language } = useTranslation(subscribeTexts);
  const [chosen, setChosen] = useState<Language>(feed?.language ?? language);
  const open = useOpenFeed();
  const revoke = useRevokeFeed();
  return (
    <section aria-labelledby="calendar-feed" className="pb-stack">
      <h3 id="calendar-feed">{t('feed.title')}</h3>
      <p className="pb-sm pb-soft">{t('feed.text')}</p>
      {open.data && feed !== null ? (
        <div className="pb-cal-address" role="status">
          <p className="pb-label">{t('feed.address')}</p>
          <CopyButton value={open.data.address}>{open.data.address}</CopyButton>
          <Warning>{t('feed.once')}</Warning>
        </div>
      ) : null}
      {feed === null ? null : <FeedFacts feed={feed} />}
      <NativeSelect
        label={t('feed.language')}
        value={chosen}
        data={[
          { value: 'fr', label: 'Français' },
          { value: 'en', label: 'English' },
        ]}
        onChange={(event) => {
          setChosen(event.currentTarget.value === 'en' ? 'en' : 'fr');
        }}
      />
      {feed === null ? null : <p className="pb-xs pb-muted">{t('feed.renew.text')}</p>}
      {open.isError ? <ProblemNotice error={open.error} /> : null}
      {revoke.isError ? <ProblemNotice error={revoke.error} /> : null}
      <div className="pb-row pb-wrap">
        <Button
          variant={feed === null ? 'filled' : 'default'}
          loading={open.isPending}
          onClick={() => {
            open.mutate(chosen);
          }}
        >
          {t(feed === null ? 'feed.open' : 'feed.renew')}
        </Button>
        {feed === null ? null : (
          <Button
            loading={revoke.isPending}
            onClick={() => {
              revoke.mutate();
            }}
          >
            {t('feed.revoke')}
          </Button>
        )}
      </div>
    </section>
  );
}

function FeedFacts({ feed }: { readonly feed: NonNullable<Settings['feed']> }): ReactNode {
  const { t } = useTranslation(subscribeTexts);
  return (
    <dl className="pb-cal-facts">
      <dt>{t('feed.opened')}</dt>
      <dd>
        <DateText value={feed.createdAt} as="instant" />
      </dd>
      <dt>{t('feed.read')}</dt>
      <dd>{feed.readAt === null ? t('feed.never') : <DateText value={feed.readAt} as="relative" />}</dd>
    </dl>
  );
}

function ReminderChoice({ settings }: { readonly settings: Settings }): ReactNode {
  const { t } = useTranslation(subscribeTexts);
  const choose = useChooseReminders();
  return (
    <section aria-labelledby="calendar-reminders" className="pb-section pb-stack">
      <h3 id="calendar-reminders">{t('reminders.title')}</h3>
      <Checkbox
        label={t('reminders.label')}
        description={t('reminders.text')}
        checked={settings.reminders}
        onChange={(event) => {
          choose.mutate(event.currentTarget.checked);
        }}
      />
      {choose.isError ? <ProblemNotice error={choose.error} /> : null}
    </section>
  );
}
