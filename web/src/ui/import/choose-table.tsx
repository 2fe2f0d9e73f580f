import { Button } from '@mantine/core';
import { maxBytes } from '@probant/shared/limits';
import type { ReactNode } from 'react';

import { isProblem } from '../../platform/api/problem.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../feedback/problem-notice.js';
import { TextSkeleton } from '../feedback/skeletons.js';
import { StatusLine } from '../feedback/status-line.js';
import { FileDrop } from '../input/file-drop.js';
import { tableImportTexts } from './table-import.texts.js';
import type { TableImport, TablePreview } from './use-table-import.js';

const accepted = {
  'text/csv': ['.csv'],
  'text/plain': ['.txt'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
};

/** The file that is imported, and what is being done with it. */
export function ChooseTable<Preview extends TablePreview, Done>({
  state,
}: {
  readonly state: TableImport<Preview, Done>;
}): ReactNode {
  const { t } = useTranslation(tableImportTexts);
  const { file, preview, busy, error } = state;
  return (
    <section className="pb-stack">
      {file ? (
        <p>
          <span className="pb-medium">{t('file.chosen', { name: file.name })}</span>{' '}
          <Button size="xs" variant="subtle" onClick={state.reset}>
            {t('file.other')}
          </Button>
        </p>
      ) : (
        <FileDrop
          label={t('file.label')}
          accept={accepted}
          formats={t('file.formats')}
          maxBytes={maxBytes.importFile}
          onFiles={([first]) => {
            if (first) state.choose(first);
          }}
        />
      )}
      {busy ? (
        <div className="pb-row">
          <StatusLine kind="working">
            {busy === 'reading' ? t('reading', { name: file?.name ?? '' }) : t('applying')}
          </StatusLine>
          <Button size="xs" variant="transparent" onClick={state.stop}>
            {t('stop')}
          </Button>
        </div>
      ) : null}
      {error ? (
        <ProblemNotice
          error={error}
          {...(isProblem(error, 'import-outdated')
            ? {
                onRetry: () => {
                  state.read({});
                },
              }
            : {})}
        />
      ) : null}
      {busy === 'reading' && !preview ? <TextSkeleton lines={6} /> : null}
    </section>
  );
}
