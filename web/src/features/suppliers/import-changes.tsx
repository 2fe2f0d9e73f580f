import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Warning } from '../../ui/feedback/warning.js';
import { tableImportTexts } from '../../ui/import/table-import.texts.js';
import { importTexts } from './import.texts.js';
import type { Preview } from './import-preview.js';

/** Rows that would give another name to what their SIREN or address is known by. */
export function ImportRenamings({ preview }: { readonly preview: Preview }): ReactNode {
  const { t } = useTranslation(importTexts);
  const { t: table } = useTranslation(tableImportTexts);
  const { renamings, renamingCount } = preview;
  if (renamingCount === 0) return null;
  return (
    <Warning
      more={
        <>
          <p className="pb-sm">{t('renamings.text')}</p>
          <ul className="pb-import-help pb-sm">
            {renamings.map(({ row, detail }) => (
              <li key={`${row} ${detail}`}>{t('renaming', { row: String(row), detail })}</li>
            ))}
          </ul>
          {renamingCount > renamings.length ? (
            <p className="pb-sm pb-muted">{table('errors.more', { shown: renamings.length })}</p>
          ) : null}
        </>
      }
    >
      {t('renamings', { count: renamingCount })}
    </Warning>
  );
}

type ImportRow = Preview['rows'][number];

/** Each cell that says otherwise than what stands there: old, then new. */
export function RowChanges({ changes }: Pick<ImportRow, 'changes'>): ReactNode {
  const { t } = useTranslation(importTexts);
  const { t: table } = useTranslation(tableImportTexts);
  if (changes.length === 0) return null;
  return (
    <ul className="pb-import-changes pb-sm">
      {changes.map(({ label, before, after }) => (
        <li key={label}>
          <span className="pb-muted">{t('change.label', { label })}</span>{' '}
          {before === '' ? <span className="pb-muted">{table('error.empty')}</span> : <del>{before}</del>}
          {' → '}
          {after === '' ? <span className="pb-muted">{table('error.empty')}</span> : <ins>{after}</ins>}
        </li>
      ))}
    </ul>
  );
}
