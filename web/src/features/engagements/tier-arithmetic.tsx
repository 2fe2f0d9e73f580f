import type { ContextFact, ContextValue, EngagementContext } from '@probant/shared/questionnaires/document';
import { traceInherentTier, type TierRules } from '@probant/shared/scoring/inherent-tier';
import {
  factValueLabel,
  raisingFacts,
  tierOutlook,
  tierReasonInWords,
} from '@probant/shared/suppliers/tier-reasons';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { NumberText } from '../../ui/format/number-text.js';
import { engagementTexts } from './engagements.texts.js';

interface TierArithmeticProps {
  readonly rules: TierRules;
  readonly context: EngagementContext;
  /** True while the form is filled in: the result is read out when it changes. */
  readonly live?: boolean;
}

/** The inherent tier with its whole sum: what each fact adds, what the points give, and what raised it further. */
export function TierArithmetic({ rules, context, live = false }: TierArithmeticProps): ReactNode {
  const { t, language } = useTranslation(engagementTexts);
  const trace = traceInherentTier(rules, context);
  const reasons = raisingFacts(rules, context, trace);
  const isPartial = rules.context.some(({ key }) => !Object.hasOwn(context, key));
  const label = rules.tiers.find(({ tier }) => tier === trace.tier)?.label[language] ?? '';
  const terms = trace.terms.map(({ points }) => points).join(' + ');
  return (
    <section className="pb-card pb-tier" aria-label={t('tier')}>
      <h2 className="pb-label">{t('tier')}</h2>
      <div {...(live ? { role: 'status', 'aria-live': 'polite' } : {})}>
        <p className="pb-big">{t('tier.name', { tier: trace.tier, label })}</p>
        <p className="pb-tabular pb-soft">{t('tier.sum', { terms, count: trace.points })}</p>
        {reasons.length === 0 ? null : (
          <p className="pb-medium">
            {t('tier.raised', {
              from: trace.tierOfPoints,
              to: trace.tier,
              reasons: reasons.map((reason) => tierReasonInWords(reason, language)).join(', '),
            })}
          </p>
        )}
        {isPartial ? <Outlook rules={rules} context={context} /> : null}
      </div>
      <TierScale rules={rules} points={trace.points} reached={trace.tier} />
      <table className="pb-tier-detail">
        <caption className="pb-hidden">{t('tier.detail')}</caption>
        <thead className="pb-hidden">
          <tr>
            <th scope="col">{t('detail.fact')}</th>
            <th scope="col">{t('detail.answer')}</th>
            <th scope="col">{t('detail.points')}</th>
          </tr>
        </thead>
        <tbody>
          {trace.terms.map(({ key, points }) => {
            const fact = rules.context.find((one) => one.key === key);
            return fact ? (
              <tr key={key}>
                <th scope="row">{(fact.short ?? fact.label)[language]}</th>
                <td>
                  <FactValue fact={fact} value={context[key]} />
                </td>
                <td className="pb-num pb-strong">
                  <NumberText value={points} />
                </td>
              </tr>
            ) : null;
          })}
        </tbody>
      </table>
    </section>
  );
}

/** What the facts that are not stated yet may still change: nothing more than that. */
function Outlook({ rules, context }: Pick<TierArithmeticProps, 'rules' | 'context'>): ReactNode {
  const { t } = useTranslation(engagementTexts);
  const { open, highest } = tierOutlook(rules, context);
  return open.length === 0 ? (
    <p className="pb-sm pb-soft">{t('tier.settled', { tier: highest })}</p>
  ) : (
    <p className="pb-amber pb-sm">{t('tier.partial', { count: open.length, tier: highest })}</p>
  );
}

/** The four tiers side by side, each from its points on; the one reached stands out in words and weight too. */
function TierScale({
  rules,
  points,
  reached,
}: {
  readonly rules: TierRules;
  readonly points: number;
  readonly reached: string;
}): ReactNode {
  const { t } = useTranslation(engagementTexts);
  return (
    <ol className="pb-tier-scale">
      {rules.tiers.map(({ tier, min }) => (
        <li key={tier} data-reached={tier === reached || undefined} data-passed={points >= min || undefined}>
          <span className="pb-medium">{tier}</span>
          <span className="pb-xs pb-muted">{t('tier.scale', { min })}</span>
        </li>
      ))}
    </ol>
  );
}

export function FactValue({
  fact,
  value,
}: {
  readonly fact: ContextFact;
  readonly value: ContextValue | undefined;
}): ReactNode {
  const { t, language } = useTranslation(engagementTexts);
  if (value === undefined || value === '') return <span className="pb-muted">{t('unknown')}</span>;
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  return factValueLabel(fact, value, language);
}
