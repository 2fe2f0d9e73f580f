import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { capKinds, exitClauses } from '@probant/shared/exposure/exposure';
import type { ReactNode } from 'react';
import { Controller, useWatch } from 'react-hook-form';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import type { ApiFormState } from '../../ui/input/api-form.js';
import { AmountField, PlainNumberField } from './amount-field.js';
import { exposureTexts } from './exposure.texts.js';
import { type Values, withContract } from './form-values.js';
import type { Exposure } from './use-exposure.js';

interface TermsFieldsProps {
  readonly state: ApiFormState<Values>;
  readonly readOnly: boolean;
  readonly contract: Exposure['contract'];
}

/** What the contract says, once for every scenario. */
export function TermsFields({ state, readOnly, contract }: TermsFieldsProps): ReactNode {
  const { t } = useTranslation(exposureTexts);
  const kind = useWatch({ control: state.form.control, name: 'terms.cap.kind' });
  const line = { state, readOnly };
  return (
    <section className="pb-stack" aria-labelledby="exposure-contract">
      <div>
        <h2 id="exposure-contract">{t('contract')}</h2>
        {contract === null ? (
          <p className="pb-sm pb-soft">{t('contract.text')}</p>
        ) : (
          <FromContract state={state} readOnly={readOnly} contract={contract} />
        )}
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

interface FromContractProps extends TermsFieldsProps {
  readonly contract: NonNullable<Exposure['contract']>;
}

/** Which contract on file the terms come from; what says otherwise can be put back to it. */
function FromContract({ state, readOnly, contract }: FromContractProps): ReactNode {
  const { t, language } = useTranslation(exposureTexts);
  const typed = useWatch({ control: state.form.control, name: 'terms' });
  const onFile = withContract(typed, contract, language);
  const differs = !saysTheSame(typed, onFile);
  return (
    <div className="pb-row pb-wrap">
      <p className="pb-sm pb-soft">
        {t(differs ? 'contract.differs' : 'contract.same', { title: contract.title })}
      </p>
      {differs && !readOnly ? (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => state.form.setValue('terms', onFile, { shouldDirty: true })}
        >
          {t('contract.take')}
        </Button>
      ) : null}
    </div>
  );
}

/** Of what remains due, a little runs off every day: that alone makes no other contract. */
function saysTheSame(one: Values['terms'], other: Values['terms']): boolean {
  const bare = (terms: Values['terms']) =>
    JSON.stringify({ ...terms, remainingFeesCents: '', exitClauses: terms.exitClauses.toSorted() });
  return bare(one) === bare(other);
}
