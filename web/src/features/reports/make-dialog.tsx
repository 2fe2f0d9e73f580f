import { Radio, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import {
  formatsOf,
  reportKindNames,
  reportKinds,
  type ReportFormat,
  type ReportKind,
} from '@probant/shared/reports/report';
import type { Language } from '@probant/shared/questionnaires/document';
import { type ReactNode, useState } from 'react';
import { Controller } from 'react-hook-form';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ApiForm, type ApiFormState, useApiForm } from '../../ui/input/api-form.js';
import { LanguageField } from '../../ui/input/language-field.js';
import { FormatField } from './format-field.js';
import { reportTexts } from './reports.texts.js';
import { useEngagementChoices, useMakeReport } from './use-reports.js';

interface MakeValues {
  readonly kind: ReportKind;
  readonly format: ReportFormat;
  readonly language: Language;
  readonly engagementId: string;
}

export function MakeDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t, language } = useTranslation(reportTexts);
  const make = useMakeReport();
  const state = useApiForm<MakeValues>({
    keptAs: 'report',
    defaultValues: { kind: 'board', format: 'pdf', language, engagementId: '' },
    send: async ({ kind, format, language: printed, engagementId }) => {
      await make.mutateAsync({
        kind,
        ...(formatsOf[kind].includes(format) ? { format } : {}),
        language: printed,
        ...(kind === 'supplier-file' ? { engagementId } : {}),
      });
      onClose();
    },
  });
  const kind = state.form.watch('kind');
  return (
    <Dialog title={t('make.title')} onClose={onClose}>
      <ApiForm state={state} submitLabel={t('make.send')}>
        <Controller
          control={state.form.control}
          name="kind"
          render={({ field: { value, onChange } }) => (
            <Radio.Group label={t('kind')} value={value} onChange={onChange}>
              <div className="pb-stack pb-reports-kinds">
                {reportKinds.map((one) => (
                  <Radio
                    key={one}
                    value={one}
                    label={reportKindNames[one][language]}
                    description={t(`kind.${one}`)}
                  />
                ))}
              </div>
            </Radio.Group>
          )}
        />
        {kind === 'supplier-file' ? <EngagementField state={state} /> : null}
        <FormatField kind={kind} {...state.field('format')} />
        <LanguageField label={t('language')} {...state.field('language')} />
      </ApiForm>
    </Dialog>
  );
}

function EngagementField({ state }: { readonly state: ApiFormState<MakeValues> }): ReactNode {
  const { t } = useTranslation(reportTexts);
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search, 200);
  const found = useEngagementChoices(asked);
  const data = (found.data ?? []).map(({ engagementId, supplierName, engagementName }) => ({
    value: engagementId,
    label: `${supplierName}, ${engagementName}`,
  }));
  return (
    <Controller
      control={state.form.control}
      name="engagementId"
      rules={{ required: t('engagement.required') }}
      render={({ field: { value, onChange } }) => (
        <Select
          id={state.idOf('engagementId')}
          label={t('engagement')}
          placeholder={t('engagement.hint')}
          required
          searchable
          data={data}
          // The API has chosen already: a name may be found by letters that it does not begin with.
          filter={({ options }) => options}
          nothingFoundMessage={t('engagement.none')}
          value={value === '' ? null : value}
          onChange={(chosen) => {
            onChange(chosen ?? '');
          }}
          onSearchChange={(words) => {
            if (!data.some(({ label }) => label === words)) setSearch(words);
          }}
          error={state.errorOf('engagementId')}
        />
      )}
    />
  );
}
