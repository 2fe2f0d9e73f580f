import './weighing.css';

import { Button } from '@mantine/core';
import { parisDay } from '@probant/shared/calendar';
import { type ReactNode, useMemo, useState } from 'react';

import { formatDay, formatTime } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { EffectsPane } from './effects-pane.js';
import { Ranking } from './ranking.js';
import { SaveDialog } from './save-dialog.js';
import { profileName, SavedProfiles } from './saved-profiles.js';
import { completeWeights, type Start, type Trial, useTrial } from './use-trial.js';
import { type Profile, useProfiles, useWeighing, type WeighingReply } from './use-weighing.js';
import { WeightsPane } from './weights-pane.js';
import { weighingTexts } from './weighing.texts.js';

type ProfilesReply = NonNullable<ReturnType<typeof useProfiles>['data']>;

/** Weights tried on everybody at once, before anybody is scored with them. */
export function WeighingScreen(): ReactNode {
  const { t } = useTranslation(weighingTexts);
  const weighing = useWeighing();
  const profiles = useProfiles();
  if (weighing.isSuccess && profiles.isSuccess) {
    // A new default is a new starting point.
    return <Bench key={weighing.data.profile.id} weighing={weighing.data} profiles={profiles.data} />;
  }
  const failed = weighing.isError ? weighing : profiles.isError ? profiles : null;
  return (
    <Main>
      <PageHeader title={t('title')} />
      <div className="pb-page">
        {failed ? (
          <ProblemNotice error={failed.error} onRetry={failed.refetch} />
        ) : (
          <ListSkeleton rows={12} />
        )}
      </div>
    </Main>
  );
}

interface BenchProps {
  readonly weighing: WeighingReply;
  readonly profiles: ProfilesReply;
}

const usualMost = 25;

function Bench({ weighing, profiles }: BenchProps): ReactNode {
  const { t, language } = useTranslation(weighingTexts);
  const trial = useTrial(weighing, weighing.profile.name);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [saved, setSaved] = useState<Profile | null>(null);
  const { documents } = weighing;
  const presets = profiles.presets.map(({ key, label, themes }): Start => {
    // The brackets tell where the preset comes from; on a button they are too much.
    const name = label[language].replace(/\s*\([^)]*\)$/, '');
    return { key, preset: key, name, weights: completeWeights(documents, { themes, questions: {} }) };
  });
  // Weights move nothing of a score that its floor holds: the first that they do move says more.
  const moving = weighing.engagements.find(({ score, floor }) => score > floor) ?? weighing.engagements[0];
  const chosen = trial.ranked.find(({ engagement }) => engagement.id === (chosenId ?? moving?.id)) ?? null;
  const most = Math.ceil(Math.max(usualMost, ...Object.values(trial.start.weights.themes)));
  const limits = useMemo(() => (documents[0]?.grades ?? []).slice(0, -1).map(({ max }) => max), [documents]);
  return (
    <Main className="pb-weighing">
      <BenchHeader
        weighing={weighing}
        trial={trial}
        saved={saved}
        revision={profiles.revision}
        onSaved={(profile) => {
          setSaved(profile);
          trial.startFrom(toStart(profile, documents));
        }}
      />
      <div className="pb-weighing-grid">
        <WeightsPane trial={trial} documents={documents} presets={presets} most={most} />
        {trial.ranked.length === 0 ? (
          <EmptyState title={t('ranking.none')}>{t('ranking.none.text')}</EmptyState>
        ) : (
          <Ranking
            ranked={trial.ranked}
            limits={limits}
            chosen={chosen?.engagement.id ?? null}
            onChoose={setChosenId}
            behind={trial.behind}
          />
        )}
        <EffectsPane trial={trial} documents={documents} chosen={chosen} most={most}>
          <SavedProfiles
            profiles={profiles.profiles}
            revision={profiles.revision}
            onOpen={(profile) => {
              trial.startFrom(toStart(profile, documents));
            }}
          />
        </EffectsPane>
      </div>
    </Main>
  );
}

function toStart(profile: Profile, documents: WeighingReply['documents']): Start {
  return {
    key: profile.id,
    preset: profile.preset,
    name: profile.name,
    weights: completeWeights(documents, profile),
  };
}

interface BenchHeaderProps {
  readonly weighing: WeighingReply;
  readonly trial: Trial;
  readonly saved: Profile | null;
  readonly revision: number;
  readonly onSaved: (profile: Profile) => void;
}

function BenchHeader({ weighing, trial, saved, revision, onSaved }: BenchHeaderProps): ReactNode {
  const { t, language } = useTranslation(weighingTexts);
  const mayManage = useCan('profiles:manage');
  const [saving, setSaving] = useState(false);
  const { total, engagements, asOf, profile } = weighing;
  const date = formatDay(parisDay(asOf), language);
  const count = engagements.length;
  const isPublished = trial.start.key === profile.id && trial.differences === 0;
  return (
    <PageHeader
      title={isPublished ? profileName(profile) : t('title.trial')}
      breadcrumbs={[{ title: t('title'), path: '/weighing' }]}
      subtitle={total > count ? t('scope.more', { count, total, date }) : t('scope', { count, date })}
      actions={
        <>
          {saved && trial.start.key === saved.id ? (
            <StatusLine kind="done">
              {t('saved', {
                name: saved.name,
                number: String(saved.number),
                time: formatTime(saved.createdAt, language),
              })}
            </StatusLine>
          ) : null}
          {trial.differences > 0 ? (
            <>
              <StatusLine kind="note">{t('differences', { count: trial.differences })}</StatusLine>
              <Button variant="subtle" onClick={trial.reset}>
                {t('reset')}
              </Button>
            </>
          ) : null}
          {mayManage ? (
            <Button
              variant="filled"
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
            revision={revision}
            opened={saving}
            onClose={() => {
              setSaving(false);
            }}
            onSaved={onSaved}
          />
        </>
      }
    />
  );
}
