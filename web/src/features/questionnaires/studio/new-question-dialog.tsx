import { NativeSelect, TextInput } from '@mantine/core';
import type { Question, Theme } from '@probant/shared/questionnaires/document';
import { blankQuestion, nextKey } from '@probant/shared/questionnaires/draft/draft-acts';
import { questionsOf } from '@probant/shared/questionnaires/edit-document';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';

import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { Dialog } from '../../../ui/feedback/dialog.js';
import { ApiForm, useApiForm } from '../../../ui/input/api-form.js';
import { questionnaireTexts } from '../questionnaires.texts.js';
import { studioTexts } from './studio.texts.js';
import type { Studio } from './use-studio.js';

/** A new question of a theme, or a copy of one. */
export type NewQuestion = { readonly theme: Theme; readonly copyOf?: Question };

interface NewQuestionDialogProps {
  readonly studio: Studio;
  readonly target: NewQuestion;
  readonly onClose: () => void;
}

/** Tables need columns and rules for their rows: they come from the library or from a copy. */
const newTypes = ['single', 'multi', 'number', 'duration', 'date_age', 'text', 'file'] as const;

/** The key is its author's to choose, and stands for ever: it is asked for before there is a question. */
export function NewQuestionDialog({ studio, target, onClose }: NewQuestionDialogProps): ReactNode {
  const { t, language } = useTranslation(studioTexts);
  const { theme, copyOf } = target;
  const title =
    copyOf === undefined
      ? t('new.title', { theme: theme.title[language] })
      : t('copy.title', { key: copyOf.id });
  return (
    <Dialog opened onClose={onClose} title={title}>
      <NewQuestionForm studio={studio} target={target} onClose={onClose} />
    </Dialog>
  );
}

function NewQuestionForm({ studio, target, onClose }: NewQuestionDialogProps): ReactNode {
  const { t } = useTranslation(studioTexts);
  const { t: words } = useTranslation(questionnaireTexts);
  const navigate = useNavigate();
  const { theme, copyOf } = target;
  const state = useApiForm<{ steps: [{ question: { id: string; type: (typeof newTypes)[number] } }] }>({
    defaultValues: { steps: [{ question: { id: suggestKey(studio, target), type: 'single' } }] },
    send: async ({ steps: [{ question }] }) => {
      if (copyOf === undefined) await studio.acts.add(blankQuestion(question.id, question.type), theme.code);
      else await studio.acts.duplicate(copyOf.id, question.id);
      onClose();
      void navigate({ search: `?q=${encodeURIComponent(question.id)}` });
    },
  });
  return (
    <ApiForm state={state} submitLabel={t(copyOf === undefined ? 'new.add' : 'question.duplicate')}>
      <TextInput
        label={t('new.key')}
        description={t('new.key.help')}
        {...state.field('steps.0.question.id', { required: words('form.required') })}
      />
      {copyOf === undefined ? (
        <NativeSelect
          label={t('new.type')}
          data={newTypes.map((value) => ({ value, label: words(`type.${value}`) }))}
          {...state.field('steps.0.question.type')}
        />
      ) : null}
    </ApiForm>
  );
}

/** The next of its row, after those left out as well. */
function suggestKey({ draft, questionnaire }: Studio, { theme, copyOf }: NewQuestion): string {
  const leftOut = questionnaire.leftOut.flatMap(({ questions }) => questions.map(({ id }) => id));
  const taken = [...questionsOf(draft).map(({ id }) => id), ...leftOut];
  return nextKey(taken, copyOf?.id ?? theme.questions[0]?.id ?? `${theme.code}-01`);
}
