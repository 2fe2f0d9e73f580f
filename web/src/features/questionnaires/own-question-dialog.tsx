import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import {
  evidenceNeeds,
  severities,
  type Question,
  type Theme,
} from '@probant/shared/questionnaires/document';
import type { ReactNode } from 'react';
import { useWatch } from 'react-hook-form';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { uiTexts } from '../../ui/ui.texts.js';
import { AnswerFields } from './answer-fields.js';
import { ownTypes, toFormValues, toQuestionBody, type OwnQuestionValues } from './own-question-values.js';
import { questionnaireTexts } from './questionnaires.texts.js';
import { type Questionnaire, useEditQuestionnaire } from './use-questionnaires.js';

export interface QuestionTarget {
  readonly theme: Theme;
  /** null: a new one. */
  readonly question: Question | null;
}

interface OwnQuestionDialogProps {
  readonly questionnaire: Questionnaire;
  readonly target: QuestionTarget | null;
  readonly onClose: () => void;
}

/** A question of the organisation's own: written here, or reworded. */
export function OwnQuestionDialog({ questionnaire, target, onClose }: OwnQuestionDialogProps): ReactNode {
  const { t, language } = useTranslation(questionnaireTexts);
  const title = target?.question
    ? t('form.change', { id: target.question.id })
    : t('form.add', { theme: target?.theme.title[language] ?? '' });
  return (
    <Dialog opened={target !== null} onClose={onClose} title={title} size="lg">
      {target ? <OwnQuestionForm questionnaire={questionnaire} target={target} onClose={onClose} /> : null}
    </Dialog>
  );
}

function OwnQuestionForm({
  questionnaire,
  target,
  onClose,
}: OwnQuestionDialogProps & { readonly target: QuestionTarget }): ReactNode {
  const { t } = useTranslation(questionnaireTexts);
  const { t: tUi } = useTranslation(uiTexts);
  const edit = useEditQuestionnaire(questionnaire);
  const { theme, question } = target;
  const state = useApiForm<OwnQuestionValues>({
    defaultValues: toFormValues(question),
    send: async (values) => {
      const body = toQuestionBody(values);
      await edit.mutateAsync(
        question === null
          ? { kind: 'add-question', themeCode: theme.code, question: body }
          : { kind: 'change-question', question: body },
      );
      onClose();
    },
  });
  const type = useWatch({ control: state.form.control, name: 'question.type' });
  const required = { required: t('form.required') };
  return (
    <ApiForm
      state={state}
      submitLabel={t('save')}
      aside={
        <Button variant="subtle" onClick={onClose}>
          {tUi('cancel')}
        </Button>
      }
    >
      <div className="pb-form-pair">
        <TextInput
          label={t('form.id')}
          description={t('form.id.help')}
          readOnly={question !== null}
          {...state.field('question.id', required)}
        />
        <NativeSelect
          label={t('form.type')}
          data={ownTypes.map((value) => ({ value, label: t(`type.${value}`) }))}
          {...state.field('question.type')}
        />
      </div>
      <Textarea label={t('form.text.fr')} {...state.field('question.text.fr', required)} />
      <Textarea label={t('form.text.en')} {...state.field('question.text.en', required)} />
      <AnswerFields state={state} type={type} />
      <Textarea label={t('form.help.fr')} {...state.field('question.help.fr')} />
      <Textarea label={t('form.help.en')} {...state.field('question.help.en')} />
      <div className="pb-form-pair">
        <TextInput
          label={t('form.weight')}
          type="number"
          min={0}
          step="any"
          {...state.field('question.weight', { ...required, valueAsNumber: true })}
        />
        <NativeSelect
          label={t('form.evidence')}
          data={evidenceNeeds.map((value) => ({ value, label: t(`need.${value}`) }))}
          {...state.field('question.evidence.need')}
        />
        <NativeSelect
          label={t('form.severity')}
          data={severities.map((value) => ({ value, label: t(`severity.${value}`) }))}
          {...state.field('question.severity')}
        />
      </div>
      <Checkbox label={t('form.na')} {...state.field('question.notApplicable')} />
    </ApiForm>
  );
}
