import './contracts.css';

import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';

import { formatInstant } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useEngagement } from '../../ui/engagement/engagement-file.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { TermsFacts } from './terms-facts.js';
import { TermsForm } from './terms-form.js';
import { termsTexts } from './terms.texts.js';
import { type TermsVersion, useTermsVersions } from './use-contract.js';

/** The terms of a contract: the form of the version that will hold, and every earlier one beneath it. */
export function TermsScreen(): ReactNode {
  const { t } = useTranslation(termsTexts);
  const { engagementId = '' } = useParams();
  const navigate = useNavigate();
  const engagement = useEngagement(engagementId);
  const versions = useTermsVersions(engagementId);
  const address = `/engagements/${engagementId}/contract`;
  const failed = [engagement, versions].find(({ isError }) => isError);
  const [latest = null, ...earlier] = versions.data?.items ?? [];
  return (
    <Main>
      <PageHeader
        title={t('title')}
        breadcrumbs={
          engagement.data
            ? [
                { title: engagement.data.supplierName, path: `/suppliers/${engagement.data.supplierId}` },
                { title: engagement.data.name, path: `/engagements/${engagementId}` },
                { title: t('contract'), path: address },
              ]
            : []
        }
      />
      <div className="pb-page pb-contract-terms">
        {failed ? <ProblemNotice error={failed.error} onRetry={failed.refetch} /> : null}
        {!failed && !versions.isSuccess ? <TextSkeleton lines={12} /> : null}
        {versions.isSuccess ? (
          <TermsForm engagementId={engagementId} kept={latest} onSaved={() => void navigate(address)} />
        ) : null}
        {earlier.length === 0 ? null : <EarlierVersions versions={earlier} />}
      </div>
    </Main>
  );
}

function EarlierVersions({ versions }: { readonly versions: readonly TermsVersion[] }): ReactNode {
  const { t, language } = useTranslation(termsTexts);
  return (
    <section className="pb-section">
      <h2>{t('versions')}</h2>
      {versions.map(({ number, terms, reason, byName, at }) => (
        <details key={number} className="pb-contract-more">
          <summary>
            {t('version', { number, name: byName, at: formatInstant(at, language) })}
            {reason === '' ? '' : ` · ${reason}`}
          </summary>
          <TermsFacts terms={terms} today={null} />
        </details>
      ))}
    </section>
  );
}
