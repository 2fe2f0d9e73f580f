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
  readonly onOpen: (profile: Profile) => void;
}

export function profileName({ name, number }: ProfileSummary): string {
  return `${name} v${number}`;
}

/** Dated and numbered; one of them is published. Any can be started from. */
export function SavedProfiles({ profiles, revision, onOpen }: SavedProfilesProps): ReactNode {
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
            <button
              type="button"
              className="pb-saved-name pb-ellipsis"
              aria-label={t('profiles.open', { name: profileName(profile) })}
              onClick={() => {
                open.mutateAsync(profile.id).then(onOpen, shownElsewhere);
              }}
            >
              {profile.name}
            </button>
            {profile.isDefault ? <span className="pb-tag pb-tag-ink">{t('profiles.current')}</span> : null}
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
            <span className="pb-mono pb-xs pb-muted">{`v${profile.number}`}</span>
            <span className="pb-xs pb-muted pb-saved-date">
              <DateText value={profile.createdAt} />
            </span>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        opened={asking !== null}
        title={t('choose.title', { name: asking ? profileName(asking) : '' })}
        confirm={t('choose.confirm')}
        act={async () => {
          if (asking) await choose.mutateAsync({ profileId: asking.id, revision });
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
