import './proof.css';

import { Button } from '@mantine/core';
import { type ReactNode, useId } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import { ProblemNotice } from '../feedback/problem-notice.js';
import { ProofFileCard } from './proof-file-card.js';
import { proofTexts } from './proof.texts.js';
import { useProofFiles, useSealProof } from './use-proof-files.js';

interface SealCardProps {
  /** A supplier's own file of its request, or the buyer's of the assessment. */
  readonly kind: 'assessment' | 'request';
  readonly assessmentId: string;
}

/** Seals the file of one assessment where one stands before it, and shows the last one that was sealed. */
export function SealCard(props: SealCardProps): ReactNode {
  return (
    <Allowed action="proof:read">
      <Card {...props} />
    </Allowed>
  );
}

function Card({ kind, assessmentId }: SealCardProps): ReactNode {
  const { t } = useTranslation(proofTexts);
  const title = useId();
  const files = useProofFiles({ assessmentId });
  const seal = useSealProof();
  const last = files.data?.find((file) => file.kind === kind);
  return (
    <section className="pb-proof pb-proof-one" aria-labelledby={title}>
      <h2 id={title}>{t('card')}</h2>
      <p className="pb-sm pb-soft">{t(kind === 'request' ? 'card.lead.supplier' : 'card.lead')}</p>
      <Allowed action="proof:seal">
        <div>
          <Button
            variant="default"
            loading={seal.isPending}
            onClick={() => seal.mutate({ kind, id: assessmentId })}
          >
            {t('seal')}
          </Button>
        </div>
      </Allowed>
      {seal.isError ? <ProblemNotice error={seal.error} /> : null}
      {files.isError ? <ProblemNotice error={files.error} onRetry={files.refetch} /> : null}
      {last === undefined ? null : (
        <ul className="pb-proof-list">
          <ProofFileCard file={last} />
        </ul>
      )}
    </section>
  );
}
