import { Checkbox, NativeSelect } from '@mantine/core';
import { capKinds, exitClauses } from '@probant/shared/exposure/exposure';
import type { ReactNode } from 'react';
import { Controller, useWatch } from 'react-hook-form';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import type { ApiFormState } from '../../ui/input/api-form.js';
import { AmountField, PlainNumberField } from './amount-field.js';
import { exposureTexts } from './exposure.texts.js';
import type { Values } from './form-values.js';

interface TermsFieldsProps {
  readonly state: ApiFormState<Values>;
  readonly readOnly: boolean;
}

/** What the contract says, once for every scenario. */
export function TermsFields({ state, readOnly }: TermsFieldsProps): ReactNode {
  const { t } = useTranslation(exposureTexts);
  const kind = useWatch({ control: state.form.control, name: 'terms.cap.kind' });
  const line = { state, readOnly };
  return (
    <section className="pb-stack" aria-labelledby="exposure-contract">
      <div>
        <h2 id="exposure-contract">{t('contract')}</h2>
        <p className="pb-sm pb-soft">{t('contract.text')}</p>
      </div>
      <div className="pb-exposure-terms">
        <AmountField {...line} name="terms.annualFeeCents" label={t('fee')} />
        <NativeSelect
          label={t('cap')}
          disabled={readOnly}
          data={capKinds.map((value) => ({ value, label: t(`cap.${value}`) }))}
          {...state.field('terms.cap.kind')}
        />
        {kind === 'multiple' ? (
          <PlainNumberField {...line} name="terms.cap.multiple" label={t('cap.years')} />
        ) : null}
        {kind === 'amount' ? <AmountField {...line} name="terms.cap.cents" label={t('cap.cents')} /> : null}
        <AmountField
          {...line}
          name="terms.remainingFeesCents"
          label={t('remaining')}
          description={t('remaining.hint')}
        />
      </div>
      <Controller
        control={state.form.control}
        name="terms.exitClauses"
        render={({ field }) => (
          <Checkbox.Group label={t('clauses')} value={field.value} onChange={field.onChange}>
            <div className="pb-row pb-wrap pb-exposure-clauses">
              {exitClauses.map((clause) => (
                <Checkbox key={clause} value={clause} label={t(`clause.${clause}`)} disabled={readOnly} />
              ))}
            </div>
          </Checkbox.Group>
        )}
      />
    </section>
  );
}
