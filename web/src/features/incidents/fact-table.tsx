import { spanInWords } from '@probant/shared/words/spans';
import type { ReactNode } from 'react';

import { momentInWords } from '../../platform/i18n/moments.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { stepNames } from './form-values.js';
import { incidentTexts } from './incidents.texts.js';
import type { Facts, Incident, Statement } from './use-incidents.js';

interface FactTableProps {
  readonly facts: Facts;
  readonly statements: readonly Statement[];
  readonly disagreements: readonly string[];
}

/** When each thing happened, and what the other side says where it says otherwise. */
export function FactTable({ facts, statements, disagreements }: FactTableProps): ReactNode {
  const { t, language } = useTranslation(incidentTexts);
  const last = (side: 'buyer' | 'supplier'): Facts | undefined =>
    statements.filter((one) => one.side === side).at(-1)?.facts;
  return (
    <dl className="pb-incident-facts">
      {stepNames.map((step) => {
        const moment = facts[step];
        const differs = disagreements.includes(step);
        return (
          <div key={step}>
            <dt>{t(`step.${step}`)}</dt>
            <dd className={moment === null ? 'pb-muted' : 'pb-medium pb-tabular'}>
              {moment === null ? t('step.unknown') : momentInWords(moment, language, t('hour.unknown'))}
            </dd>
            {differs
              ? (['buyer', 'supplier'] as const).map((side) => {
                  const told = last(side)?.[step];
                  return told === null || told === undefined ? null : (
                    <dd key={side} className="pb-sm pb-amber">
                      {t(`differs.${side}`, {
                        moment: momentInWords(told, language, t('hour.unknown')),
                      })}
                    </dd>
                  );
                })
              : null}
          </div>
        );
      })}
    </dl>
  );
}

/** From each step to the next. */
export function DelayList({ delays }: { readonly delays: Incident['delays'] }): ReactNode {
  const { t, language } = useTranslation(incidentTexts);
  return (
    <dl className="pb-incident-facts" aria-label={t('delays')}>
      {delays.map(({ key, span }) => (
        <div key={key}>
          <dt>{t(`delay.${key}`)}</dt>
          <dd className={span === null ? 'pb-muted' : 'pb-strong pb-tabular'}>
            {span === null ? t('delay.unknown') : spanInWords(span, language)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
