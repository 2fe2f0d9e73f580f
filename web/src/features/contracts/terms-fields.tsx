import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import {
  capKinds,
  cureKinds,
  excludedLosses,
  excludedLossNames,
  exitFeeKinds,
  notificationKinds,
  notificationScopes,
  periodUnits,
  renewalKinds,
} from '@probant/shared/contracts/terms';
import { maxCounts, maxLengths } from '@probant/shared/limits';
import type { ReactNode } from 'react';
import { Controller, type Path, useFieldArray, useWatch } from 'react-hook-form';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import type { ApiFormState } from '../../ui/input/api-form.js';
import { termsTexts } from './terms.texts.js';
import { isNumber, type TermsValues } from './terms-values.js';

interface FieldsProps {
  readonly state: ApiFormState<TermsValues>;
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <fieldset className="pb-section pb-contract-fields">
      <legend>
        <h2>{title}</h2>
      </legend>
      {children}
    </fieldset>
  );
}

/** A number as text, checked where it is typed. */
function useNumberField({ state }: FieldsProps) {
  const { t } = useTranslation(termsTexts);
  return (name: Path<TermsValues>, { whole = false } = {}) => ({
    inputMode: whole ? ('numeric' as const) : ('decimal' as const),
    autoComplete: 'off',
    ...state.field(name, {
      validate: (value) =>
        (typeof value === 'string' && isNumber(value, { whole })) || t(whole ? 'not-whole' : 'not-number'),
    }),
  });
}

export function DateFields({ state }: FieldsProps): ReactNode {
  const { t } = useTranslation(termsTexts);
  const number = useNumberField({ state });
  const renewal = useWatch({ control: state.form.control, name: 'terms.renewal.kind' });
  return (
    <Group title={t('dates')}>
      <TextInput type="date" label={t('signed')} {...state.field('terms.signedOn')} />
      <TextInput type="date" label={t('starts')} {...state.field('terms.startsOn')} />
      <TextInput label={t('months')} {...number('terms.termMonths', { whole: true })} />
      <TextInput type="date" label={t('ends')} {...state.field('terms.endsOn')} />
      <NativeSelect
        label={t('renewal')}
        data={[
          { value: '', label: t('not-read') },
          ...renewalKinds.map((value) => ({ value, label: t(`renewal.${value}`) })),
        ]}
        {...state.field('terms.renewal.kind')}
      />
      {renewal === 'tacit' || renewal === 'express' ? (
        <TextInput label={t('renewal.months')} {...number('terms.renewal.months', { whole: true })} />
      ) : null}
    </Group>
  );
}

export function NoticeFields({ state }: FieldsProps): ReactNode {
  const { t } = useTranslation(termsTexts);
  const number = useNumberField({ state });
  const units = periodUnits.map((value) => ({ value, label: t(`unit.${value}`) }));
  return (
    <Group title={t('notice')}>
      {(['customer', 'supplier'] as const).map((side) => (
        <div key={side} className="pb-contract-period">
          <TextInput label={t(`notice.${side}`)} {...number(`terms.${side}Notice.count`, { whole: true })} />
          <NativeSelect label={t('unit')} data={units} {...state.field(`terms.${side}Notice.unit`)} />
        </div>
      ))}
    </Group>
  );
}

export function PriceFields({ state }: FieldsProps): ReactNode {
  const { t } = useTranslation(termsTexts);
  const number = useNumberField({ state });
  const exit = useWatch({ control: state.form.control, name: 'terms.exitFees.kind' });
  return (
    <Group title={t('price')}>
      <TextInput label={t('fees')} {...number('terms.annualFeesCents')} />
      <ServiceFields state={state} />
      <NativeSelect
        label={t('exit')}
        data={[
          { value: '', label: t('not-read') },
          ...exitFeeKinds.map((value) => ({ value, label: t(`exit.${value}`) })),
        ]}
        {...state.field('terms.exitFees.kind')}
      />
      {exit === 'share' ? (
        <TextInput label={t('exit.percent')} {...number('terms.exitFees.sharePercent')} />
      ) : null}
      <TextInput
        label={t('remaining')}
        description={t('remaining.help')}
        {...number('terms.remainingFeesCents')}
      />
    </Group>
  );
}

function ServiceFields({ state }: FieldsProps): ReactNode {
  const { t } = useTranslation(termsTexts);
  const number = useNumberField({ state });
  const services = useFieldArray({ control: state.form.control, name: 'terms.services' });
  return (
    <div className="pb-contract-services">
      <p className="pb-label">{t('services')}</p>
      {services.fields.map((service, index) => (
        <div key={service.id} className="pb-contract-service">
          <TextInput
            label={t('service.name', { number: index + 1 })}
            maxLength={maxLengths.name}
            {...state.field(`terms.services.${index}.name`, { required: t('service.required') })}
          />
          <TextInput
            label={t('service.fees', { number: index + 1 })}
            {...number(`terms.services.${index}.annualFeesCents`)}
          />
          <Button
            variant="subtle"
            onClick={() => {
              services.remove(index);
            }}
          >
            {t('service.remove', { number: index + 1 })}
          </Button>
        </div>
      ))}
      <div>
        <Button
          size="xs"
          disabled={services.fields.length >= maxCounts.contractServices}
          onClick={() => {
            services.append({ name: '', annualFeesCents: '' });
          }}
        >
          {t('service.add')}
        </Button>
      </div>
    </div>
  );
}

export function LiabilityFields({ state }: FieldsProps): ReactNode {
  const { t, language } = useTranslation(termsTexts);
  const number = useNumberField({ state });
  const cap = useWatch({ control: state.form.control, name: 'terms.cap.kind' });
  const read = useWatch({ control: state.form.control, name: 'terms.exclusionsRead' });
  return (
    <Group title={t('liability')}>
      <NativeSelect
        label={t('cap')}
        data={[
          { value: '', label: t('not-read') },
          ...capKinds.map((value) => ({ value, label: t(`cap.${value}`) })),
        ]}
        {...state.field('terms.cap.kind')}
      />
      {cap === 'fees' ? <TextInput label={t('cap.multiple')} {...number('terms.cap.multiple')} /> : null}
      {cap === 'amount' ? <TextInput label={t('cap.cents')} {...number('terms.cap.cents')} /> : null}
      <Checkbox
        className="pb-contract-wide"
        label={t('exclusions.read')}
        {...state.form.register('terms.exclusionsRead')}
      />
      {read ? (
        <Controller
          control={state.form.control}
          name="terms.exclusions"
          render={({ field }) => (
            <Checkbox.Group
              className="pb-contract-wide"
              label={t('exclusions')}
              value={field.value}
              onChange={field.onChange}
            >
              <div className="pb-contract-losses">
                {excludedLosses.map((loss) => (
                  <Checkbox key={loss} value={loss} label={excludedLossNames[loss][language]} />
                ))}
              </div>
            </Checkbox.Group>
          )}
        />
      ) : null}
    </Group>
  );
}

export function BreachFields({ state }: FieldsProps): ReactNode {
  const { t } = useTranslation(termsTexts);
  const number = useNumberField({ state });
  const cure = useWatch({ control: state.form.control, name: 'terms.cure.kind' });
  const duty = useWatch({ control: state.form.control, name: 'terms.notification.kind' });
  return (
    <>
      <Group title={t('breach')}>
        <NativeSelect
          label={t('cure')}
          data={[
            { value: '', label: t('not-read') },
            ...cureKinds.map((value) => ({ value, label: t(`cure.${value}`) })),
          ]}
          {...state.field('terms.cure.kind')}
        />
        {cure === 'clause' ? (
          <>
            <TextInput label={t('cure.days')} {...number('terms.cure.days', { whole: true })} />
            <TextInput
              label={t('cure.article')}
              maxLength={maxLengths.name}
              {...state.field('terms.cure.article')}
            />
            <Textarea
              className="pb-contract-wide"
              label={t('cure.wording')}
              description={t('cure.wording.help')}
              autosize
              minRows={2}
              maxLength={maxLengths.longText}
              {...state.field('terms.cure.wording')}
            />
          </>
        ) : null}
      </Group>
      <Group title={t('incidents')}>
        <NativeSelect
          label={t('notification')}
          data={[
            { value: '', label: t('not-read') },
            ...notificationKinds.map((value) => ({ value, label: t(`notification.${value}`) })),
          ]}
          {...state.field('terms.notification.kind')}
        />
        {duty === 'firm' || duty === 'best-efforts' ? (
          <>
            <TextInput
              label={t('notification.hours')}
              {...number('terms.notification.hours', { whole: true })}
            />
            <NativeSelect
              label={t('scope')}
              data={[
                { value: '', label: t('not-read') },
                ...notificationScopes.map((value) => ({ value, label: t(`scope.${value}`) })),
              ]}
              {...state.field('terms.notification.scope')}
            />
          </>
        ) : null}
      </Group>
    </>
  );
}
