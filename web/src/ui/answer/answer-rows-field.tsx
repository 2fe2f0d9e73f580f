import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { AnswerValue, Column, TableRow } from '@probant/shared/questionnaires/document';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import type { AskedQuestion } from '@probant/shared/answers/answer-lines';
import { answerTexts } from './answer.texts.js';

type Cell = TableRow[string];

interface AnswerRowsFieldProps {
  readonly id: string;
  readonly question: Extract<AskedQuestion, { type: 'table' }>;
  readonly value: AnswerValue | null;
  readonly onChange: (value: AnswerValue) => void;
  readonly error: string | undefined;
}

/** A table as rows of fields, one under the other: it stays usable in the width of a pane. */
export function AnswerRowsField({ id, question, value, onChange, error }: AnswerRowsFieldProps): ReactNode {
  const { t } = useTranslation(answerTexts);
  const rows = rowsOf(value);
  const change = (at: number, key: string, cell: Cell | undefined): void => {
    onChange(rows.map((row, index) => (index === at ? withCell(row, key, cell) : row)));
  };
  return (
    <fieldset id={id} tabIndex={-1} className="pb-stack">
      <legend className="pb-field-label">{t('rows')}</legend>
      {error === undefined ? null : <p className="pb-field-error">{error}</p>}
      {rows.map((row, at) => (
        // A row has no name of its own: its place is all there is.
        <fieldset key={at} className="pb-examine-row">
          <legend className="pb-label">{t('row', { number: at + 1 })}</legend>
          <div className="pb-examine-cells">
            {question.columns.map((column) => (
              <CellField
                key={column.key}
                column={column}
                cell={row[column.key]}
                onChange={(cell) => {
                  change(at, column.key, cell);
                }}
              />
            ))}
          </div>
          <Button
            size="xs"
            variant="subtle"
            onClick={() => {
              onChange(rows.filter((_, index) => index !== at));
            }}
          >
            {t('row.remove', { number: at + 1 })}
          </Button>
        </fieldset>
      ))}
      <div>
        <Button
          size="xs"
          onClick={() => {
            onChange([...rows, {}]);
          }}
        >
          {t('row.add')}
        </Button>
      </div>
    </fieldset>
  );
}

interface CellFieldProps {
  readonly column: Column;
  readonly cell: Cell | undefined;
  readonly onChange: (cell: Cell | undefined) => void;
}

function CellField({ column, cell, onChange }: CellFieldProps): ReactNode {
  const { t, language } = useTranslation(answerTexts);
  const label = column.label[language];
  const values = (column.values ?? []).map((one) => ({ value: one.value, label: one.label[language] }));
  const empty = { value: '', label: '–' };
  switch (column.type) {
    case 'bool':
      return (
        <NativeSelect
          label={label}
          value={typeof cell === 'boolean' ? String(cell) : ''}
          data={[empty, { value: 'true', label: t('yes') }, { value: 'false', label: t('no') }]}
          onChange={({ currentTarget }) => {
            onChange(currentTarget.value === '' ? undefined : currentTarget.value === 'true');
          }}
        />
      );
    case 'enum':
      return (
        <NativeSelect
          label={label}
          value={typeof cell === 'string' ? cell : ''}
          data={[empty, ...values]}
          onChange={({ currentTarget }) => {
            onChange(currentTarget.value === '' ? undefined : currentTarget.value);
          }}
        />
      );
    case 'multi_enum':
      return (
        <Checkbox.Group
          label={label}
          value={listOf(cell)}
          onChange={(ticked) => {
            onChange(ticked.length === 0 ? undefined : ticked);
          }}
        >
          {values.map((one) => (
            <Checkbox key={one.value} value={one.value} label={one.label} />
          ))}
        </Checkbox.Group>
      );
    case 'date':
    case 'text':
    case 'siren':
    case 'country':
      return (
        <TextInput
          label={label}
          type={column.type === 'date' ? 'date' : 'text'}
          value={typeof cell === 'string' ? cell : ''}
          onChange={({ currentTarget }) => {
            onChange(currentTarget.value === '' ? undefined : currentTarget.value);
          }}
        />
      );
  }
}

function listOf(cell: Cell | undefined): string[] {
  const items: readonly unknown[] = Array.isArray(cell) ? cell : [];
  return items.filter((item) => typeof item === 'string');
}

function rowsOf(value: AnswerValue | null): TableRow[] {
  const items: readonly (string | TableRow)[] = Array.isArray(value) ? value : [];
  return items.filter((item) => typeof item !== 'string');
}

function withCell(row: TableRow, key: string, cell: Cell | undefined): TableRow {
  const others = Object.fromEntries(Object.entries(row).filter(([name]) => name !== key));
  return cell === undefined ? others : { ...others, [key]: cell };
}
