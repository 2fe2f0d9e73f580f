import './table-import.css';

import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { tableImportTexts } from './table-import.texts.js';
import type { TablePreview } from './use-table-import.js';

interface ImportColumnsProps {
  readonly preview: TablePreview;
  readonly onChange: (choice: {
    readonly sheet: string;
    readonly mapping?: readonly (string | null)[];
  }) => void;
}

/** The sheet and what each of its columns holds, as guessed or as corrected. */
export function ImportColumns({ preview, onChange }: ImportColumnsProps): ReactNode {
  const { t } = useTranslation(tableImportTexts);
  const { sheet, sheets, columns, fields, headingRow } = preview;
  const change = (index: number, field: string): void => {
    const mapping = columns.map((column, place) =>
      place === index ? field || null : column.field === field ? null : column.field,
    );
    onChange({ sheet, mapping });
  };
  return (
    <section className="pb-stack">
      <h2>{t('columns.title')}</h2>
      <p className="pb-soft">{t('columns.text', { row: headingRow })}</p>
      {sheets.length > 1 ? (
        <NativeSelect
          label={t('sheet')}
          value={sheet}
          data={sheets.map(({ name, hidden }) => ({
            value: name,
            label: hidden ? t('sheet.hidden', { name }) : name,
          }))}
          onChange={(event) => {
            onChange({ sheet: event.currentTarget.value });
          }}
        />
      ) : null}
      <div className="pb-import-columns">
        {columns.map(({ heading, field, sample }, index) => (
          <NativeSelect
            key={`${index} ${heading}`}
            label={t('column.label', {
              letter: columnLetters(index),
              heading: heading === '' ? t('column.untitled') : heading,
            })}
            description={sample === '' ? undefined : t('column.sample', { sample: sample.slice(0, 40) })}
            value={field ?? ''}
            data={[
              { value: '', label: t('column.ignored') },
              ...fields.map((one) => ({ value: one.field, label: one.label })),
            ]}
            onChange={(event) => {
              change(index, event.currentTarget.value);
            }}
          />
        ))}
      </div>
    </section>
  );
}

/** 0 is A, 26 is AA, as the spreadsheet shows them. */
function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}
