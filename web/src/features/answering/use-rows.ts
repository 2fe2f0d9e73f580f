import { activityKey } from '@probant/shared/answers/required-rows';
import { type KeyboardEvent, useState } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import {
  blankRow,
  isRequiredRow,
  type AnswerFields,
  type RowFields,
  type TableQuestion,
} from './answer-fields.js';
import { tableTexts } from './table.texts.js';

export interface RowsInUse {
  readonly fields: readonly { readonly id: string }[];
  /** The row that was taken away last. */
  readonly removed: { readonly index: number; readonly row: RowFields } | null;
  /** What the last copy did, for who does not see it. */
  readonly told: string;
  readonly add: () => void;
  readonly remove: (index: number) => void;
  readonly putBack: () => void;
  readonly copyAbove: (index: number) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/** The rows of a table: added, taken away and put back, and filled from the row above. */
export function useRows(question: TableQuestion, fieldId: string): RowsInUse {
  const { t } = useTranslation(tableTexts);
  const { control, getValues, setValue } = useFormContext<AnswerFields>();
  const { fields, append, insert, remove } = useFieldArray<AnswerFields, 'rows'>({ control, name: 'rows' });
  const [removed, setRemoved] = useState<RowsInUse['removed']>(null);
  const [told, setTold] = useState('');

  /** Only what is blank is filled: nothing that was typed gives way. */
  const copyAbove = (index: number): void => {
    const above = getValues(`rows.${index - 1}`);
    const own = getValues(`rows.${index}`);
    const copied = question.columns.filter(({ key }) => {
      const isName = key === activityKey && isRequiredRow(question, index);
      return !isName && (own[key] ?? '').length === 0 && (above[key] ?? '').length > 0;
    });
    for (const { key } of copied) {
      const cell = above[key] ?? '';
      setValue(`rows.${index}.${key}`, Array.isArray(cell) ? [...cell] : cell, { shouldDirty: true });
    }
    setTold(t('copied', { row: index + 1, count: copied.length }));
  };

  return {
    fields,
    removed,
    told,
    copyAbove,
    add: () => {
      setValue('none', false);
      append(blankRow(question.columns), { shouldFocus: false });
      // The first field of the new row, once it stands there.
      setTimeout(() => document.getElementById(`${fieldId}-${fields.length}-0`)?.focus());
    },
    remove: (index) => {
      setRemoved({ index, row: getValues(`rows.${index}`) });
      remove(index);
    },
    putBack: () => {
      if (removed === null) return;
      insert(removed.index, removed.row, { shouldFocus: false });
      setRemoved(null);
      setTimeout(() => document.getElementById(`${fieldId}-${removed.index}-0`)?.focus());
    },
    // As in a spreadsheet: fill down.
    onKeyDown: (event) => {
      if (event.key.toLowerCase() !== 'd' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
      const row = event.target instanceof Element ? event.target.closest('[data-row]') : null;
      const index = Number(row?.getAttribute('data-row') ?? 0);
      if (index === 0) return;
      event.preventDefault();
      copyAbove(index);
    },
  };
}
