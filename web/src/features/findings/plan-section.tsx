import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { DateText } from '../../ui/format/date-text.js';
import { findingTexts } from './findings.texts.js';
import type { AnyFile, Plan } from './use-findings.js';

/** The plan on the table, and the one agreed. */
export function PlanSection({ file }: { readonly file: AnyFile }): ReactNode {
  const { t } = useTranslation(findingTexts);
  const { plan, proposal, overdue } = file;
  return (
    <section className="pb-section" aria-labelledby="finding-plan">
      <h2 id="finding-plan">{t('plan')}</h2>
      {plan === null && proposal === null ? <p className="pb-soft">{t('plan.none')}</p> : null}
      {proposal === null ? null : (
        <PlanCard plan={proposal} title={t(`plan.proposed.${proposal.by}`)} waits />
      )}
      {plan === null ? null : (
        <PlanCard plan={plan} title={t(proposal === null ? 'plan.agreed' : 'plan.before')} late={overdue} />
      )}
    </section>
  );
}

interface PlanCardProps {
  readonly plan: Plan;
  readonly title: string;
  readonly waits?: boolean;
  readonly late?: boolean;
}

function PlanCard({ plan, title, waits = false, late = false }: PlanCardProps): ReactNode {
  const { t } = useTranslation(findingTexts);
  return (
    <div className="pb-card pb-finding-plan">
      <p className={waits ? 'pb-label pb-amber' : 'pb-label'}>{title}</p>
      <p className="pb-medium pb-finding-words">{plan.action}</p>
      <dl className="pb-finding-facts">
        <div>
          <dt>{t('plan.owner')}</dt>
          <dd>
            {plan.owner} <span className="pb-muted">({t(`side.${plan.ownerSide}`)})</span>
          </dd>
        </div>
        <div>
          <dt>{t('plan.dueOn')}</dt>
          <dd>
            <DateText value={plan.dueOn} as="day" />{' '}
            {late ? <span className="pb-tag pb-tag-amber">{t('late')}</span> : null}
          </dd>
        </div>
        <div>
          <dt>{t('plan.proof')}</dt>
          <dd className="pb-finding-words">{plan.proof}</dd>
        </div>
      </dl>
    </div>
  );
}
