import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { maxLengths } from '@probant/shared/limits';
import { placesOf, wordingAt } from '@probant/shared/questionnaires/correct-wording';
import type { Question } from '@probant/shared/questionnaires/document';
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
  readonly question: Question;
  readonly onClose: () => void;
}

/** A text of a published question put right beside it, with the author's word that its meaning stays. */
export function CorrectDialog({ version, question, onClose }: CorrectDialogProps): ReactNode {
  const { t } = useTranslation(versionTexts);
  const places = placesOf(question);
  const [place, setPlace] = useState('text');
  return (
    <Dialog title={t('correct.title', { id: question.id })} onClose={onClose}>
      <div className="pb-stack">
        <NativeSelect
          label={t('correct.place')}
          value={place}
          data={places.map((one) => ({ value: one.place, label: placeName(one.place, t) }))}
          onChange={(event) => {
            setPlace(event.currentTarget.value);
          }}
        />
        <Wording key={place} {...{ version, question, place, onClose }} />
      </div>
    </Dialog>
  );
}

export function placeName(place: string, t: Translate<(typeof versionTexts)['fr']>): string {
  const known = (['text', 'short', 'help', 'title'] as const).find((one) => one === place);
  return known === undefined
    ? t('place.option', { value: place.replace('option:', '') })
    : t(`place.${known}`);
}

function Wording({
  version,
  question,
  place,
  onClose,
}: CorrectDialogProps & { readonly place: string }): ReactNode {
  const { t } = useTranslation(versionTexts);
  const correct = useCorrectWording(version.questionnaireId, version.id);
  const corrections = useVersionCorrections(version.questionnaireId, version.id).data ?? [];
  const now = wordingAt(version.document, corrections, { subject: question.id, place });
  const state = useApiForm({
    keptAs: `correct-${version.id}-${question.id}-${place}`,
    defaultValues: { text: { fr: now?.fr ?? '', en: now?.en ?? '' }, reason: '', meaningKept: false },
    send: async (values) => {
      await correct.mutateAsync({ ...values, subject: question.id, place });
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
