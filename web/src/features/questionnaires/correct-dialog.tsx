import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { maxLengths } from '@probant/shared/limits';
import { wordingAt } from '@probant/shared/questionnaires/correct-wording';
import { type ReactNode, useState } from 'react';

import type { Translate } from '../../platform/i18n/texts.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { CancelKept } from '../../ui/input/reason-dialog.js';
import { useCorrectWording, useVersionCorrections, type Version } from './use-questionnaires.js';
import { versionTexts } from './version.texts.js';

interface CorrectDialogProps {
  readonly version: Version;
  /** The question's key, the theme's code or the knock-out's id. */
  readonly subject: string;
  /** Those of its texts that can be put right. */
  readonly places: readonly string[];
  readonly onClose: () => void;
}

/** A published text put right beside it, with the author's word that its meaning stays. */
export function CorrectDialog({ version, subject, places, onClose }: CorrectDialogProps): ReactNode {
  const { t } = useTranslation(versionTexts);
  const [first = ''] = places;
  const [place, setPlace] = useState(first);
  return (
    <Dialog title={t('correct.title', { id: subject })} onClose={onClose}>
      <div className="pb-stack">
        <NativeSelect
          label={t('correct.place')}
          value={place}
          data={places.map((one) => ({ value: one, label: placeName(one, t) }))}
          onChange={(event) => {
            setPlace(event.currentTarget.value);
          }}
        />
        <Wording key={place} {...{ version, subject, place, onClose }} />
      </div>
    </Dialog>
  );
}

const placesNamed = ['text', 'short', 'help', 'title', 'knockout-name', 'knockout-text'] as const;

export function placeName(place: string, t: Translate<(typeof versionTexts)['fr']>): string {
  const known = placesNamed.find((one) => one === place);
  return known === undefined
    ? t('place.option', { value: place.replace('option:', '') })
    : t(`place.${known}`);
}

function Wording({
  version,
  subject,
  place,
  onClose,
}: Omit<CorrectDialogProps, 'places'> & { readonly place: string }): ReactNode {
  const { t } = useTranslation(versionTexts);
  const correct = useCorrectWording(version.questionnaireId, version.id);
  const corrections = useVersionCorrections(version.questionnaireId, version.id).data ?? [];
  const now = wordingAt(version.document, corrections, { subject, place });
  const state = useApiForm({
    keptAs: `correct-${version.id}-${subject}-${place}`,
    defaultValues: { text: { fr: now?.fr ?? '', en: now?.en ?? '' }, reason: '', meaningKept: false },
    send: async (values) => {
      await correct.mutateAsync({ ...values, subject, place });
      onClose();
    },
  });
  const { error, ...kept } = state.field('meaningKept', { required: t('kept.needed') });
  const needed = { required: t('text.needed') };
  return (
    <ApiForm
      state={state}
      submitLabel={t('correct.send')}
      aside={<CancelKept kept={state.kept} onClose={onClose} />}
    >
      <Textarea label={t('fr')} autosize minRows={2} lang="fr" {...state.field('text.fr', needed)} />
      <Textarea label={t('en')} autosize minRows={2} lang="en" {...state.field('text.en', needed)} />
      <TextInput
        label={t('reason')}
        maxLength={maxLengths.shortText}
        {...state.field('reason', { required: t('reason.needed') })}
      />
      <Checkbox label={t('kept')} {...kept} error={error} />
    </ApiForm>
  );
}
