import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { countryCodes, countryName } from '@probant/shared/suppliers/countries';
import { findSiren, formatSiren, vatNumber } from '@probant/shared/suppliers/siren';
import { warningSentences, warningsOf } from '@probant/shared/suppliers/supplier';
import { type ReactNode, useMemo } from 'react';
import { useWatch } from 'react-hook-form';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { ApiForm, type ApiFormState, useApiForm } from '../../ui/input/api-form.js';
import { supplierTexts } from './suppliers.texts.js';
import type { Supplier, SupplierBody } from './use-suppliers.js';

interface Values {
  name: string;
  siren: string;
  country: string;
  website: string;
  /** As typed, one per line. */
  domains: string;
  notes: string;
}

interface SupplierFormProps {
  readonly supplier?: Supplier;
  readonly submitLabel: string;
  readonly cancelTo: string;
  /** Gets the revision that was read when typing began; none for a supplier that does not exist yet. */
  readonly send: (body: SupplierBody, revision: number) => Promise<unknown>;
  /** Reads again what somebody else has changed. */
  readonly reread?: () => unknown;
}

/** The identity of a company; what the SIREN says is shown while it is typed. */
export function SupplierForm(props: SupplierFormProps): ReactNode {
  const { supplier, submitLabel, cancelTo, send, ...rest } = props;
  const { t, language } = useTranslation(supplierTexts);
  const state: ApiFormState<Values> = useApiForm<Values>({
    ...rest,
    keptAs: `supplier/${supplier?.id ?? 'new'}`,
    revision: supplier?.revision ?? 0,
    defaultValues: {
      name: supplier?.name ?? '',
      siren: supplier?.siren ?? '',
      country: supplier?.country ?? 'FR',
      website: supplier?.website ?? '',
      domains: supplier?.domains.join('\n') ?? '',
      notes: supplier?.notes ?? '',
    },
    lists: { domains: listOf },
    send: ({ siren, domains, ...values }) =>
      send(
        { ...values, siren: siren.trim() === '' ? null : siren, domains: listOf(domains) },
        state.kept.revision,
      ),
  });
  const countries = useMemo(
    () =>
      countryCodes
        .map((value) => ({ value, label: countryName(value, language) }))
        .toSorted((one, other) => one.label.localeCompare(other.label, language)),
    [language],
  );
  return (
    <ApiForm
      state={state}
      submitLabel={submitLabel}
      aside={
        <Button component={Link} to={cancelTo} variant="transparent" onClick={state.kept.forget}>
          {t('cancel')}
        </Button>
      }
    >
      <TextInput
        label={t('name')}
        autoComplete="off"
        maxLength={200}
        {...state.field('name', { required: t('required.name') })}
      />
      <div className="pb-supplier-pair">
        <div>
          <TextInput
            label={t('siren')}
            description={t('siren.hint')}
            autoComplete="off"
            inputMode="numeric"
            {...state.field('siren')}
          />
          <SirenReading state={state} />
        </div>
        <NativeSelect label={t('country')} data={countries} {...state.field('country')} />
      </div>
      <TextInput
        label={t('website')}
        description={t('website.hint')}
        type="url"
        autoComplete="off"
        {...state.field('website')}
      />
      <Textarea label={t('domains')} description={t('domains.hint')} rows={2} {...state.field('domains')} />
      <Textarea label={t('notes')} description={t('notes.hint')} rows={3} {...state.field('notes')} />
    </ApiForm>
  );
}

/** A failed checksum warns and blocks nothing. */
function SirenReading({ state }: { readonly state: ApiFormState<Values> }): ReactNode {
  const { t, language } = useTranslation(supplierTexts);
  const typed = useWatch({ control: state.form.control, name: 'siren' });
  const country = useWatch({ control: state.form.control, name: 'country' });
  const siren = findSiren(typed);
  if (siren === undefined) return null;
  const warnings = warningsOf({ siren, country });
  return (
    <div className="pb-supplier-reading">
      {warnings.length === 0 ? (
        <StatusLine kind="done">
          {t('siren.reads', { siren: formatSiren(siren), vat: vatNumber(siren) ?? '' })}
        </StatusLine>
      ) : (
        warnings.map(({ code }) => (
          <StatusLine key={code} kind="waiting">
            {warningSentences[code][language]}
          </StatusLine>
        ))
      )}
    </div>
  );
}

function listOf(text: string): string[] {
  return text.split(/[\s,;]+/).filter((domain) => domain !== '');
}
