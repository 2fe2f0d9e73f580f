import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { sheetFields } from '@probant/shared/imports/sheets/headings';
import { isSheetField } from '@probant/shared/imports/sheets/sheet-mapping';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { importTexts } from './questionnaire-import.texts.js';
import { columnsGivingWay, mapSheet } from './map-sheet.js';
import {
  type DescribedSheet,
  type Import,
  isUnderWay,
  type SheetMapping,
  useReadAgain,
} from './use-imports.js';

interface SheetMappingsProps {
  readonly read: Import;
  readonly mayEdit: boolean;
}

/** Which sheets are read, which row names their columns, and what each column holds. */
export function SheetMappings({ read, mayEdit }: SheetMappingsProps): ReactNode {
  const { t } = useTranslation(importTexts);
  const again = useReadAgain(read);
  const { sheets, mappings, asSpreadsheet, format } = read;
  const isFree = format === 'spreadsheet' || format === null;
  const busy = !mayEdit || again.isPending || isUnderWay(read);
  const change = (sheet: string, mapping: Partial<SheetMapping>): void => {
    again.mutate({ asSpreadsheet, mappings: mapSheet(mappings, sheet, mapping) });
  };
  return (
    <section className="pb-stack" aria-labelledby="sheets-title">
      <h2 id="sheets-title">{t('sheets.title')}</h2>
      <p className="pb-soft">{t('sheets.text')}</p>
      {again.isError ? <ProblemNotice error={again.error} /> : null}
      {isFree ? null : (
        <div>
          <Button disabled={busy} onClick={() => again.mutate({ asSpreadsheet: true, mappings: [] })}>
            {t('sheets.as')}
          </Button>
        </div>
      )}
      {isFree
        ? sheets.map((sheet) => (
            <SheetCard
              key={sheet.sheet}
              sheet={sheet}
              busy={busy}
              onChange={(mapping) => change(sheet.sheet, mapping)}
            />
          ))
        : null}
    </section>
  );
}

interface SheetCardProps {
  readonly sheet: DescribedSheet;
  readonly busy: boolean;
  readonly onChange: (mapping: Partial<SheetMapping>) => void;
}

function SheetCard({ sheet, busy, onChange }: SheetCardProps): ReactNode {
  const { t } = useTranslation(importTexts);
  const { sheet: name, hidden, read, rowCount, headerRow, top } = sheet;
  return (
    <fieldset className="pb-qimport-sheet" disabled={busy}>
      <legend className="pb-medium">
        {name} <span className="pb-muted">{t('sheets.rows', { count: rowCount })}</span>{' '}
        {hidden ? <span className="pb-tag">{t('sheets.hidden')}</span> : null}
      </legend>
      <Checkbox
        label={t('sheets.read')}
        checked={read}
        onChange={(event) => onChange({ read: event.currentTarget.checked })}
      />
      {read ? (
        <>
          <NativeSelect
            label={t('sheets.header')}
            value={String(headerRow)}
            data={[
              { value: '0', label: t('sheets.header.none') },
              ...top.map(({ row, text }) => ({
                value: String(row),
                label: t('sheets.header.row', { row, text }),
              })),
            ]}
            onChange={(event) => onChange({ headerRow: Number(event.currentTarget.value) })}
          />
          <Columns sheet={sheet} onChange={onChange} />
        </>
      ) : null}
    </fieldset>
  );
}

function Columns({ sheet, onChange }: Pick<SheetCardProps, 'sheet' | 'onChange'>): ReactNode {
  const { t } = useTranslation(importTexts);
  return (
    <div className="pb-qimport-columns">
      {sheet.columns.map(({ column, letters, heading, sample, field, language }) => (
        <NativeSelect
          key={column}
          label={heading === '' ? t('column.bare', { letters }) : t('column.label', { letters, heading })}
          description={sample === '' ? undefined : t('column.sample', { sample: sample.slice(0, 60) })}
          value={field ?? ''}
          data={[
            { value: '', label: t('column.ignored') },
            ...sheetFields.map((one) => ({ value: one, label: t(`field.${one}`) })),
          ]}
          onChange={(event) => {
            const chosen = event.currentTarget.value;
            const own = isSheetField(chosen) ? chosen : null;
            const chosenColumn = {
              column,
              field: own,
              ...(language === null || own === null ? {} : { language }),
            };
            onChange({ columns: [chosenColumn, ...columnsGivingWay(sheet.columns, chosenColumn)] });
          }}
        />
      ))}
    </div>
  );
}
