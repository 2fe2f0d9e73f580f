import './table-field.css';

import { ActionIcon, Button } from '@mantine/core';
import { maxCounts } from '@probant/shared/limits';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { blankRow, isRequiredRow, type AnswerFields, type TableQuestion } from './answer-fields.js';
import { answeringTexts } from './answering.texts.js';
import { TableCell } from './table-cell.js';
import { tableTexts } from './table.texts.js';

interface TableFieldProps {
  readonly question: TableQuestion;
  readonly fieldId: string;
  /** Messages by field: `rows.0.siren`. */
  readonly troubles: ReadonlyMap<string, string>;
}

/** Rows and typed columns; on a phone each row is a card. Rows that are asked for stand there from the start. */
export function TableField({ question, fieldId, troubles }: TableFieldProps): ReactNode {
  const { t } = useTranslation(answeringTexts);
  const { t: words, language } = useTranslation(tableTexts);
  const { control, register, setValue } = useFormContext<AnswerFields>();
  const { fields, append, remove } = useFieldArray<AnswerFields, 'rows'>({ control, name: 'rows' });
  const none = useWatch<AnswerFields, 'none'>({ name: 'none' });
  const add = useRef<HTMLButtonElement>(null);
  const hasRequired = question.rowsRequired !== undefined;
  const noneField = register('none');

  const addRow = (): void => {
    setValue('none', false);
    append(blankRow(question.columns), { shouldFocus: false });
    // The first field of the new row, once it stands there.
    setTimeout(() => document.getElementById(`${fieldId}-${fields.length}-0`)?.focus());
  };

  return (
    <div className="pb-ans-table">
      {fields.length === 0 ? null : (
        <table className="pb-ans-rows">
          <caption className="pb-hidden">{t('question.answer', { id: question.id })}</caption>
          <thead>
            <tr>
              {question.columns.map(({ key, label }) => (
                <th key={key} scope="col">
                  {label[language]}
                </th>
              ))}
              <th scope="col">
                <span className="pb-hidden">{words('remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {fields.map((row, index) => (
              <tr key={row.id}>
                {question.columns.map((column, place) => (
                  <td key={column.key} data-label={column.label[language]}>
                    <TableCell
                      column={column}
                      index={index}
                      cellId={`${fieldId}-${index}-${place}`}
                      fixed={column.key === 'activity' && isRequiredRow(question, index)}
                      trouble={troubles.get(`rows.${index}.${column.key}`)}
                    />
                  </td>
                ))}
                <td className="pb-ans-rows-remove">
                  {isRequiredRow(question, index) ? null : (
                    <ActionIcon
                      aria-label={words('remove.row', { row: index + 1 })}
                      onClick={() => {
                        remove(index);
                        add.current?.focus();
                      }}
                    >
                      <IconTrash size={16} aria-hidden />
                    </ActionIcon>
                  )}
                  {troubles.has(`rows.${index}`) ? (
                    <p className="pb-field-error">{troubles.get(`rows.${index}`)}</p>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="pb-row pb-wrap">
        <Button
          ref={add}
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          disabled={fields.length >= maxCounts.tableRows}
          onClick={addRow}
        >
          {words('add')}
        </Button>
        {hasRequired || fields.length > 0 ? null : (
          <label className="pb-ans-none">
            <input type="checkbox" {...noneField} checked={none} />
            {t('none.rows')}
          </label>
        )}
      </div>
    </div>
  );
}
