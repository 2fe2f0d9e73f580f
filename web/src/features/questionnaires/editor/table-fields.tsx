import { Button, Checkbox, NativeSelect } from '@mantine/core';
import {
  columnTypes,
  type Column,
  type Question,
  type RowRule,
} from '@probant/shared/questionnaires/document';
import { withOptional } from '@probant/shared/questionnaires/optional-property';
import type { ReactNode } from 'react';

import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { useEditor, useFieldAt } from './editor-context.js';
import { answerTexts } from './answer.texts.js';
import { KeyField } from './options-fields.js';
import { RowRuleFields } from './row-rule-fields.js';
import { WordingFields } from './wording-fields.js';

type Table = Extract<Question, { type: 'table' }>;

const noText = { fr: '', en: '' };

/** The columns of a table, what a row of it risks, and the rows that have to be there. */
export function TableFields({ question }: { readonly question: Table }): ReactNode {
  const { t } = useTranslation(answerTexts);
  const { onChange } = useEditor();
  const columns = useFieldAt('/columns', 'itself');
  const rules = useFieldAt('/rowRisk', 'itself');
  const setColumns = (next: readonly Column[]): void => {
    onChange({ ...question, columns: next });
  };
  const setRules = (next: readonly RowRule[]): void => {
    onChange({ ...question, rowRisk: next });
  };
  return (
    <>
      <fieldset className="pb-stack">
        <legend className="pb-field-label">{t('columns')}</legend>
        {question.columns.map((column, index) => (
          <ColumnFields
            // The key of a column is typed here: its place is what stays.
            key={index}
            column={column}
            index={index}
            onColumn={(next) => {
              setColumns(question.columns.with(index, next));
            }}
            onRemove={() => {
              setColumns(question.columns.toSpliced(index, 1));
            }}
          />
        ))}
        <div>
          <Button
            id={columns.id}
            onClick={() => {
              setColumns([...question.columns, { key: '', type: 'text', label: noText }]);
            }}
          >
            {t('column.add')}
          </Button>
          {columns.error === undefined ? null : <p className="pb-field-error">{columns.error}</p>}
        </div>
      </fieldset>
      <fieldset className="pb-stack">
        <legend className="pb-field-label">{t('rows')}</legend>
        <p className="pb-field-help">{t('rows.help')}</p>
        <ol className="pb-stack" hidden={question.rowRisk.length === 0}>
          {question.rowRisk.map((rule, index) => (
            <RowRuleFields key={index} question={question} rule={rule} index={index} onRules={setRules} />
          ))}
        </ol>
        <div>
          <Button
            id={rules.id}
            onClick={() => {
              setRules([...question.rowRisk, { when: {}, risk: 1 }]);
            }}
          >
            {t('row.add')}
          </Button>
          {rules.error === undefined ? null : <p className="pb-field-error">{rules.error}</p>}
        </div>
      </fieldset>
      <RowsRequired question={question} />
    </>
  );
}

interface ColumnFieldsProps {
  readonly column: Column;
  readonly index: number;
  readonly onColumn: (column: Column) => void;
  readonly onRemove: () => void;
}

function ColumnFields({ column, index, onColumn, onRemove }: ColumnFieldsProps): ReactNode {
  const { t } = useTranslation(answerTexts);
  const { id, error } = useFieldAt(`/columns/${index}/type`);
  const number = index + 1;
  const listed = column.type === 'enum' || column.type === 'multi_enum';
  return (
    <div className="pb-editor-item pb-stack">
      <div className="pb-form-pair">
        <KeyField
          label={t('column.key', { number })}
          at={`/columns/${index}/key`}
          value={column.key}
          onChange={(key) => {
            onColumn({ ...column, key });
          }}
        />
        <NativeSelect
          id={id}
          label={t('column.type', { number })}
          error={error}
          value={column.type}
          data={columnTypes.map((type) => ({ value: type, label: t(`columnType.${type}`) }))}
          onChange={(event) => {
            const type = columnTypes.find((one) => one === event.currentTarget.value) ?? 'text';
            onColumn({ ...column, type });
          }}
        />
      </div>
      <WordingFields
        label={t('column.label', { number })}
        at={`/columns/${index}/label`}
        value={column.label}
        onChange={(label) => {
          onColumn({ ...column, label: label ?? noText });
        }}
      />
      {listed ? <ColumnValues column={column} index={index} onColumn={onColumn} /> : null}
      <div>
        <Button variant="transparent" onClick={onRemove}>
          {t('column.remove', { number })}
        </Button>
      </div>
    </div>
  );
}

function ColumnValues({ column, index, onColumn }: Omit<ColumnFieldsProps, 'onRemove'>): ReactNode {
  const { t } = useTranslation(answerTexts);
  const { id, error } = useFieldAt(`/columns/${index}/values`);
  const values = column.values ?? [];
  const set = (next: typeof values): void => {
    onColumn({ ...column, values: next });
  };
  return (
    <div className="pb-stack" role="group" aria-label={t('column.values', { number: index + 1 })}>
      {values.map((one, place) => (
        <div
          // The key of a value is typed here: its place is what stays.
          key={place}
          className="pb-option-fields"
        >
          <KeyField
            label={t('option.value', { number: place + 1 })}
            at={`/columns/${index}/values/${place}/value`}
            value={one.value}
            onChange={(value) => {
              set(values.with(place, { ...one, value }));
            }}
          />
          {(['fr', 'en'] as const).map((language) => (
            <KeyField
              key={language}
              label={t(`option.${language}`, { number: place + 1 })}
              at={`/columns/${index}/values/${place}/label/${language}`}
              value={one.label[language]}
              onChange={(text) => {
                set(values.with(place, { ...one, label: { ...one.label, [language]: text } }));
              }}
            />
          ))}
          <Button
            variant="transparent"
            onClick={() => {
              set(values.toSpliced(place, 1));
            }}
          >
            {t('option.remove', { number: place + 1 })}
          </Button>
        </div>
      ))}
      <div>
        <Button
          id={values.length === 0 ? id : undefined}
          size="xs"
          onClick={() => {
            set([...values, { value: '', label: noText }]);
          }}
        >
          {t('options.add')}
        </Button>
        {values.length === 0 && error !== undefined ? <p className="pb-field-error">{error}</p> : null}
      </div>
    </div>
  );
}

/** Only a column with the key `activity` can ask for one row per value. */
function RowsRequired({ question }: { readonly question: Table }): ReactNode {
  const { t, language } = useTranslation(answerTexts);
  const { onChange } = useEditor();
  const values = question.columns.find(({ key }) => key === 'activity')?.values ?? [];
  const required = question.rowsRequired ?? [];
  if (values.length === 0 && required.length === 0) return null;
  const set = (next: readonly string[]): void => {
    onChange(withOptional(question, 'rowsRequired', next.length === 0 ? undefined : next));
  };
  const gone = required.filter((key) => !values.some(({ value }) => value === key));
  return (
    <fieldset className="pb-stack">
      <legend className="pb-field-label">{t('rowsRequired')}</legend>
      {[...values, ...gone.map((value) => ({ value, label: { fr: value, en: value } }))].map(
        ({ value, label }) => (
          <Checkbox
            key={value}
            label={label[language] || value}
            checked={required.includes(value)}
            onChange={(event) => {
              const others = required.filter((one) => one !== value);
              set(event.currentTarget.checked ? [...others, value] : others);
            }}
          />
        ),
      )}
    </fieldset>
  );
}
