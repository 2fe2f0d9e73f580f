import { Checkbox, Radio, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Controller } from 'react-hook-form';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import type { Trial } from './use-trial.js';
import { type Profile, type ProfileSummary, saveProfile } from './use-weighing.js';
import { weighingTexts } from './weighing.texts.js';

interface SaveDialogProps {
  readonly trial: Trial;
  readonly profiles: readonly ProfileSummary[];
  readonly revision: number;
  readonly opened: boolean;
  readonly onClose: () => void;
  /** With the number of scores worked out anew; null when it is not published. */
  readonly onSaved: (profile: Profile, rescored: number | null) => void;
}

/** Names the weights tried: a dated profile, which never changes afterwards. */
export function SaveDialog(props: SaveDialogProps): ReactNode {
  const { t } = useTranslation(weighingTexts);
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title={t('save.title')}>
      <SaveForm {...props} />
    </Dialog>
  );
}

function SaveForm({ trial, profiles, revision, onClose, onSaved }: SaveDialogProps): ReactNode {
  const { t } = useTranslation(weighingTexts);
  const client = useQueryClient();
  const { savedAs, preset } = trial.start;
  const state = useApiForm({
    defaultValues: { kind: 'new', name: '', makeDefault: false },
    send: async ({ kind, name, makeDefault }) => {
      const { themes, questions } = trial.weights;
      const { profile, rescored } = await saveProfile({
        body: {
          name: kind === 'version' && savedAs !== null ? savedAs : name,
          themes,
          questions,
          ...(preset === null ? {} : { preset }),
        },
        replaceDefault: makeDefault ? revision : null,
      });
      onSaved(profile, rescored);
      onClose();
      await client.invalidateQueries(makeDefault ? {} : { queryKey: ['profiles'] });
    },
  });
  const [kind, name] = state.form.watch(['kind', 'name']);
  const taken = nextNumber(profiles, name.trim());
  return (
    <ApiForm state={state} submitLabel={t('save')}>
      {savedAs === null ? null : (
        <Controller
          control={state.form.control}
          name="kind"
          render={({ field: { value, onChange } }) => (
            <Radio.Group label={t('save.as')} value={value} onChange={onChange}>
              <div className="pb-stack" style={{ marginTop: 6 }}>
                <Radio value="new" label={t('save.as.new')} />
                <Radio
                  value="version"
                  label={t('save.as.version', {
                    name: savedAs,
                    number: String(nextNumber(profiles, savedAs)),
                  })}
                />
              </div>
            </Radio.Group>
          )}
        />
      )}
      {kind === 'version' ? null : (
        <TextInput
          label={t('save.name')}
          description={
            taken > 1
              ? t('save.name.taken', { name: name.trim(), number: String(taken) })
              : t('save.name.help')
          }
          {...state.field('name', { required: t('save.required') })}
        />
      )}
      <Checkbox label={t('save.default')} {...state.field('makeDefault')} />
    </ApiForm>
  );
}

/** What the API will give to the next profile of that name. */
function nextNumber(profiles: readonly ProfileSummary[], name: string): number {
  return 1 + Math.max(0, ...profiles.filter((one) => one.name === name).map(({ number }) => number));
}
