import { Button } from '@mantine/core';
import { IconCircleCheck, IconFileTypePdf, IconJson } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { api } from '../../platform/api/client.js';
import { request } from '../../platform/api/request.js';
import { useAct } from '../../platform/api/use-act.js';
import { formatBytes, formatInstant } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { saveAs } from '../../platform/save-as.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { CopyButton, shortenHash } from '../../ui/format/copy-button.js';
import { DateText } from '../../ui/format/date-text.js';
import { reviewTexts } from './review.texts.js';

interface ReceiptProps {
  readonly assessmentId: string;
  readonly submissionId: string;
}

export function Receipt({ assessmentId, submissionId }: ReceiptProps): ReactNode {
  const { t, language } = useTranslation(reviewTexts);
  const receipt = useQuery({
    queryKey: ['receipt', submissionId],
    queryFn: ({ signal }) =>
      api.get('/api/requests/{assessmentId}/submissions/{submissionId}/receipt.json', {
        path: { assessmentId, submissionId },
        signal,
      }),
    staleTime: Infinity,
  });
  if (receipt.isPending) return <TextSkeleton lines={8} />;
  if (receipt.isError) return <ProblemNotice error={receipt.error} onRetry={receipt.refetch} />;
  const { data } = receipt;
  return (
    <article className="pb-card pb-receipt">
      <p className="pb-row pb-ok">
        <IconCircleCheck size={20} aria-hidden />
        <span className="pb-sm">
          {t('receipt.sent', { instant: formatInstant(data.submittedAt, language), name: data.attestedBy })}
        </span>
      </p>
      <h2 className="pb-lead">{t('receipt.number', { number: data.number })}</h2>
      <p className="pb-soft">{data.title}</p>
      <dl>
        <Fact name={t('receipt.to')}>{data.buyer}</Fact>
        <Fact name={t('receipt.from')}>{data.supplier}</Fact>
        <Fact name={t('receipt.attested')}>{data.attestedBy}</Fact>
        <Fact name={t('receipt.instant')}>
          <DateText value={data.submittedAt} as="instant" />{' '}
          <span className="pb-mono">{data.submittedAt}</span>
        </Fact>
        <Fact name={t('receipt.questionnaire')}>{data.questionnaire}</Fact>
        <Fact name={t('receipt.answers')}>{data.answers}</Fact>
        <Fact name={t('receipt.pieces')}>
          {data.pieces.length === 0 ? '0' : null}
          {data.pieces.map(({ name, sha256, bytes }) => (
            <span key={`${sha256}${name}`} className="pb-receipt-piece">
              {name} <span className="pb-muted">{formatBytes(bytes, language)}</span>{' '}
              <span className="pb-mono pb-muted" title={sha256}>
                {shortenHash(sha256)}
              </span>
            </span>
          ))}
        </Fact>
        <Fact name={t('receipt.hash')}>
          <CopyButton value={data.submissionSha256}>
            <span className="pb-receipt-hash">{data.submissionSha256}</span>
          </CopyButton>
        </Fact>
        <Fact name={t('receipt.questionnaire-hash')}>
          <CopyButton value={data.questionnaireSha256} />
        </Fact>
      </dl>
      <p className="pb-sm pb-soft">{t('receipt.text')}</p>
      <Downloads {...{ assessmentId, submissionId }} number={data.number} />
    </article>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Fetched and not linked to, so that the PDF speaks the language of the interface. */
function Downloads({
  assessmentId,
  submissionId,
  number,
}: ReceiptProps & { readonly number: number }): ReactNode {
  const { t } = useTranslation(reviewTexts);
  const path = `/api/requests/${assessmentId}/submissions/${submissionId}/receipt`;
  const save = useAct({
    mutationFn: async (format: 'pdf' | 'json') => {
      const reply = await request('get', `${path}.${format}`);
      const blob =
        reply instanceof Blob
          ? reply
          : new Blob([JSON.stringify(reply, null, 2)], { type: 'application/json' });
      saveAs(blob, `probant-${number}-${submissionId.slice(0, 8)}.${format}`);
    },
  });
  return (
    <>
      <div className="pb-row pb-wrap pb-no-print">
        <Button
          variant="filled"
          leftSection={<IconFileTypePdf size={16} aria-hidden />}
          loading={save.isPending && save.variables === 'pdf'}
          onClick={() => {
            save.mutate('pdf');
          }}
        >
          {t('receipt.pdf')}
        </Button>
        <Button
          leftSection={<IconJson size={16} aria-hidden />}
          loading={save.isPending && save.variables === 'json'}
          onClick={() => {
            save.mutate('json');
          }}
        >
          {t('receipt.json')}
        </Button>
      </div>
      {save.isError ? <ProblemNotice error={save.error} /> : null}
    </>
  );
}
