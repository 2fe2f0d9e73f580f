import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import { type Language, useLanguage } from '../../../platform/i18n/language.js';
import { useFieldAt } from './editor-context.js';

interface NumberFieldProps {
  readonly label: string;
  /** Of the number in the question. */
  readonly at: string;
  readonly value: number | undefined;
  /** NaN for what is no number: it is refused in its place. */
  readonly onChange: (value: number | undefined) => void;
  /** Left empty, the property is absent; otherwise it is no number. */
  readonly optional?: boolean;
  readonly description?: string;
  readonly hideLabel?: boolean;
  readonly max?: number;
}

/** A number as it is typed, with a comma or a point; half of a number is not yet another one. */
export function NumberField(props: NumberFieldProps): ReactNode {
  const { label, at, value, onChange, optional = false, description, hideLabel = false } = props;
  const { id, error } = useFieldAt(at);
  const language = useLanguage();
  const [typed, setTyped] = useState(textOf(value, language));
  if (!same(numberOf(typed, optional), value)) setTyped(textOf(value, language));
  return (
    <TextInput
      id={id}
      inputMode="decimal"
      {...(hideLabel ? { 'aria-label': label } : { label })}
      {...(description === undefined ? {} : { description })}
      error={error}
      value={typed}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        onChange(numberOf(text, optional));
      }}
    />
  );
}

/** As it is typed in the language. */
export function textOf(value: number | undefined, language: Language): string {
  if (value === undefined || Number.isNaN(value)) return '';
  return language === 'fr' ? String(value).replace('.', ',') : String(value);
}

/** NaN for what is no number. */
export function numberOf(text: string, optional: boolean): number | undefined {
  const plain = text.trim().replace(',', '.');
  if (plain === '') return optional ? undefined : NaN;
  return Number(plain);
}

function same(one: number | undefined, other: number | undefined): boolean {
  return Object.is(one, other) || one === other;
}
