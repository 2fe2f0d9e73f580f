import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { isChange, type Workbook, type WorkbookRow } from './use-workbook.js';
import { workbookTexts } from './workbook.texts.js';

/** What the workbook would change, and every row that it will not, with the reason. */
export function WorkbookRows({ workbook }: { readonly workbook: Workbook }): ReactNode {
  const { t } = useTranslation(workbookTexts);
  const rows = (workbook.preview?.rows ?? []).filter(
    ({ change }) => change !== 'same' && change !== 'emptied',
  );
  if (rows.length === 0) return null;
  return (
    <div className="pb-workbook-scroll">
      <table className="pb-workbook-rows">
        <thead>
          <tr>
            <th scope="col">{t('take')}</th>
            <th scope="col">{t('question')}</th>
            <th scope="col">{t('before')}</th>
            <th scope="col">{t('after')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.place} row={row} workbook={workbook} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, workbook }: { readonly row: WorkbookRow; readonly workbook: Workbook }): ReactNode {
  const { t } = useTranslation(workbookTexts);
  const { questionId, text, place, before, after, problem, change } = row;
  const changes = isChange(row);
  return (
    <tr>
      <td>
        {changes ? (
          <Checkbox
            aria-label={t('take.one', { question: questionId })}
            checked={!workbook.left.has(questionId)}
            onChange={() => {
              workbook.toggle(questionId);
            }}
          />
        ) : null}
      </td>
      <td>
        <span className="pb-row pb-wrap">
          <span className={`pb-tag ${changes ? 'pb-tag-blue' : 'pb-tag-amber'}`}>
            {change === 'same' || change === 'emptied' ? null : t(`change.${change}`)}
          </span>
          <span className="pb-xs pb-muted">{questionId === '' ? place : `${questionId}, ${place}`}</span>
        </span>
        <span className="pb-workbook-text">{text}</span>
      </td>
      <td className="pb-workbook-text" data-head={before === '' ? undefined : t('before')}>
        {before}
      </td>
      <td className="pb-workbook-text" data-head={t('after')}>
        {problem ??
          (change === 'unknown' ? t('unknown.hint') : change === 'hidden' ? t('hidden.hint') : after)}
      </td>
    </tr>
  );
}
