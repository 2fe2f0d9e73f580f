import './answer-library.css';

import { Button } from '@mantine/core';
import { maxBytes } from '@probant/shared/limits';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { isProblem } from '../../platform/api/problem.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { FileDrop } from '../../ui/input/file-drop.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { libraryTexts } from './answer-library.texts.js';
import { PackPreviewPanel } from './pack-preview.js';
import { Signers } from './signers.js';
import { usePackImport, type PackImport } from './use-pack-import.js';

/** Answers and pieces out of this workspace and into it, as one signed file. */
export function PacksScreen(): ReactNode {
  const { t } = useTranslation(libraryTexts);
  const pack = usePackImport();
  return (
    <Main>
      <PageHeader title={t('packs.title')} />
      <div className="pb-page pb-lib-packs">
        <p>
          <Link to="/answers">{t('back')}</Link>
        </p>
        <p className="pb-soft pb-lib-lead">{t('packs.lead')}</p>
        <section aria-labelledby="pack-export" className="pb-card pb-lib-card">
          <h2 id="pack-export">{t('export.title')}</h2>
          <p className="pb-sm pb-soft">{t('export.lead')}</p>
          <div>
            <Button component="a" href="/api/answer-packs/own" download>
              {t('export.all')}
            </Button>
          </div>
        </section>
        <section aria-labelledby="pack-import" className="pb-card pb-lib-card">
          <h2 id="pack-import">{t('import.title')}</h2>
          <Import pack={pack} />
        </section>
        <Signers onChanged={pack.again} />
      </div>
    </Main>
  );
}

function Import({ pack }: { readonly pack: PackImport }): ReactNode {
  const { t } = useTranslation(libraryTexts);
  if (pack.done !== null)
    return (
      <div role="status" className="pb-stack">
        <p className="pb-ok pb-medium">{t('imported', { count: pack.done.answers })}</p>
        <div className="pb-row pb-wrap">
          <Button component={Link} to="/answers" variant="filled">
            {t('imported.open')}
          </Button>
          <Button onClick={pack.reset}>{t('another')}</Button>
        </div>
      </div>
    );
  return (
    <>
      {pack.busy === null ? null : <Reading pack={pack} />}
      {pack.error === null ? null : <Refused error={pack.error} />}
      {pack.preview === null ? (
        <>
          <p className="pb-sm pb-soft">{t('import.lead')}</p>
          <FileDrop
            label={t('import.drop')}
            accept={{ 'application/zip': ['.zip'] }}
            formats={t('import.formats')}
            maxBytes={maxBytes.answerPack}
            disabled={pack.busy !== null}
            onFiles={([file]) => {
              if (file !== undefined) pack.choose(file);
            }}
          />
        </>
      ) : (
        <PackPreviewPanel key={pack.preview.manifestSha256} preview={pack.preview} pack={pack} />
      )}
    </>
  );
}

function Reading({ pack }: { readonly pack: PackImport }): ReactNode {
  const { t } = useTranslation(libraryTexts);
  return (
    <div className="pb-row pb-wrap" role="status">
      <progress
        value={pack.busy !== null && pack.busy < 1 ? pack.busy : undefined}
        aria-label={t('reading')}
      />
      <span className="pb-sm">{t('reading')}</span>
      <Button size="xs" onClick={pack.stop}>
        {t('stop')}
      </Button>
    </div>
  );
}

/** What is wrong with a pack, file by file. */
function Refused({ error }: { readonly error: unknown }): ReactNode {
  const { t } = useTranslation(libraryTexts);
  const faults = isProblem(error) ? faultsIn(error.extensions['conflicts']) : [];
  return (
    <>
      <ProblemNotice error={error} />
      {faults.length === 0 ? null : (
        <section aria-label={t('refused.faults')}>
          <h3 className="pb-label">{t('refused.faults')}</h3>
          <ul className="pb-sm pb-lib-faults">
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function faultsIn(conflicts: unknown): readonly string[] {
  const faults: readonly unknown[] = Array.isArray(conflicts) ? conflicts : [];
  return faults.flatMap((fault) =>
    typeof fault === 'object' && fault !== null && 'detail' in fault && typeof fault.detail === 'string'
      ? [fault.detail]
      : [],
  );
}
