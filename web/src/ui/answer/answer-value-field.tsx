import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { noneValue } from '@probant/shared/answers/given-answer';
import type { AnswerValue } from '@probant/shared/questionnaires/document';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import type { AskedQuestion } from '@probant/shared/answers/answer-lines';
import { AnswerRowsField } from './answer-rows-field.js';
import { answerTexts } from './answer.texts.js';

interface AnswerValueFieldProps {
  readonly id: string;
  readonly label: string;
  readonly question: AskedQuestion;
  readonly value: AnswerValue | null;
  readonly onChange: (value: AnswerValue | null) => void;
  readonly error: string | undefined;
}

/** The field for an answer of the question's type; what it may hold is checked by the API. */
export function AnswerValueField({
  id,
  label,
  question,
  value,
  onChange,
  error,
}: AnswerValueFieldProps): ReactNode {
  const { t, language } = useTranslation(answerTexts);
  const wrong = error === undefined ? {} : { error };
  switch (question.type) {
    case 'single':
      return (
        <NativeSelect
          id={id}
          label={label}
          {...wrong}
          value={typeof value === 'string' ? value : ''}
          data={[
            { value: '', label: '–' },
            ...question.options.map((option) => ({ value: option.value, label: option.label[language] })),
          ]}
          onChange={({ currentTarget }) => {
            onChange(currentTarget.value === '' ? null : currentTarget.value);
          }}
        />
      );
    case 'multi': {
      const ticked = textsOf(value);
      return (
        <Checkbox.Group
          id={id}
          label={label}
          {...wrong}
          value={ticked}
          onChange={(next) => {
            onChange(next);
          }}
        >
          <div className="pb-stack">
            {question.options.map((option) => (
              <Checkbox key={option.value} value={option.value} label={option.label[language]} />
            ))}
          </div>
        </Checkbox.Group>
      );
    }
    case 'number':
    case 'duration':
    case 'date_age': {
      const isDate = question.type === 'date_age';
      const none = value === noneValue;
      return (
        <div className="pb-row pb-wrap" style={{ alignItems: 'end' }}>
          <TextInput
            id={id}
            label={isDate ? label : `${label} (${question.unit[language]})`}
            {...wrong}
            type={isDate ? 'date' : 'number'}
            step="any"
            disabled={none}
            value={none || value === null || typeof value === 'object' ? '' : String(value)}
            onChange={({ currentTarget }) => {
              const text = currentTarget.value;
              onChange(text === '' ? null : isDate ? text : Number(text));
            }}
          />
          {takesNone(question) ? (
            <Checkbox
              label={t(isDate ? 'none.date' : 'none')}
              checked={none}
              onChange={({ currentTarget }) => {
                onChange(currentTarget.checked ? noneValue : null);
              }}
            />
          ) : null}
        </div>
      );
    }
    case 'table':
      return <AnswerRowsField id={id} question={question} value={value} onChange={onChange} error={error} />;
    case 'text':
    case 'file':
      return (
        <Textarea
          id={id}
          label={label}
          {...wrong}
          minRows={2}
          value={typeof value === 'string' ? value : ''}
          onChange={({ currentTarget }) => {
            onChange(currentTarget.value === '' ? null : currentTarget.value);
          }}
        />
      );
  }
}

type Quantity = Extract<AskedQuestion, { readonly unit: unknown }>;

function takesNone(question: Quantity): boolean {
  return 'none' in question ? question.none : question.noneRisk !== undefined;
}

function textsOf(value: AnswerValue | null): string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.filter((item) => typeof item === 'string');
}
