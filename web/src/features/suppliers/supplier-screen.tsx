import './suppliers.css';

import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { countryName } from '@probant/shared/suppliers/countries';
import { formatSiren } from '@probant/shared/suppliers/siren';
import { warningSentences, warningsOf } from '@probant/shared/suppliers/supplier';
import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Allowed } from '../../platform/session/allowed.js';
import { ConfirmDialog } from '../../ui/feedback/confirm-dialog.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { Warning } from '../../ui/feedback/warning.js';
import { CopyButton } from '../../ui/format/copy-button.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { ContactSection } from './contact-section.js';
import { EngagementSection } from './engagement-section.js';
import { supplierTexts } from './suppliers.texts.js';
import { type Supplier, useArchiveSupplier, useSupplier } from './use-suppliers.js';

/** One company: who it is, whom to ask there, and what is bought from it. */
export function SupplierScreen(): ReactNode {
  const { t } = useTranslation(supplierTexts);
  const { supplierId = '' } = useParams();
  const supplier = useSupplier(supplierId);
  const breadcrumbs = [{ title: t('title'), path: '/suppliers' }];
  if (!supplier.data) {
    return (
      <Main>
        <PageHeader title={t('title')} breadcrumbs={breadcrumbs} />
        <div className="pb-page">
          {supplier.isError ? (
            <ProblemNotice error={supplier.error} onRetry={supplier.refetch} />
          ) : (
            <TextSkeleton lines={10} />
          )}
        </div>
      </Main>
    );
  }
  const isArchived = supplier.data.archivedAt !== null;
  return (
    <Main>
      <PageHeader
        title={supplier.data.name}
        breadcrumbs={breadcrumbs}
        tags={isArchived ? <span className="pb-tag">{t('archived')}</span> : null}
        actions={<Actions supplier={supplier.data} />}
      />
      <div className="pb-page">
        {isArchived ? <Warning>{t('archived.notice')}</Warning> : null}
        <div className="pb-supplier">
          <div className="pb-supplier-main">
            <EngagementSection supplier={supplier.data} />
            <ContactSection supplier={supplier.data} />
          </div>
          <Identity supplier={supplier.data} />
        </div>
      </div>
    </Main>
  );
}

function Actions({ supplier }: { readonly supplier: Supplier }): ReactNode {
  const { t } = useTranslation(supplierTexts);
  const [asking, setAsking] = useState(false);
  const archive = useArchiveSupplier(supplier.id);
  if (supplier.archivedAt !== null) {
    return (
      <Allowed action="suppliers:manage">
        <Button
          variant="filled"
          loading={archive.isPending}
          onClick={() => {
            archive.mutate('restore');
          }}
        >
          {t('restore')}
        </Button>
        {archive.isError ? <ProblemNotice error={archive.error} /> : null}
      </Allowed>
    );
  }
  return (
    <Allowed action="suppliers:manage">
      <Button
        variant="transparent"
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('archive')}
      </Button>
      <Button
        component={Link}
        to={`/suppliers/${supplier.id}/edit`}
        leftSection={<IconPencil size={16} aria-hidden />}
      >
        {t('edit')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('archive.title', { name: supplier.name })}
        confirm={t('archive')}
        act={() => archive.mutateAsync('archive')}
        onClose={() => {
          setAsking(false);
        }}
      >
        {t('archive.text')}
      </ConfirmDialog>
    </Allowed>
  );
}

function Identity({ supplier }: { readonly supplier: Supplier }): ReactNode {
  const { t, language } = useTranslation(supplierTexts);
  const { siren, vatNumber, country, website, domains, notes, warnings } = supplier;
  return (
    <aside className="pb-card" aria-label={t('identity')}>
      <dl className="pb-supplier-facts">
        <Fact label={t('siren')} empty={siren ? null : t('siren.none')}>
          {siren ? <CopyButton value={siren}>{formatSiren(siren)}</CopyButton> : null}
          {siren && warnings.length === 0 ? (
            <div>
              <StatusLine kind="done" live={false}>
                {t('siren.ok')}
              </StatusLine>
            </div>
          ) : null}
          {warningsOf({ country, ...(siren === null ? {} : { siren }) }).map(({ code }) => (
            <div key={code}>
              <StatusLine kind="waiting" live={false}>
                {warningSentences[code][language]}
              </StatusLine>
            </div>
          ))}
        </Fact>
        {vatNumber ? (
          <Fact label={t('vat')}>
            <CopyButton value={vatNumber}>{vatNumber}</CopyButton>
            <p className="pb-xs pb-muted">{t('vat.hint')}</p>
          </Fact>
        ) : null}
        <Fact label={t('country')}>{countryName(country, language)}</Fact>
        <Fact label={t('website')} empty={website === '' ? t('field.empty') : null}>
          <a href={website} target="_blank" rel="noreferrer">
            {website.replace(/^https?:\/\//, '')}
          </a>
        </Fact>
        <Fact label={t('domains')} empty={domains.length === 0 ? t('field.empty') : null}>
          <ul>
            {domains.map((domain) => (
              <li key={domain} className="pb-mono">
                {domain}
              </li>
            ))}
          </ul>
        </Fact>
        <Fact label={t('notes')} empty={notes === '' ? t('field.empty') : null}>
          <p className="pb-prewrap">{notes}</p>
        </Fact>
      </dl>
    </aside>
  );
}

interface FactProps {
  readonly label: string;
  /** Said in place of what is not there. */
  readonly empty?: string | null;
  readonly children: ReactNode;
}

function Fact({ label, empty = null, children }: FactProps): ReactNode {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{empty === null ? children : <span className="pb-muted">{empty}</span>}</dd>
    </div>
  );
}
