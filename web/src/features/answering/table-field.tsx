import './table-field.css';

import { ActionIcon, Button } from '@mantine/core';
import { activityKey } from '@probant/shared/answers/required-rows';
import { maxCounts } from '@probant/shared/limits';
import { IconArrowBackUp, IconCopy, IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { isRequiredRow, type AnswerFields, type TableQuestion } from './answer-fields.js';
import { answeringTexts } from './answering.texts.js';
import { TableCell } from './table-cell.js';
import { tableTexts } from './table.texts.js';
import { useRows, type RowsInUse } from './use-rows.js';

interface TableFieldProps {
  readonly question: TableQuestion;
  readonly fieldId: string;
  /** Messages by field: `rows.0.siren`. */
  readonly troubles: ReadonlyMap<string, string>;
}

/** Rows and typed columns; on a phone each row is a card. Rows that are asked for stand there from the start. */
export function TableField({ question, fieldId, troubles }: TableFieldProps): ReactNode {
  const { t } = useTranslation(answeringTexts);
  const { t: words } = useTranslation(tableTexts);
  const { setValue } = useFormContext<AnswerFields>();
  const rows = useRows(question, fieldId);
  const none = useWatch<AnswerFields, 'none'>({ name: 'none' });
  const { fields, removed, told } = rows;
  return (
    <div className="pb-ans-table" onKeyDown={rows.onKeyDown}>
      {fields.length === 0 ? null : <Rows {...{ question, fieldId, troubles, rows }} />}
      {removed === null ? null : (
        <p className="pb-row pb-wrap pb-sm pb-soft" role="status">
          {words('removed', { row: removed.index + 1 })}
          <Button
            size="xs"
            autoFocus
            leftSection={<IconArrowBackUp size={14} aria-hidden />}
            onClick={rows.putBack}
          >
            {words('undo')}
          </Button>
        </p>
      )}
      <p className="pb-hidden" role="status">
        {told}
      </p>
      <div className="pb-row pb-wrap">
        <Button
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          disabled={fields.length >= maxCounts.tableRows}
          onClick={rows.add}
        >
          {words('add')}
        </Button>
        {question.rowsRequired !== undefined || fields.length > 0 ? null : (
          <label className="pb-ans-none">
            <input
              type="checkbox"
              checked={none}
              onChange={() => {
                setValue('none', !none, { shouldDirty: true });
              }}
            />
            {t('none.rows')}
          </label>
        )}
      </div>
    </div>
  );
}

function Rows({
  question,
  fieldId,
  troubles,
  rows,
}: TableFieldProps & { readonly rows: RowsInUse }): ReactNode {
  const { t } = useTranslation(answeringTexts);
  const { t: words, language } = useTranslation(tableTexts);
  return (
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
            <span className="pb-hidden">{words('acts')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.fields.map((row, index) => (
          <tr key={row.id} data-row={index}>
            {question.columns.map((column, place) => (
              <td key={column.key} data-label={column.label[language]}>
                <TableCell
                  column={column}
                  index={index}
                  cellId={`${fieldId}-${index}-${place}`}
                  fixed={column.key === activityKey && isRequiredRow(question, index)}
                  trouble={troubles.get(`rows.${index}.${column.key}`)}
                />
              </td>
            ))}
            <td className="pb-ans-rows-acts">
              {index === 0 ? null : (
                <button
                  type="button"
                  className="pb-ans-rows-copy"
                  title={words('copy.key')}
                  onClick={() => {
                    rows.copyAbove(index);
                  }}
                >
                  <IconCopy size={14} aria-hidden />
                  <span className="pb-ans-rows-copy-words">{words('copy')}</span>
                  <span className="pb-hidden"> {words('copy.row', { row: index + 1 })}</span>
                </button>
              )}
              {isRequiredRow(question, index) ? null : (
                <ActionIcon
                  aria-label={words('remove.row', { row: index + 1 })}
                  onClick={() => {
                    rows.remove(index);
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
  );
}
