import { Checkbox, Radio, Textarea } from '@mantine/core';
import { departsFrom } from '@probant/shared/decision-rules/judge-rule';
import { findSharedGrade } from '@probant/shared/assessments/supplier-view';
import { outcomes } from '@probant/shared/audit/assessment-events';
import { maxLengths } from '@probant/shared/limits';
import type { ReactNode } from 'react';
import { Controller } from 'react-hook-form';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ApiForm, type ApiFormState, useApiForm } from '../../ui/input/api-form.js';
import { ruleTexts } from './decision-rule.texts.js';
import { decisionTexts } from './decision.texts.js';
import { SupplierNotice } from './supplier-notice.js';
import type { JudgedRule } from './use-decision-rules.js';
import { type DecisionBody, type Reviewed, traceOf, useDecide } from './use-decision.js';

type Values = Omit<DecisionBody, 'outcome' | 'departure'> & {
  outcome: DecisionBody['outcome'] | '';
  departure: string;
};

interface DecideFormProps {
  readonly reviewed: Reviewed;
  /** Set beforehand, beside the score of now. */
  readonly rule: JudgedRule | null;
}

/** The decision with its reason, and beside it exactly what the supplier will be shown of it. */
export function DecideForm({ reviewed, rule }: DecideFormProps): ReactNode {
  const canDecide = reviewed.possible.includes('decide');
  const { t } = useTranslation(decisionTexts);
  const decide = useDecide(reviewed.assessmentId);
  const state = useApiForm<Values>({
    keptAs: `decision/${reviewed.assessmentId}`,
    defaultValues: { outcome: '', reason: '', departure: '', conditions: '', message: '', shareGrade: false },
    send: async ({ outcome, ...values }) => {
      if (outcome === '') return;
      const conditions = outcome === 'sign-with-conditions' ? values.conditions : '';
      const departure = departsFrom(rule?.met ?? null, outcome) ? values.departure : '';
      await decide.mutateAsync({ ...values, outcome, conditions, departure });
      state.form.reset();
    },
  });
  const { outcome, conditions, message, shareGrade } = state.form.watch();
  const { isDirty } = state.form.formState;
  if (!canDecide && !isDirty) return null;
  const shared = findSharedGrade(reviewed.document, traceOf(reviewed), shareGrade);
  return (
    <>
      <ApiForm
        state={state}
        submitLabel={t('decide')}
        closed={canDecide || state.pending ? undefined : t('kept')}
      >
        <Controller
          control={state.form.control}
          name="outcome"
          rules={{ required: t('outcome.required') }}
          render={({ field }) => (
            <Radio.Group
              name={field.name}
              value={field.value}
              onChange={field.onChange}
              label={t('outcome')}
              required
              error={state.errorOf('outcome')}
            >
              <div className="pb-decision-outcomes">
                {outcomes.map((one) => (
                  <Radio.Card
                    key={one}
                    id={`${state.idOf('outcome')}.${one}`}
                    value={one}
                    className="pb-decision-outcome"
                  >
                    <Radio.Indicator />
                    <span>
                      <span className="pb-medium">{t(`outcome.${one}`)}</span>
                      <span className="pb-xs pb-muted">{t(`outcome.${one}.text`)}</span>
                    </span>
                  </Radio.Card>
                ))}
              </div>
            </Radio.Group>
          )}
        />
        {outcome === 'sign-with-conditions' ? (
          <Textarea
            label={t('conditions')}
            description={t('conditions.help')}
            minRows={3}
            maxLength={maxLengths.longText}
            {...state.field('conditions', { required: t('conditions.required') })}
          />
        ) : null}
        <Textarea
          label={t('reason')}
          description={t('reason.help')}
          minRows={3}
          maxLength={maxLengths.longText}
          {...state.field('reason', { required: t('reason.required') })}
        />
        {outcome !== '' && departsFrom(rule?.met ?? null, outcome) ? <Departure state={state} /> : null}
        <Textarea
          label={t('message')}
          minRows={2}
          maxLength={maxLengths.longText}
          {...state.field('message')}
        />
        <Checkbox label={t('share')} description={t('share.help')} {...state.form.register('shareGrade')} />
        <section className="pb-decision-preview" aria-labelledby="decision-preview">
          <h2 id="decision-preview">{t('preview')}</h2>
          {outcome === '' ? (
            <p className="pb-sm pb-muted">{t('preview.choose')}</p>
          ) : (
            <SupplierNotice
              notice={{
                outcome,
                conditions: outcome === 'sign-with-conditions' ? conditions : '',
                message,
                grade: shared?.grade ?? null,
                reasons: shared?.reasons ?? [],
              }}
            />
          )}
          <p className="pb-xs pb-muted">{t('preview.also')}</p>
          <p className="pb-xs pb-muted">{t('preview.never')}</p>
        </section>
      </ApiForm>
    </>
  );
}

/** Asked for only where the decision is not the one that the rule gave. */
function Departure({ state }: { readonly state: ApiFormState<Values> }): ReactNode {
  const { t } = useTranslation(ruleTexts);
  return (
    <Textarea
      label={t('departure')}
      description={t('departure.help')}
      minRows={3}
      maxLength={maxLengths.longText}
      {...state.field('departure', { required: t('departure.required') })}
    />
  );
}
