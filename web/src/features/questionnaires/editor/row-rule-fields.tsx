import { Button, NativeSelect } from '@mantine/core';
import type { Column, Question, RowRule } from '@probant/shared/questionnaires/document';
import type { ReactNode } from 'react';

import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { useFieldAt } from './editor-context.js';
import { answerTexts } from './answer.texts.js';
import { editorTexts } from './editor.texts.js';
import { NumberField } from './number-field.js';
import { KeyField } from './options-fields.js';

type Table = Extract<Question, { type: 'table' }>;
type Test = RowRule['when'][string];

interface RowRuleFieldsProps {
  readonly question: Table;
  readonly rule: RowRule;
  readonly index: number;
  readonly onRules: (rules: readonly RowRule[]) => void;
}

/** What a rule may ask of a row; the last four look into columns of these keys. */
const special = [
  { test: 'expires_in_days_gte', column: 'expires_on', first: 0 },
  { test: 'hds_activities_not_empty', column: 'hds_activities', first: true },
  { test: 'has_certificate', column: 'certificates', first: '' },
  { test: 'has_any_certificate', column: 'certificates', first: true },
] as const;

/** One rule of a row: its conditions, all of which have to hold, and the risk. */
export function RowRuleFields({ question, rule, index, onRules }: RowRuleFieldsProps): ReactNode {
  const { t, language } = useTranslation(answerTexts);
  const { t: tEditor } = useTranslation(editorTexts);
  const { id, error } = useFieldAt(`/rowRisk/${index}`);
  const number = index + 1;
  const rules = question.rowRisk;
  const set = (next: RowRule): void => {
    onRules(rules.with(index, next));
  };
  const nameOfTest = (test: string): string => {
    const known = special.find((one) => one.test === test);
    if (known !== undefined) return t(`test.${known.test}`);
    return question.columns.find(({ key }) => key === test)?.label[language] ?? test;
  };
  const offered = testsOf(question.columns).filter(({ test }) => !Object.hasOwn(rule.when, test));
  return (
    <li className="pb-editor-item pb-stack" id={id}>
      {Object.entries(rule.when).map(([test, wanted]) => (
        <TestFields
          key={test}
          label={nameOfTest(test)}
          values={valuesFor(question, test)}
          at={`/rowRisk/${index}/when/${test}`}
          wanted={wanted}
          onWanted={(value) => {
            set({ ...rule, when: { ...rule.when, [test]: value } });
          }}
          onRemove={() => {
            const when = Object.fromEntries(Object.entries(rule.when).filter(([key]) => key !== test));
            set({ ...rule, when });
          }}
        />
      ))}
      {Object.keys(rule.when).length === 0 ? <p className="pb-sm pb-soft">{t('row.any')}</p> : null}
      <div className="pb-form-pair">
        {offered.length === 0 ? null : (
          <NativeSelect
            label={t('row.test.add', { number })}
            value=""
            data={[
              { value: '', label: tEditor('choose') },
              ...offered.map(({ test }) => ({ value: test, label: nameOfTest(test) })),
            ]}
            onChange={(event) => {
              const found = offered.find(({ test }) => test === event.currentTarget.value);
              if (found) set({ ...rule, when: { ...rule.when, [found.test]: found.first } });
            }}
          />
        )}
        <NumberField
          label={t('row.risk', { number })}
          at={`/rowRisk/${index}/risk`}
          value={rule.risk}
          onChange={(risk = NaN) => {
            set({ ...rule, risk });
          }}
        />
      </div>
      {error === undefined ? null : <p className="pb-field-error">{error}</p>}
      <div className="pb-row pb-wrap">
        <Button
          variant="transparent"
          size="xs"
          disabled={index === 0}
          onClick={() => {
            onRules(rules.toSpliced(index, 1).toSpliced(index - 1, 0, rule));
          }}
        >
          {tEditor('rule.up', { number })}
        </Button>
        <Button
          variant="transparent"
          size="xs"
          onClick={() => {
            onRules(rules.toSpliced(index, 1));
          }}
        >
          {tEditor('rule.remove', { number })}
        </Button>
      </div>
    </li>
  );
}

function testsOf(columns: readonly Column[]): readonly { readonly test: string; readonly first: Test }[] {
  return [
    ...columns
      .filter(({ type }) => type === 'bool' || type === 'enum')
      .map(({ key, type, values }) => ({
        test: key,
        first: type === 'bool' ? true : (values?.[0]?.value ?? ''),
      })),
    ...special
      .filter(({ column }) => columns.some(({ key }) => key === column))
      .map(({ test, first }) => ({ test, first })),
  ];
}

function valuesFor({ columns }: Table, test: string): Column['values'] {
  const key = test === 'has_certificate' ? 'certificates' : test;
  return columns.find((column) => column.key === key)?.values;
}

interface TestFieldsProps extends Omit<TestValueProps, 'id' | 'error'> {
  readonly onRemove: () => void;
}

function TestFields({ onRemove, ...props }: TestFieldsProps): ReactNode {
  const { t: tEditor } = useTranslation(editorTexts);
  const field = useFieldAt(props.at);
  return (
    <div className="pb-option-fields">
      <TestValue {...props} {...field} />
      <Button variant="transparent" onClick={onRemove}>
        {tEditor('condition.remove', { what: props.label })}
      </Button>
    </div>
  );
}

interface TestValueProps {
  readonly id: string;
  readonly error: string | undefined;
  readonly at: string;
  readonly label: string;
  readonly wanted: Test;
  readonly values: Column['values'];
  readonly onWanted: (value: Test) => void;
}

function TestValue({ id, error, at, label, wanted, values, onWanted }: TestValueProps): ReactNode {
  const { t: tEditor, language } = useTranslation(editorTexts);
  if (typeof wanted === 'number') {
    return (
      <NumberField
        label={label}
        at={at}
        value={wanted}
        onChange={(value = NaN) => {
          onWanted(value);
        }}
      />
    );
  }
  if (typeof wanted === 'string' && values === undefined) {
    return <KeyField label={label} at={at} value={wanted} onChange={onWanted} />;
  }
  const choices =
    typeof wanted === 'boolean'
      ? [
          { value: 'true', label: tEditor('yes') },
          { value: 'false', label: tEditor('no') },
        ]
      : (values ?? []).map((one) => ({ value: one.value, label: one.label[language] || one.value }));
  const known = choices.some(({ value }) => value === String(wanted));
  return (
    <NativeSelect
      id={id}
      label={label}
      error={error}
      value={String(wanted)}
      data={
        known ? choices : [{ value: String(wanted), label: String(wanted) || tEditor('choose') }, ...choices]
      }
      onChange={(event) => {
        const { value } = event.currentTarget;
        onWanted(typeof wanted === 'boolean' ? value === 'true' : value);
      }}
    />
  );
}
