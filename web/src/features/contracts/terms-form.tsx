import { Button, Textarea, TextInput } from '@mantine/core';
import { maxLengths } from '@probant/shared/limits';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';

import { isProblem } from '../../platform/api/problem.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Warning } from '../../ui/feedback/warning.js';
import { ApiForm, useApiForm } from '../../ui/input/api-form.js';
import { BreachFields, DateFields, LiabilityFields, NoticeFields, PriceFields } from './terms-fields.js';
import { termsTexts } from './terms.texts.js';
import { toTerms, toValues, type TermsValues } from './terms-values.js';
import { type TermsVersion, useRecordTerms } from './use-contract.js';

interface TermsFormProps {
  readonly engagementId: string;
  readonly kept: TermsVersion | null;
  readonly onSaved: () => void;
}

export function TermsForm({ engagementId, kept, onSaved }: TermsFormProps): ReactNode {
  const { t } = useTranslation(termsTexts);
  const record = useRecordTerms(engagementId);
  // Stays that of the version that was read, whatever is saved meanwhile.
  const [number, setNumber] = useState(kept?.number ?? 0);
  const state = useApiForm<TermsValues>({
    defaultValues: toValues(kept?.terms ?? null),
    send: async (values) => {
      await record.mutateAsync({ terms: toTerms(values), reason: values.reason, number });
      onSaved();
    },
  });
  const newer = newerVersion(state.problem);
  return (
    <ApiForm
      state={state}
      submitLabel={t(number === 0 ? 'save.first' : 'save')}
      aside={
        <Button component={Link} to={`/engagements/${engagementId}/contract`} variant="transparent">
          {t('cancel')}
        </Button>
      }
      {...(newer === null
        ? {}
        : {
            problemText: () => (
              <Warning
                more={
                  <Button
                    size="xs"
                    onClick={() => {
                      setNumber(newer);
                    }}
                  >
                    {t('stale.reload', { number: newer })}
                  </Button>
                }
              >
                {t('stale')}
              </Warning>
            ),
          })}
    >
      <p className="pb-soft">{t('hint')}</p>
      <TextInput
        label={t('name')}
        maxLength={maxLengths.title}
        {...state.field('terms.title', { required: t('name.required') })}
      />
      <DateFields state={state} />
      <NoticeFields state={state} />
      <PriceFields state={state} />
      <LiabilityFields state={state} />
      <BreachFields state={state} />
      {kept === null ? null : (
        <Textarea
          label={t('reason')}
          description={t('reason.help')}
          maxLength={maxLengths.shortText}
          {...state.field('reason')}
        />
      )}
    </ApiForm>
  );
}

/** Number of the version that was saved meanwhile; null for any other problem. */
function newerVersion(problem: unknown): number | null {
  if (!isProblem(problem, 'stale-revision')) return null;
  const conflicts: readonly unknown[] = Array.isArray(problem.extensions['conflicts'])
    ? problem.extensions['conflicts']
    : [];
  const [conflict] = conflicts;
  return typeof conflict === 'object' && conflict !== null && 'number' in conflict
    ? Number(conflict.number)
    : 0;
}
