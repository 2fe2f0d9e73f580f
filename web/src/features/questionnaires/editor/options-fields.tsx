import { Button, TextInput } from '@mantine/core';
import type { Option, Question } from '@probant/shared/questionnaires/document';
import { withOptional } from '@probant/shared/questionnaires/optional-property';
import type { ReactNode } from 'react';

import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { useEditor, useFieldAt } from './editor-context.js';
import { answerTexts } from './answer.texts.js';
import { NumberField } from './number-field.js';

type Choice = Extract<Question, { type: 'single' | 'multi' }>;

/** The choices with what each risks, or takes away from the risk. */
export function OptionsFields({ question }: { readonly question: Choice }): ReactNode {
  const { t } = useTranslation(answerTexts);
  const { onChange } = useEditor();
  const { id, error } = useFieldAt('/options');
  const set = (options: readonly Option[]): void => {
    onChange({ ...question, options });
  };
  const empty = question.options.length === 0;
  return (
    <fieldset className="pb-stack">
      <legend className="pb-field-label">{t('options')}</legend>
      <p className="pb-field-help">{t(question.type === 'single' ? 'options.single' : 'options.multi')}</p>
      {question.options.map((option, index) => (
        <OptionFields
          // The key of a choice is typed here: its place is what stays.
          key={index}
          question={question}
          option={option}
          index={index}
          onOption={(next) => {
            set(question.options.with(index, next));
          }}
          onRemove={() => {
            set(question.options.toSpliced(index, 1));
          }}
        />
      ))}
      <div>
        <Button
          id={empty ? id : undefined}
          onClick={() => {
            set([...question.options, { value: '', label: { fr: '', en: '' } }]);
          }}
        >
          {t('options.add')}
        </Button>
        {empty && error !== undefined ? <p className="pb-field-error">{error}</p> : null}
      </div>
    </fieldset>
  );
}

interface OptionFieldsProps {
  readonly question: Choice;
  readonly option: Option;
  readonly index: number;
  readonly onOption: (option: Option) => void;
  readonly onRemove: () => void;
}

function OptionFields({ question, option, index, onOption, onRemove }: OptionFieldsProps): ReactNode {
  const { t } = useTranslation(answerTexts);
  const number = index + 1;
  const at = `/options/${index}`;
  const measure = question.type === 'single' ? 'risk' : 'credit';
  return (
    <div className="pb-choice-fields">
      <KeyField
        label={t('option.value', { number })}
        at={`${at}/value`}
        value={option.value}
        onChange={(value) => {
          onOption({ ...option, value });
        }}
      />
      <NumberField
        label={t(`option.${measure}`, { number })}
        at={`${at}/${measure}`}
        optional
        value={option[measure]}
        onChange={(value) => {
          onOption(withOptional(option, measure, value));
        }}
      />
      {(['fr', 'en'] as const).map((language) => (
        <KeyField
          key={language}
          data-label=""
          label={t(`option.${language}`, { number })}
          at={`${at}/label/${language}`}
          value={option.label[language]}
          onChange={(text) => {
            onOption({ ...option, label: { ...option.label, [language]: text } });
          }}
        />
      ))}
      <Button variant="transparent" onClick={onRemove}>
        {t('option.remove', { number })}
      </Button>
    </div>
  );
}

interface KeyFieldProps {
  readonly label: string;
  readonly at: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly description?: string;
  /** On the field itself, for whoever lays it out. */
  readonly 'data-label'?: '';
}

/** One line of text. */
export function KeyField({ label, at, value, onChange, description, ...marks }: KeyFieldProps): ReactNode {
  const { id, error } = useFieldAt(at);
  return (
    <TextInput
      wrapperProps={marks}
      id={id}
      label={label}
      {...(description === undefined ? {} : { description })}
      error={error}
      value={value}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}
