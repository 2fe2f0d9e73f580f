import { Button, Switch, Textarea } from '@mantine/core';
import { maxLengths } from '@probant/shared/limits';
import { type ReactNode, useState } from 'react';
import { Controller } from 'react-hook-form';
import { Link } from 'react-router';

import { formatInstantDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { DateText } from '../../ui/format/date-text.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { recurringTexts } from './recurring.texts.js';
import { type CampaignReminders, useCampaignReminders, useSetReminders } from './use-recurring.js';

/** What leaves by itself, to how many and when; who cannot be reached; and the switch. */
export function CampaignRemindersCard({ campaignId }: { readonly campaignId: string }): ReactNode {
  const { t } = useTranslation(recurringTexts);
  const reminders = useCampaignReminders(campaignId);
  const [setting, setSetting] = useState(false);
  if (reminders.isPending) return <ListSkeleton rows={2} />;
  if (!reminders.data) return <ProblemNotice error={reminders.error} onRetry={reminders.refetch} />;
  const { on, timeZone, left, awaited } = reminders.data;
  return (
    <section className="pb-card pb-campaign-reminders" aria-labelledby="campaign-reminders">
      <div className="pb-row pb-wrap pb-campaign-reminders-head">
        <h2 id="campaign-reminders">{t('reminders.title')}</h2>
        <span className={on ? 'pb-tag' : 'pb-tag pb-tag-amber'}>
          {t(on ? 'reminders.on' : 'reminders.off')}
        </span>
        <span className="pb-sm pb-muted">
          {t('reminders.awaited', { count: awaited })}, {t('reminders.left', { count: left })}
        </span>
        <Allowed action="campaigns:send">
          <Button
            size="sm"
            onClick={() => {
              setSetting(true);
            }}
          >
            {t('reminders.change')}
          </Button>
        </Allowed>
      </div>
      {on ? <Ahead reminders={reminders.data} /> : null}
      <Said reminders={reminders.data} />
      <Paused reminders={reminders.data} />
      <p className="pb-xs pb-muted">
        {t('reminders.rule')} {t('reminders.zone', { zone: placeOf(timeZone) })}
      </p>
      {setting ? (
        <SettingsDialog
          campaignId={campaignId}
          reminders={reminders.data}
          reread={reminders.refetch}
          onClose={() => {
            setSetting(false);
          }}
        />
      ) : null}
    </section>
  );
}

/** `Europe/Paris`: the place is what people know. */
function placeOf(timeZone: string): string {
  return timeZone.slice(timeZone.indexOf('/') + 1);
}

interface PartProps {
  readonly reminders: CampaignReminders;
}

function Ahead({ reminders: { next } }: PartProps): ReactNode {
  const { t } = useTranslation(recurringTexts);
  if (next.length === 0) return <p className="pb-sm pb-soft">{t('reminders.none')}</p>;
  return (
    <ul className="pb-campaign-ahead" aria-label={t('reminders.next')}>
      {next.map(({ on, offset, count }) => (
        <li key={`${on} ${offset}`}>
          <b>
            <DateText value={on} />
          </b>{' '}
          <span className="pb-muted">
            {t(offset < 0 ? 'before.days' : 'after.days', { count: Math.abs(offset) })}
          </span>{' '}
          {t('reminders.next.one', { count })}
        </li>
      ))}
    </ul>
  );
}

function Said({ reminders: { words } }: PartProps): ReactNode {
  const { t, language } = useTranslation(recurringTexts);
  const said = words[language] === '' ? words.fr : words[language];
  if (said === '') return null;
  return (
    <p className="pb-sm">
      <span className="pb-label">{t('reminders.said')}</span> <q>{said}</q>
    </p>
  );
}

function Paused({ reminders: { paused } }: PartProps): ReactNode {
  const { t, language } = useTranslation(recurringTexts);
  if (paused.length === 0) return null;
  return (
    <div className="pb-stack">
      <h3 className="pb-amber">{t('paused.title', { count: paused.length })}</h3>
      <p className="pb-sm">{t('paused.text')}</p>
      <ul className="pb-campaign-paused">
        {paused.map((one) => (
          <li key={one.assessmentId}>
            <p>
              <b>{one.supplierName}</b>, {one.engagementName}: <span className="pb-mono">{one.email}</span>{' '}
              <span className="pb-muted">
                {t('paused.since', { day: formatInstantDay(one.pausedAt, language) })}
              </span>
            </p>
            <p className="pb-sm pb-muted">
              {t('paused.reply')} <q>{one.reply}</q>
            </p>
            <p className="pb-row pb-wrap pb-sm">
              {one.mendedTo === null ? (
                <Link to={`/suppliers/${one.supplierId}`}>{t('paused.contact')}</Link>
              ) : (
                <span>{t('paused.mended', { email: one.mendedTo })}</span>
              )}
              <Link to={`/assessments/${one.assessmentId}`}>{t('paused.request')}</Link>
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface SettingsProps extends PartProps {
  readonly campaignId: string;
  readonly reread: () => unknown;
  readonly onClose: () => void;
}

function SettingsDialog({ campaignId, reminders, reread, onClose }: SettingsProps): ReactNode {
  const { t } = useTranslation(recurringTexts);
  const save = useSetReminders(campaignId);
  const state = useApiForm({
    keptAs: `campaign-reminders/${campaignId}`,
    revision: reminders.revision,
    reread,
    defaultValues: { on: reminders.on, fr: reminders.words.fr, en: reminders.words.en },
    send: async ({ on, fr, en }) => {
      await save.mutateAsync({ on, words: { fr, en }, revision: state.kept.revision });
      onClose();
    },
  });
  return (
    <Dialog title={t('reminders.change')} onClose={onClose}>
      <ApiForm state={state} submitLabel={t('reminders.save')}>
        <Controller
          control={state.form.control}
          name="on"
          render={({ field }) => (
            <Switch
              label={t('reminders.switch')}
              checked={field.value}
              onBlur={field.onBlur}
              onChange={({ currentTarget }) => {
                field.onChange(currentTarget.checked);
              }}
            />
          )}
        />
        <p className="pb-sm pb-muted">{t('reminders.rule')}</p>
        {(['fr', 'en'] as const).map((one) => (
          <Textarea
            key={one}
            label={t(`reminders.words.${one}`)}
            description={one === 'fr' ? t('reminders.words.help') : undefined}
            minRows={3}
            autosize
            maxLength={maxLengths.longText}
            {...state.field(one)}
          />
        ))}
      </ApiForm>
    </Dialog>
  );
}
