import type { Column } from '@probant/shared/questionnaires/document';
import { countryCodes } from '@probant/shared/suppliers/countries';
import { compactNumber, hasSirenChecksum, isSirenShaped } from '@probant/shared/suppliers/siren';
import { type ReactNode, useMemo } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import type { AnswerFields } from './answer-fields.js';
import { tableTexts } from './table.texts.js';

interface TableCellProps {
  readonly column: Column;
  readonly index: number;
  readonly cellId: string;
  /** The activity of a row that is asked for: it names the row and does not change. */
  readonly fixed: boolean;
  readonly trouble: string | undefined;
}

/** One cell, by the type of its column. */
export function TableCell(props: TableCellProps): ReactNode {
  const { column, index, cellId, fixed, trouble } = props;
  const { t, language } = useTranslation(tableTexts);
  const name = `rows.${index}.${column.key}` as const;
  const value = useWatch<AnswerFields, typeof name>({ name });
  if (fixed) {
    const label = column.values?.find((option) => option.value === value)?.label[language];
    return <span className="pb-medium pb-sm">{label ?? value}</span>;
  }
  const field = {
    id: cellId,
    'aria-label': t('cell', { column: column.label[language], row: index + 1 }),
    'aria-invalid': trouble !== undefined,
    'aria-describedby': `${cellId}-note`,
    className: 'pb-ans-input',
  };
  const doubtful =
    column.type === 'siren' && typeof value === 'string' && isSirenShaped(compactNumber(value))
      ? !hasSirenChecksum(compactNumber(value))
      : false;
  return (
    <>
      {column.type === 'multi_enum' ? (
        <SeveralChoices column={column} name={name} label={field['aria-label']} cellId={cellId} />
      ) : (
        <PlainCell column={column} name={name} field={field} />
      )}
      <span id={`${cellId}-note`} className="pb-ans-cell-note">
        {trouble ?? (doubtful ? t('siren.checksum') : '')}
      </span>
    </>
  );
}

interface PlainCellProps {
  readonly column: Column;
  readonly name: `rows.${number}.${string}`;
  readonly field: Readonly<Record<string, string | boolean>>;
}

function PlainCell({ column, name, field }: PlainCellProps): ReactNode {
  const { t } = useTranslation(tableTexts);
  const { register } = useFormContext<AnswerFields>();
  const registered = register(name);
  if (column.type === 'enum' || column.type === 'bool' || column.type === 'country') {
    return (
      <select {...field} {...registered}>
        <option value="">{t('choose')}</option>
        <Choices column={column} />
      </select>
    );
  }
  return (
    <input
      {...field}
      autoComplete="off"
      {...(column.type === 'date' ? { type: 'date' } : {})}
      {...(column.type === 'siren' ? { inputMode: 'numeric' as const } : {})}
      {...registered}
      onChange={(event) => {
        // Half a date reads as none: it takes nothing away.
        if (!event.target.validity.badInput) void registered.onChange(event);
      }}
    />
  );
}

/** First in every list of countries: most answers name it. */
const home = 'FR';

function Choices({ column }: { readonly column: Column }): ReactNode {
  const { t, language } = useTranslation(tableTexts);
  const countries = useMemo(() => {
    if (column.type !== 'country') return [];
    const names = new Intl.DisplayNames(language, { type: 'region' });
    return countryCodes
      .map((code) => ({ code, name: names.of(code) ?? code }))
      .sort(
        (one, other) =>
          Number(other.code === home) - Number(one.code === home) ||
          one.name.localeCompare(other.name, language),
      );
  }, [column.type, language]);
  if (column.type === 'bool') {
    return (
      <>
        <option value="yes">{t('yes')}</option>
        <option value="no">{t('no')}</option>
      </>
    );
  }
  if (column.type === 'country') {
    return countries.map(({ code, name }) => (
      <option key={code} value={code}>
        {name}
      </option>
    ));
  }
  return (column.values ?? []).map(({ value, label }) => (
    <option key={value} value={value}>
      {label[language]}
    </option>
  ));
}

interface SeveralChoicesProps {
  readonly column: Column;
  readonly name: `rows.${number}.${string}`;
  readonly label: string;
  readonly cellId: string;
}

function SeveralChoices({ column, name, label, cellId }: SeveralChoicesProps): ReactNode {
  const { language } = useTranslation(tableTexts);
  const { setValue } = useFormContext<AnswerFields>();
  const value = useWatch<AnswerFields, typeof name>({ name });
  const chosen: readonly string[] = Array.isArray(value) ? value : [];
  return (
    <div role="group" aria-label={label} className="pb-ans-chips">
      {(column.values ?? []).map((option, place) => {
        const on = chosen.includes(option.value);
        return (
          <label key={option.value} className="pb-ans-chip" data-on={on}>
            <input
              type="checkbox"
              id={place === 0 ? cellId : `${cellId}-${place}`}
              checked={on}
              onChange={() => {
                const next = on ? chosen.filter((item) => item !== option.value) : [...chosen, option.value];
                setValue(name, next, { shouldDirty: true });
              }}
            />
            {option.label[language]}
          </label>
        );
      })}
    </div>
  );
}
