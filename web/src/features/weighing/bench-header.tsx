import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import { formatInstantDay, formatNumber, formatTime } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { toListQuery } from '../../platform/api/list-query.js';
import { useCan } from '../../platform/session/allowed.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { ExportMenu } from '../../ui/list/export-menu.js';
import { PageHeader } from '../../ui/shell/page.js';
import { SaveDialog } from './save-dialog.js';
import type { Trial } from './use-trial.js';
import type { Profile, useProfiles, WeighingReply } from './use-weighing.js';
import { weighingTexts } from './weighing.texts.js';

/** What was published from here, and what it changed. */
export interface Published {
  readonly name: string;
  readonly rescored: number;
}

interface BenchHeaderProps {
  readonly weighing: WeighingReply;
  readonly trial: Trial;
  readonly profiles: NonNullable<ReturnType<typeof useProfiles>['data']>;
  readonly published: Published | null;
  readonly onSaved: (profile: Profile, rescored: number | null) => void;
  readonly onCompare: () => void;
}

/** Beyond these a weight moves no score. */
const decimals = 10;

/** Which weights these are, what was last done with them, and what can be. */
export function BenchHeader(props: BenchHeaderProps): ReactNode {
  const { weighing, trial, profiles, published, onSaved, onCompare } = props;
  const { t, language } = useTranslation(weighingTexts);
  const mayManage = useCan('profiles:manage');
  const [saving, setSaving] = useState(false);
  const [saved, setSaved] = useState<Profile | null>(null);
  const { total, asOf, profile } = weighing;
  const { start, differences } = trial;
  const date = formatInstantDay(asOf, language);
  const unchanged = differences === 0 && start.savedAs !== null;
  const isPublished = unchanged && start.key === profile.id;
  return (
    <PageHeader
      title={unchanged ? start.name : t('title.trial')}
      breadcrumbs={[{ title: t('title'), path: '/weighing' }]}
      subtitle={t('scope', { count: total, number: formatNumber(total, language, 0), date })}
      tags={unchanged && !isPublished ? <span className="pb-tag">{t('unpublished')}</span> : undefined}
      actions={
        <>
          {isPublished && published !== null ? (
            <StatusLine kind="done">
              {t('published', { name: published.name, count: published.rescored })}
            </StatusLine>
          ) : null}
          {!isPublished && saved !== null && start.key === saved.id ? (
            <StatusLine kind="done">
              {t('saved', {
                name: saved.name,
                number: String(saved.number),
                time: formatTime(saved.createdAt, language),
              })}
            </StatusLine>
          ) : null}
          {differences > 0 ? (
            <>
              <StatusLine kind="note">
                {t('differences', { count: differences, start: start.name })}
              </StatusLine>
              <Button variant="subtle" onClick={trial.reset}>
                {t('reset')}
              </Button>
            </>
          ) : null}
          {total === 0 ? null : <ExportMenu list="weighing" query={trialQuery(trial)} />}
          <Button onClick={onCompare} disabled={total === 0}>
            {t('compare')}
          </Button>
          {mayManage ? (
            <Button
              variant="filled"
              // The warning beside the weights says why.
              disabled={trial.weighsNothing}
              onClick={() => {
                setSaving(true);
              }}
            >
              {t('save')}
            </Button>
          ) : (
            <span className="pb-sm pb-muted">{t('role.read')}</span>
          )}
          <SaveDialog
            trial={trial}
            profiles={profiles.profiles}
            revision={profiles.revision}
            opened={saving}
            onClose={() => {
              setSaving(false);
            }}
            onSaved={(profileSaved, rescored) => {
              setSaved(profileSaved);
              onSaved(profileSaved, rescored);
            }}
          />
        </>
      }
    />
  );
}

/** The weights on trial, as the file of their ranking asks for them. */
function trialQuery({ weights }: Trial): ReturnType<typeof toListQuery> {
  const written = (some: Readonly<Record<string, number>>): string =>
    Object.entries(some)
      .map(([code, weight]) => `${code}:${weight.toFixed(decimals).replace(/\.?0+$/, '')}`)
      .join(',');
  return toListQuery({ themes: written(weights.themes), questions: written(weights.questions) });
}
