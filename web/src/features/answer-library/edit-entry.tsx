import { Button, Textarea } from '@mantine/core';
import type { AnswerValue } from '@probant/shared/questionnaires/document';
import type { ReactNode } from 'react';
import { Controller } from 'react-hook-form';

import { api } from '../../platform/api/client.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { AnswerValueField } from '../../ui/answer/answer-value-field.js';
import { toLibraryContent } from '../../ui/answer/kept-answer.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { libraryTexts } from './answer-library.texts.js';
import type { KeptEntry } from './use-library.js';

export function keptEdit(entryId: string): string {
  return `answer-library/${entryId}`;
}

interface EditEntryProps {
  readonly entry: KeptEntry;
  readonly onClose: () => void;
  readonly onSaved: (entryId: string) => Promise<void>;
}

interface Fields {
  answer: { value: AnswerValue | null; comment: string; justification: string };
}

/** Another answer to the same question; the one before stays in the history. */
export function EditEntry({ entry, onClose, onSaved }: EditEntryProps): ReactNode {
  const { t } = useTranslation(libraryTexts);
  const { question, answer } = toLibraryContent(entry);
  const said = answer.state === 'pieces' ? undefined : answer;
  const state = useApiForm<Fields>({
    keptAs: keptEdit(entry.id),
    revision: entry.revision,
    defaultValues: {
      answer: {
        value: said?.state === 'answered' ? said.value : null,
        comment: said?.comment ?? '',
        justification: said?.state === 'na' ? said.justification : '',
      },
    },
    send: async ({ answer: { value, comment, justification } }) => {
      const own = said?.state === 'na' ? { state: 'na', justification } : { state: 'answered', value };
      const { entry: saved } = await api.put('/api/answer-library/{entryId}', {
        path: { entryId: entry.id },
        body: { revision: state.kept.revision, answer: { ...own, comment } },
      });
      await onSaved(saved.id);
    },
  });
  const cancel = (
    <Button
      onClick={() => {
        state.kept.forget();
        onClose();
      }}
    >
      {t('cancel')}
    </Button>
  );
  return (
    <section aria-label={t('edit.title')} className="pb-stack">
      <p className="pb-sm pb-soft">{t('edit.lead')}</p>
      <ApiForm state={state} submitLabel={t('edit.save')} aside={cancel}>
        {said?.state === 'na' ? (
          <Textarea label={t('justification')} minRows={2} {...state.field('answer.justification')} />
        ) : (
          <Controller
            control={state.form.control}
            name="answer.value"
            render={({ field }) => (
              <AnswerValueField
                id={state.idOf('answer.value')}
                label={t('value')}
                question={question}
                value={field.value}
                onChange={field.onChange}
                error={state.errorOf('answer.value')}
              />
            )}
          />
        )}
        <Textarea label={t('comment')} minRows={2} {...state.field('answer.comment')} />
      </ApiForm>
    </section>
  );
}
