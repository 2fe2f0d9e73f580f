import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import { shownElsewhere } from '../../platform/api/use-act.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { ConfirmDialog } from '../../ui/feedback/confirm-dialog.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { DateText } from '../../ui/format/date-text.js';
import { type Profile, type ProfileSummary, useChooseDefault, useOpenProfile } from './use-weighing.js';
import { weighingTexts } from './weighing.texts.js';

interface SavedProfilesProps {
  readonly profiles: readonly ProfileSummary[];
  /** Of the choice of the default. */
  readonly revision: number;
  /** What the trial started from. */
  readonly startKey: string;
  readonly onOpen: (profile: Profile) => void;
  readonly onPublished: (profile: ProfileSummary, rescored: number) => void;
}

export function profileName({ name, number }: Pick<ProfileSummary, 'name' | 'number'>): string {
  return `${name} v${number}`;
}

/** Dated and numbered; one of them is published. Any can be started from. */
export function SavedProfiles(props: SavedProfilesProps): ReactNode {
  const { profiles, revision, startKey, onOpen, onPublished } = props;
  const { t } = useTranslation(weighingTexts);
  const mayManage = useCan('profiles:manage');
  const open = useOpenProfile();
  const choose = useChooseDefault();
  const [asking, setAsking] = useState<ProfileSummary | null>(null);
  return (
    <section aria-labelledby="profiles-title">
      <h2 id="profiles-title">{t('profiles.title')}</h2>
      {open.isError ? <ProblemNotice error={open.error} /> : null}
      <ul className="pb-saved">
        {profiles.map((profile) => (
          <li key={profile.id}>
            <span className="pb-sm">{profileName(profile)}</span>
            <span className="pb-row">
              {profile.isDefault ? <span className="pb-tag pb-tag-ink">{t('profiles.current')}</span> : null}
              {profile.id === startKey ? <span className="pb-tag">{t('profiles.start')}</span> : null}
            </span>
            <span className="pb-between">
              <span className="pb-xs pb-muted">
                <DateText value={profile.createdAt} />
              </span>
              <span className="pb-row">
                <Button
                  size="xs"
                  variant="transparent"
                  aria-label={t('profiles.open.of', { name: profileName(profile) })}
                  onClick={() => {
                    open.mutateAsync(profile.id).then(onOpen, shownElsewhere);
                  }}
                >
                  {t('profiles.open')}
                </Button>
                {mayManage && !profile.isDefault ? (
                  <Button
                    size="xs"
                    variant="transparent"
                    aria-label={t('profiles.choose.of', { name: profileName(profile) })}
                    onClick={() => {
                      setAsking(profile);
                    }}
                  >
                    {t('profiles.choose')}
                  </Button>
                ) : null}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        opened={asking !== null}
        title={t('choose.title', { name: asking ? profileName(asking) : '' })}
        confirm={t('choose.confirm')}
        act={async () => {
          if (asking === null) return;
          const { rescored } = await choose.mutateAsync({ profileId: asking.id, revision });
          onPublished(asking, rescored);
        }}
        onClose={() => {
          setAsking(null);
        }}
      >
        {t('choose.text')}
      </ConfirmDialog>
    </section>
  );
}
