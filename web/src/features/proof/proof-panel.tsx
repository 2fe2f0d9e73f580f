import '../../ui/proof/proof.css';

import { Button, NativeSelect } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { ProofFileCard } from '../../ui/proof/proof-file-card.js';
import { proofTexts } from '../../ui/proof/proof.texts.js';
import { useProofFiles, useSealProof, type SealProof } from '../../ui/proof/use-proof-files.js';

export interface ProofSubject extends SealProof {
  readonly title: string;
}

interface ProofPanelProps {
  readonly lead: 'lead' | 'lead.supplier';
  /** What may be sealed here; the first one is proposed. */
  readonly subjects: readonly ProofSubject[];
  readonly engagementId?: string;
}

/** What is to be sealed, and the files that were. */
export function ProofPanel({ lead, subjects, engagementId }: ProofPanelProps): ReactNode {
  const { t } = useTranslation(proofTexts);
  return (
    <div className="pb-proof">
      <p className="pb-legal">{t('legal')}</p>
      <p>{t(lead)}</p>
      <Allowed action="proof:seal">
        <SealForm subjects={subjects} />
      </Allowed>
      <p>
        <a href="/verify.html" target="_blank" rel="noreferrer">
          {t('verify')}
        </a>
      </p>
      <Files engagementId={engagementId} />
    </div>
  );
}

function SealForm({ subjects }: Pick<ProofPanelProps, 'subjects'>): ReactNode {
  const { t } = useTranslation(proofTexts);
  const seal = useSealProof();
  const [wanted, setWanted] = useState('');
  const subject = subjects.find(({ id }) => id === wanted) ?? subjects[0];
  if (subject === undefined) return null;
  return (
    <div className="pb-row pb-wrap pb-proof-seal">
      <NativeSelect
        label={t('subject')}
        value={subject.id}
        onChange={(event) => setWanted(event.currentTarget.value)}
        data={subjects.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <Button
        variant="filled"
        loading={seal.isPending}
        onClick={() => seal.mutate({ kind: subject.kind, id: subject.id })}
      >
        {t('seal')}
      </Button>
      {seal.isError ? <ProblemNotice error={seal.error} /> : null}
    </div>
  );
}

function Files({ engagementId }: { readonly engagementId: string | undefined }): ReactNode {
  const { t } = useTranslation(proofTexts);
  const files = useProofFiles(engagementId === undefined ? {} : { engagementId });
  if (files.isPending) return <TextSkeleton lines={6} />;
  if (files.isError) return <ProblemNotice error={files.error} onRetry={files.refetch} />;
  if (files.data.length === 0) return <EmptyState title={t('none')}>{t('none.lead')}</EmptyState>;
  return (
    <section aria-labelledby="proof-files">
      <h2 id="proof-files">{t('files')}</h2>
      <ul className="pb-proof-list">
        {files.data.map((file) => (
          <ProofFileCard key={file.id} file={file} />
        ))}
      </ul>
    </section>
  );
}
