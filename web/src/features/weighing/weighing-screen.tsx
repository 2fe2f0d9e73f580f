import './weighing.css';

import { type ReactNode, useMemo, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useSignedIn } from '../../platform/session/session.js';
import { ConfirmDialog } from '../../ui/feedback/confirm-dialog.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { Warning } from '../../ui/feedback/warning.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { BenchHeader, type Published } from './bench-header.js';
import { EffectsPane } from './effects-pane.js';
import { trialPlace } from './kept-trial.js';
import { Ranking } from './ranking.js';
import { profileName, SavedProfiles } from './saved-profiles.js';
import { completeWeights, type Start, useTrial } from './use-trial.js';
import { type Profile, useProfiles, useWeighing, type WeighingReply } from './use-weighing.js';
import { WeightsPane } from './weights-pane.js';
import { weighingTexts } from './weighing.texts.js';

type ProfilesReply = NonNullable<ReturnType<typeof useProfiles>['data']>;

/** Weights tried on everybody at once, before anybody is scored with them. */
export function WeighingScreen(): ReactNode {
  const { t } = useTranslation(weighingTexts);
  const weighing = useWeighing();
  const profiles = useProfiles();
  const [published, setPublished] = useState<Published | null>(null);
  if (weighing.isSuccess && profiles.isSuccess) {
    return (
      <Bench
        // A new default is a new starting point.
        key={weighing.data.profile.id}
        weighing={weighing.data}
        profiles={profiles.data}
        published={published}
        onPublished={(profile, rescored) => {
          setPublished({ name: profileName(profile), rescored });
        }}
      />
    );
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
  readonly published: Published | null;
  readonly onPublished: (profile: Pick<Profile, 'name' | 'number'>, rescored: number) => void;
}

const usualMost = 25;

function Bench({ weighing, profiles, published, onPublished }: BenchProps): ReactNode {
  const { t } = useTranslation(weighingTexts);
  const { account, organisation } = useSignedIn();
  const place = trialPlace(organisation?.id ?? '', account.id);
  const trial = useTrial(weighing, profileName(weighing.profile), place);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [asking, setAsking] = useState<Start | null>(null);
  const { documents } = weighing;
  const presets = usePresets(profiles, documents);
  const begin = (start: Start): void => {
    if (trial.differences > 0) setAsking(start);
    else trial.startFrom(start);
  };
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
        profiles={profiles}
        published={published}
        onSaved={(profile, rescored) => {
          trial.startFrom(toStart(profile, documents));
          if (rescored !== null) onPublished(profile, rescored);
        }}
      />
      <div className="pb-weighing-grid">
        <WeightsPane trial={trial} documents={documents} presets={presets} most={most} onStart={begin} />
        {trial.ranked.length === 0 ? (
          <EmptyState title={t('ranking.none')}>{t('ranking.none.text')}</EmptyState>
        ) : trial.weighsNothing ? (
          <div className="pb-ranking">
            <Warning>{t('nothing.weighs')}</Warning>
          </div>
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
            startKey={trial.start.key}
            onOpen={(profile) => {
              begin(toStart(profile, documents));
            }}
            onPublished={onPublished}
          />
        </EffectsPane>
      </div>
      <ConfirmDialog
        opened={asking !== null}
        title={t('replace.title')}
        confirm={t('replace.confirm', { name: asking?.name ?? '' })}
        act={() => {
          if (asking) trial.startFrom(asking);
          return Promise.resolve();
        }}
        onClose={() => {
          setAsking(null);
        }}
      >
        {t('replace.text', { count: trial.differences, start: trial.start.name })}
      </ConfirmDialog>
    </Main>
  );
}

function usePresets(profiles: ProfilesReply, documents: WeighingReply['documents']): readonly Start[] {
  const { language } = useTranslation(weighingTexts);
  return profiles.presets.map(({ key, label, themes }): Start => {
    // The brackets tell where the preset comes from; on a button they are too much.
    const name = label[language].replace(/\s*\([^)]*\)$/, '');
    const weights = completeWeights(documents, { themes, questions: {} });
    return { key, preset: key, name, savedAs: null, weights };
  });
}

function toStart(profile: Profile, documents: WeighingReply['documents']): Start {
  return {
    key: profile.id,
    preset: profile.preset,
    name: profileName(profile),
    savedAs: profile.name,
    weights: completeWeights(documents, profile),
  };
}
