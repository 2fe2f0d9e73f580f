import { Button, Checkbox, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFieldArray } from 'react-hook-form';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import type { ApiFormState } from '../../ui/input/api-form.js';
import { emptyOption, type OwnQuestionValues, type OwnType } from './own-question-values.js';
import { questionnaireTexts } from './questionnaires.texts.js';

interface AnswerFieldsProps {
  readonly state: ApiFormState<OwnQuestionValues>;
  readonly type: OwnType;
}

const share = { type: 'number', min: 0, max: 1, step: 'any' } as const;
const number = { valueAsNumber: true } as const;

/** What the answer may be and what it risks, by type of question. */
export function AnswerFields({ state, type }: AnswerFieldsProps): ReactNode {
  switch (type) {
    case 'single':
    case 'multi':
      return <OptionFields state={state} type={type} />;
    case 'number':
    case 'duration':
    case 'date_age':
      return <CurveFields state={state} type={type} />;
    case 'text':
    case 'file':
      return <WordsFields state={state} type={type} />;
  }
}

function OptionFields({ state, type }: AnswerFieldsProps): ReactNode {
  const { t } = useTranslation(questionnaireTexts);
  const { fields, append, remove } = useFieldArray({
    control: state.form.control,
    name: 'question.options',
    // The rule outlives a change of type; what was typed for the type before is kept as well.
    rules: {
      validate: (options, { question }) =>
        options.length > 0 || !isChoice(question.type) || t('form.options.required'),
    },
  });
  const wrong = state.form.formState.errors.question?.options;
  const measure = type === 'single' ? 'risk' : 'credit';
  const required = { required: t('form.required') };
  return (
    <fieldset className="pb-stack">
      <legend className="pb-field-label">{t('form.options')}</legend>
      <p className="pb-field-help">{t('form.options.help')}</p>
      {fields.map((field, index) => (
        <div key={field.id} className="pb-option-fields">
          <TextInput
            label={t('form.option.value', { number: index + 1 })}
            {...state.field(`question.options.${index}.value`, required)}
          />
          <TextInput
            label={t('form.option.fr', { number: index + 1 })}
            {...state.field(`question.options.${index}.label.fr`, required)}
          />
          <TextInput
            label={t('form.option.en', { number: index + 1 })}
            {...state.field(`question.options.${index}.label.en`, required)}
          />
          <TextInput
            {...share}
            label={t(`form.option.${measure}`, { number: index + 1 })}
            {...state.field(`question.options.${index}.${measure}`, { ...required, ...number })}
          />
          <Button
            variant="transparent"
            onClick={() => {
              remove(index);
            }}
          >
            {t('form.option.remove', { number: index + 1 })}
          </Button>
        </div>
      ))}
      <div>
        <Button
          id={state.idOf('question.options')}
          onClick={() => {
            append(emptyOption());
            state.form.clearErrors('question.options');
          }}
        >
          {t('form.option.add')}
        </Button>
        <p className="pb-field-error">{wrong?.root?.message ?? wrong?.message}</p>
      </div>
    </fieldset>
  );
}

function CurveFields({ state }: AnswerFieldsProps): ReactNode {
  const { t } = useTranslation(questionnaireTexts);
  const { fields, append, remove } = useFieldArray({
    control: state.form.control,
    name: 'question.curve',
    rules: {
      validate: (points, { question }) =>
        points.length > 0 || !isMeasured(question.type) || t('form.curve.required'),
    },
  });
  const wrong = state.form.formState.errors.question?.curve;
  const required = { required: t('form.required') };
  return (
    <fieldset className="pb-stack">
      <legend className="pb-field-label">{t('form.curve')}</legend>
      <p className="pb-field-help">{t('form.curve.help')}</p>
      <div className="pb-form-pair">
        <TextInput label={t('form.unit.fr')} {...state.field('question.unit.fr', required)} />
        <TextInput label={t('form.unit.en')} {...state.field('question.unit.en', required)} />
      </div>
      {fields.map((field, index) => (
        <div key={field.id} className="pb-option-fields">
          <TextInput
            type="number"
            step="any"
            label={t('form.point.x', { number: index + 1 })}
            {...state.field(`question.curve.${index}.x`, { ...required, ...number })}
          />
          <TextInput
            {...share}
            label={t('form.point.risk', { number: index + 1 })}
            {...state.field(`question.curve.${index}.risk`, { ...required, ...number })}
          />
          <Button
            variant="transparent"
            onClick={() => {
              remove(index);
            }}
          >
            {t('form.point.remove', { number: index + 1 })}
          </Button>
        </div>
      ))}
      <div>
        <Button
          id={state.idOf('question.curve')}
          onClick={() => {
            append({ x: NaN, risk: NaN });
            state.form.clearErrors('question.curve');
          }}
        >
          {t('form.point.add')}
        </Button>
        <p className="pb-field-error">{wrong?.root?.message ?? wrong?.message}</p>
      </div>
    </fieldset>
  );
}

function isChoice(type: OwnType): boolean {
  return type === 'single' || type === 'multi';
}

function isMeasured(type: OwnType): boolean {
  return type === 'number' || type === 'duration' || type === 'date_age';
}

function WordsFields({ state }: AnswerFieldsProps): ReactNode {
  const { t } = useTranslation(questionnaireTexts);
  return (
    <>
      <TextInput {...share} label={t('form.risk')} {...state.field('question.risk', number)} />
      <Checkbox label={t('form.mandatory')} {...state.field('question.mandatory')} />
    </>
  );
}
