import './weighing.css';

import { type ReactNode, useMemo, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useSignedIn } from '../../platform/session/session.js';
import { ConfirmDialog } from '../../ui/feedback/confirm-dialog.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { BenchHeader, type Published } from './bench-header.js';
import { CompareDialog } from './compare-dialog.js';
import { trialPlace } from './kept-trial.js';
import { Outcome } from './outcome.js';
import { profileName, SavedProfiles } from './saved-profiles.js';
import { completeWeights, type Start, useTrial } from './use-trial.js';
import { useMatrix } from './use-matrix.js';
import {
  type Profile,
  useMatrixBytes,
  useProfiles,
  useWeighing,
  type WeighingReply,
} from './use-weighing.js';
import { WeightsPane } from './weights-pane.js';
import { weighingTexts } from './weighing.texts.js';

type ProfilesReply = NonNullable<ReturnType<typeof useProfiles>['data']>;

/** Weights tried on everybody at once, before anybody is scored with them. */
export function WeighingScreen(): ReactNode {
  const { t } = useTranslation(weighingTexts);
  const weighing = useWeighing();
  const profiles = useProfiles();
  const bytes = useMatrixBytes();
  const [published, setPublished] = useState<Published | null>(null);
  if (weighing.isSuccess && profiles.isSuccess && bytes.isSuccess) {
    return (
      <Bench
        // A new default is a new starting point.
        key={weighing.data.profile.id}
        weighing={weighing.data}
        profiles={profiles.data}
        bytes={bytes.data}
        published={published}
        onPublished={(profile, rescored) => {
          setPublished({ name: profileName(profile), rescored });
        }}
      />
    );
  }
  const failed = [weighing, profiles, bytes].find(({ isError }) => isError);
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
  readonly bytes: Blob;
  readonly published: Published | null;
  readonly onPublished: (profile: Pick<Profile, 'name' | 'number'>, rescored: number) => void;
}

const usualMost = 25;

function Bench({ weighing, profiles, bytes, published, onPublished }: BenchProps): ReactNode {
  const { t } = useTranslation(weighingTexts);
  const { account, organisation } = useSignedIn();
  const place = trialPlace(organisation?.id ?? '', account.id);
  const trial = useTrial(weighing, profileName(weighing.profile), place);
  const [asking, setAsking] = useState<Start | null>(null);
  const [comparing, setComparing] = useState(false);
  const { documents } = weighing;
  const presets = usePresets(profiles, documents);
  const begin = (start: Start): void => {
    if (trial.differences > 0) setAsking(start);
    else trial.startFrom(start);
  };
  const most = Math.ceil(Math.max(usualMost, ...Object.values(trial.start.weights.themes)));
  const matrix = useMatrix({ bytes, documents, weights: trial.weights, published: trial.published, most });
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
        onCompare={() => {
          setComparing(true);
        }}
      />
      <div className="pb-weighing-grid">
        <WeightsPane trial={trial} documents={documents} presets={presets} most={most} onStart={begin} />
        <Outcome matrix={matrix} trial={trial} weighing={weighing} most={most}>
          <SavedProfiles
            profiles={profiles.profiles}
            revision={profiles.revision}
            startKey={trial.start.key}
            onOpen={(profile) => {
              begin(toStart(profile, documents));
            }}
            onPublished={onPublished}
          />
        </Outcome>
      </div>
      {comparing ? (
        <CompareDialog
          matrix={matrix}
          trial={trial}
          presets={presets}
          profiles={profiles.profiles}
          documents={documents}
          onClose={() => {
            setComparing(false);
          }}
        />
      ) : null}
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
  return useMemo(
    () =>
      profiles.presets.map(({ key, label, themes }): Start => {
        // The brackets tell where the preset comes from; on a button they are too much.
        const name = label[language].replace(/\s*\([^)]*\)$/, '');
        const weights = completeWeights(documents, { themes, questions: {} });
        return { key, preset: key, name, savedAs: null, weights };
      }),
    [profiles, documents, language],
  );
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
