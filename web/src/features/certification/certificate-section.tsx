import { Button } from '@mantine/core';
import { scopeInWords } from '@probant/shared/certifications/activities';
import { certificateKindNames } from '@probant/shared/certifications/certificate';
import { type ReactNode, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ConfirmDialog } from '../../ui/feedback/confirm-dialog.js';
import { DateText } from '../../ui/format/date-text.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import { CertificateDialog, LossDialog } from './certificate-dialog.js';
import { certificationTexts } from './certification.texts.js';
import { useRemoveCertificate, type Certificate } from './use-certification.js';

interface CertificateSectionProps {
  readonly certificates: readonly Certificate[];
  readonly holders: readonly { readonly id: string; readonly name: string }[];
  readonly today: string;
  readonly mayWrite: boolean;
}

/** The certificates of the companies of a chain: shared with every engagement that names them. */
export function CertificateSection({
  certificates,
  holders,
  today,
  mayWrite,
}: CertificateSectionProps): ReactNode {
  const { t } = useTranslation(certificationTexts);
  const [adding, setAdding] = useState(false);
  const acts = useCertificateActs(today);
  const columns = useCertificateColumns();
  return (
    <section className="pb-stack" aria-labelledby="certificates">
      <div className="pb-between pb-wrap">
        <h2 id="certificates">{t('certificates.title')}</h2>
        {mayWrite ? (
          <Button
            onClick={() => {
              setAdding(true);
            }}
          >
            {t('certificate.add')}
          </Button>
        ) : null}
      </div>
      {certificates.length === 0 ? (
        <p className="pb-soft">{t('certificates.none')}</p>
      ) : (
        <DataTable
          caption={t('certificates.title')}
          columns={mayWrite ? [...columns, acts.column] : columns}
          rows={certificates}
          rowKey={({ id }) => id}
        />
      )}
      {adding ? (
        <CertificateDialog
          certificate={null}
          holders={holders}
          onClose={() => {
            setAdding(false);
          }}
        />
      ) : null}
      {acts.dialog}
    </section>
  );
}

export function useCertificateColumns(): Column<Certificate>[] {
  const { t, language } = useTranslation(certificationTexts);
  return [
    { key: 'holder', header: t('certificate.holder'), cell: ({ holderName }) => holderName },
    {
      key: 'kind',
      header: t('certificate.kind'),
      cell: ({ kind, activities }) => {
        const scope = {
          kind: certificateKindNames[kind][language],
          scope: scopeInWords(activities, language),
        };
        if (activities.length === 0) return scope.kind;
        return activities.length === 1 ? t('certificate.scope.one', scope) : t('certificate.scope', scope);
      },
    },
    {
      key: 'number',
      header: t('certificate.no'),
      cell: ({ number }) => (number === '' ? '–' : <span className="pb-mono">{number}</span>),
    },
    { key: 'body', header: t('certificate.body'), cell: ({ body }) => (body === '' ? '–' : body) },
    {
      key: 'validUntil',
      header: t('column.validity'),
      sortable: true,
      cell: ({ validUntil, lostOn }) => <DateText value={lostOn ?? validUntil} />,
    },
    { key: 'band', header: t('column.band'), cell: ({ band }) => <BandTag band={band} /> },
  ];
}

export function BandTag({ band }: Pick<Certificate, 'band'>): ReactNode {
  const { t } = useTranslation(certificationTexts);
  const tone = band === 'later' ? 'pb-tag-ok' : band === 'ended' ? 'pb-tag-ink' : 'pb-tag-amber';
  return <span className={`pb-tag ${tone}`}>{t(`band.${band}`)}</span>;
}

/** What is done with one certificate of a list. */
export function useCertificateActs(today: string): {
  readonly column: Column<Certificate>;
  readonly dialog: ReactNode;
} {
  const { t } = useTranslation(certificationTexts);
  const [open, setOpen] = useState<{
    readonly act: 'edit' | 'lose' | 'remove';
    readonly certificate: Certificate;
  } | null>(null);
  const remove = useRemoveCertificate();
  const close = (): void => {
    setOpen(null);
  };
  const act = (kind: 'edit' | 'lose' | 'remove', certificate: Certificate): ReactNode => (
    <Button
      size="xs"
      variant="subtle"
      aria-label={`${t(kind === 'edit' ? 'edit' : `certificate.${kind}`)} ${certificate.holderName} ${certificate.number}`}
      onClick={() => {
        setOpen({ act: kind, certificate });
      }}
    >
      {t(kind === 'edit' ? 'edit' : `certificate.${kind}`)}
    </Button>
  );
  return {
    column: {
      key: 'acts',
      header: t('acts'),
      cell: (certificate) => (
        <span className="pb-row pb-wrap">
          {certificate.lostOn === null ? (
            <>
              {act('edit', certificate)}
              {act('lose', certificate)}
            </>
          ) : null}
          {act('remove', certificate)}
        </span>
      ),
    },
    dialog:
      open === null ? null : open.act === 'edit' ? (
        <CertificateDialog certificate={open.certificate} holders={[]} onClose={close} />
      ) : open.act === 'lose' ? (
        <LossDialog certificate={open.certificate} today={today} onClose={close} />
      ) : (
        <ConfirmDialog
          opened
          title={t('certificate.remove.title', { name: open.certificate.holderName })}
          confirm={t('certificate.remove')}
          act={() => remove.mutateAsync(open.certificate.id)}
          onClose={close}
        >
          {t('certificate.remove.text')}
        </ConfirmDialog>
      ),
  };
}
