import './checks.css';

import { formatSiren } from '@probant/shared/suppliers/siren';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { EngagementFile, type Engagement } from '../../ui/engagement/engagement-file.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { AskRegisters } from './ask-registers.js';
import { AskZone } from './ask-zone.js';
import { CheckCard } from './check-card.js';
import { checkTexts } from './checks.texts.js';
import { useChecks, type EngagementChecks } from './use-checks.js';

/** What registers and name servers say about an engagement's supplier, asked in the buyer's name alone. */
export function ChecksScreen(): ReactNode {
  return <EngagementFile part="checks">{(engagement) => <Content engagement={engagement} />}</EngagementFile>;
}

function Content({ engagement }: { readonly engagement: Engagement }): ReactNode {
  const { t } = useTranslation(checkTexts);
  const checks = useChecks(engagement.id);
  const mayImport = useCan('certifications:write');
  const mayRun = useCan('checks:run') && !engagement.archived && !engagement.supplierArchived;
  if (checks.isPending) return <TextSkeleton lines={10} />;
  if (checks.isError) return <ProblemNotice error={checks.error} onRetry={checks.refetch} />;
  const { network, local, items } = checks.data;
  return (
    <div className="pb-checks">
      <p className="pb-legal">{t('legal')}</p>
      <Local local={local} supplierId={engagement.supplierId} />
      {network ? null : (
        <section className="pb-checks-off" aria-labelledby="checks-off">
          <h2 id="checks-off">{t('off')}</h2>
          <p className="pb-sm pb-soft">{t('off.text')}</p>
        </section>
      )}
      {network && mayRun ? (
        <>
          {local === null ? null : <AskRegisters engagementId={engagement.id} items={items} />}
          <AskZone engagementId={engagement.id} checks={checks.data} />
        </>
      ) : null}
      {network || items.length > 0 ? <Results engagementId={engagement.id} items={items} /> : null}
      <p className="pb-sm pb-soft">
        {t('hds')} {mayImport ? <Link to="/certificates/import">{t('hds.import')}</Link> : null}
      </p>
    </div>
  );
}

interface LocalProps {
  readonly local: EngagementChecks['local'];
  readonly supplierId: string;
}

function Local({ local, supplierId }: LocalProps): ReactNode {
  const { t } = useTranslation(checkTexts);
  return (
    <section aria-labelledby="checks-local">
      <h2 id="checks-local">{t('local')}</h2>
      {local === null ? (
        <p className="pb-sm pb-soft">
          {t('local.none')} <Link to={`/suppliers/${supplierId}/edit`}>{t('local.edit')}</Link>
        </p>
      ) : (
        <dl className="pb-checks-facts">
          <div>
            <dt>{t('siren')}</dt>
            <dd className="pb-row pb-wrap">
              <span className="pb-tabular">{formatSiren(local.siren)}</span>
              <span className={local.checksum ? 'pb-tag pb-tag-ok' : 'pb-tag pb-tag-amber'}>
                {t(local.checksum ? 'siren.ok' : 'siren.bad')}
              </span>
            </dd>
          </div>
          <div>
            <dt>{t('vat')}</dt>
            <dd className="pb-row pb-wrap">
              <span className="pb-mono">{local.vatNumber}</span>
              <span className="pb-sm pb-muted">{t('vat.text')}</span>
            </dd>
          </div>
        </dl>
      )}
    </section>
  );
}

function Results({
  engagementId,
  items,
}: {
  readonly engagementId: string;
  readonly items: EngagementChecks['items'];
}): ReactNode {
  const { t } = useTranslation(checkTexts);
  return (
    <section aria-labelledby="checks-results" aria-live="polite">
      <h2 id="checks-results">{t('results')}</h2>
      {items.length === 0 ? <p className="pb-sm pb-soft">{t('results.none')}</p> : null}
      <div className="pb-checks-cards">
        {items.map((check) => (
          <CheckCard key={check.id} engagementId={engagementId} check={check} />
        ))}
      </div>
    </section>
  );
}
