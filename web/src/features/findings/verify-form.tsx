import { Radio, Textarea, TextInput } from '@mantine/core';
import { maxLengths } from '@probant/shared/limits';
import type { AnswerValue, Question } from '@probant/shared/questionnaires/document';
import type { ReactNode } from 'react';
import { Controller } from 'react-hook-form';

import { today } from '../../platform/today.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { AnswerValueField } from '../../ui/answer/answer-value-field.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { Cancel, keptAct } from './finding-forms.js';
import { actingTexts } from './acting.texts.js';
import type { BuyerActs, FindingFile } from './use-findings.js';

const levels = ['E1', 'E2', 'E3', 'E4'] as const;

interface Values {
  value: AnswerValue | null;
  level: (typeof levels)[number] | '';
  datedOn: string;
  reason: string;
}

interface VerifyFormProps {
  readonly file: FindingFile;
  readonly question: Question;
  readonly acts: BuyerActs;
  readonly onClose: () => void;
}

/** How it is by now, how strongly that is proven, and what was seen: then the score moves. */
export function VerifyForm({ file, question, acts, onClose }: VerifyFormProps): ReactNode {
  const { t } = useTranslation(actingTexts);
  const isList = question.type === 'multi' || question.type === 'table';
  const state = useApiForm<Values>({
    keptAs: keptAct(file, 'verify'),
    reread: acts.reread,
    defaultValues: {
      value: isList ? [] : null,
      level: '',
      datedOn: today(),
      reason: '',
    },
    send: async ({ value, level, ...said }) => {
      if (level === '') return;
      await acts.verify({ ...said, level, value: value as never });
      onClose();
    },
  });
  const { control } = state.form;
  const required = t('form.required');
  const cancel = (): void => {
    state.kept.forget();
    onClose();
  };
  return (
    <ApiForm state={state} submitLabel={t('do.verify')} aside={<Cancel onCancel={cancel} />}>
      <Controller
        control={control}
        name="value"
        rules={{ validate: (value) => (value === null || value === '' ? required : true) }}
        render={({ field }) => (
          <AnswerValueField
            id={state.idOf('value')}
            label={t('form.value')}
            question={question}
            value={field.value}
            onChange={field.onChange}
            error={state.errorOf('value')}
          />
        )}
      />
      <Controller
        control={control}
        name="level"
        rules={{ required }}
        render={({ field }) => (
          <Radio.Group
            label={t('form.level')}
            description={t('form.level.help')}
            name={field.name}
            value={field.value}
            onChange={field.onChange}
            error={state.errorOf('level')}
          >
            <div className="pb-stack">
              {levels.map((level) => (
                <Radio
                  key={level}
                  id={`${state.idOf('level')}.${level}`}
                  value={level}
                  label={
                    <>
                      <span className="pb-mono">{level}</span> {t(`level.${level}`)}
                    </>
                  }
                />
              ))}
            </div>
          </Radio.Group>
        )}
      />
      <TextInput label={t('form.datedOn')} type="date" {...state.field('datedOn', { required })} />
      <Textarea
        label={t('form.reason.verify')}
        description={t('form.read.supplier')}
        autosize
        minRows={2}
        maxLength={maxLengths.longText}
        {...state.field('reason', { required: t('form.reason.required') })}
      />
    </ApiForm>
  );
}
