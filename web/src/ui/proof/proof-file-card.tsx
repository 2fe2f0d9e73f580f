import { Button, Progress } from '@mantine/core';
import { type ProblemCode, isProblemCode, problemTitle } from '@probant/shared/problems';
import type { ReactNode } from 'react';

import { formatBytes } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import { CopyButton } from '../format/copy-button.js';
import { DateText } from '../format/date-text.js';
import { proofTexts } from './proof.texts.js';
import { useGiveUpProof, type ProofFile } from './use-proof-files.js';

/** One file: how far it is, or what was sealed and under which hash. */
export function ProofFileCard({ file }: { readonly file: ProofFile }): ReactNode {
  const { t } = useTranslation(proofTexts);
  return (
    <li className="pb-card pb-proof-file">
      <div className="pb-row pb-wrap">
        <h3>{file.title}</h3>
        <span className={`pb-proof-state pb-proof-${file.state}`}>{t(file.state)}</span>
      </div>
      <p className="pb-sm pb-soft">
        <DateText value={file.wantedAt} as="instant" />, {t('by', { name: file.wantedByName })}
      </p>
      <Outcome file={file} />
    </li>
  );
}

function Outcome({ file }: { readonly file: ProofFile }): ReactNode {
  const { language } = useTranslation(proofTexts);
  if (file.state === 'done' && file.sealedAt !== null) return <Sealed file={file} />;
  if (file.state === 'queued' || file.state === 'running') return <UnderWay file={file} />;
  if (file.state !== 'failed') return null;
  const code: ProblemCode =
    file.problem !== null && isProblemCode(file.problem) ? file.problem : 'internal-error';
  return <p role="alert">{problemTitle(code, language)}</p>;
}

function UnderWay({ file }: { readonly file: ProofFile }): ReactNode {
  const { t } = useTranslation(proofTexts);
  const giveUp = useGiveUpProof();
  const { id, done, total } = file;
  const words = total === 0 ? t(file.state) : t('progress', { done, total });
  return (
    <div className="pb-row pb-wrap">
      <Progress
        className="pb-proof-progress"
        value={total === 0 ? 0 : (100 * done) / total}
        aria-label={words}
      />
      <span className="pb-sm pb-num" role="status">
        {words}
      </span>
      <Allowed action="proof:seal">
        <Button variant="default" size="compact-sm" onClick={() => giveUp.mutate(id)}>
          {t('cancel')}
        </Button>
      </Allowed>
    </div>
  );
}

function Sealed({ file }: { readonly file: ProofFile }): ReactNode {
  const { t, language } = useTranslation(proofTexts);
  return (
    <>
      <dl className="pb-proof-facts pb-sm">
        <dt className="pb-soft">{t('sha256')}</dt>
        <dd>
          <CopyButton value={file.sha256 ?? ''} />
        </dd>
        <dt className="pb-soft">{t('key')}</dt>
        <dd>
          <CopyButton value={file.keyFingerprint ?? ''} />
        </dd>
        <dt className="pb-soft">{t('timestamp')}</dt>
        <dd>
          {file.timestampedAt === null ? (
            t(`timestamp.${file.timestampProblem ?? 'none'}`)
          ) : (
            <DateText value={file.timestampedAt} as="stamp" />
          )}
        </dd>
      </dl>
      <div className="pb-row pb-wrap">
        <Button
          component="a"
          variant="default"
          href={`/api/proof-files/${file.id}/file`}
          download
          aria-label={t('download.of', { name: file.fileName ?? file.title })}
        >
          {t('download')}
        </Button>
        <span className="pb-sm pb-soft">
          {t('content', { files: file.files ?? 0, size: formatBytes(file.bytes ?? 0, language) })}
        </span>
      </div>
    </>
  );
}
