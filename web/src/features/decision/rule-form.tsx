import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { maxLengths } from '@probant/shared/limits';
import { conditionKinds } from '@probant/shared/decision-rules/rule';
import { grades } from '@probant/shared/questionnaires/document';
import { type ReactNode, useState } from 'react';
import { useFieldArray } from 'react-hook-form';

import { formatTime } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { ApiForm, type ApiFormState, useApiForm } from '../../ui/input/api-form.js';
import { ruleTexts } from './decision-rule.texts.js';
import { RuleAnswer } from './rule-answer.js';
import { emptyRule, newCondition, type RuleValues, toBody, toNumber } from './rule-values.js';
import { type RuleVocabulary, type Subject, useSetRule } from './use-decision-rules.js';

interface RuleFormProps {
  readonly subject: Subject;
  readonly vocabulary: RuleVocabulary;
  readonly again: boolean;
}

/** A rule built by clicking and in words; nothing of it is kept before its button is pressed, and nothing changes after. */
export function RuleForm({ subject, vocabulary, again }: RuleFormProps): ReactNode {
  const { t, language } = useTranslation(ruleTexts);
  const set = useSetRule(subject);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const state = useApiForm<RuleValues>({
    keptAs: `decision-rule/${subject.kind}/${subject.id}`,
    defaultValues: emptyRule,
    send: async (values) => {
      await set.mutateAsync(toBody(values));
      setSavedAt(new Date().toISOString());
      state.form.reset(emptyRule);
    },
  });
  return (
    <section className="pb-section" aria-labelledby="rule-form">
      <h2 id="rule-form">{t(again ? 'form.again' : 'form')}</h2>
      <ApiForm
        state={state}
        submitLabel={t('record')}
        aside={
          savedAt === null ? null : (
            <StatusLine kind="done">{t('recorded', { time: formatTime(savedAt, language) })}</StatusLine>
          )
        }
      >
        <Conditions state={state} vocabulary={vocabulary} />
        <Payments state={state} />
        <Textarea
          label={t('text')}
          description={t('text.help')}
          minRows={3}
          autosize
          maxLength={maxLengths.longText}
          {...state.field('text')}
        />
      </ApiForm>
    </section>
  );
}

interface PartProps {
  readonly state: ApiFormState<RuleValues>;
  readonly vocabulary: RuleVocabulary;
}

function Conditions({ state, vocabulary }: PartProps): ReactNode {
  const { t } = useTranslation(ruleTexts);
  const { fields, append, remove } = useFieldArray({ control: state.form.control, name: 'conditions' });
  return (
    <fieldset className="pb-rule-entries">
      <legend className="pb-label">{t('conditions')}</legend>
      {fields.length === 0 ? <p className="pb-sm pb-muted">{t('conditions.none')}</p> : null}
      {fields.map(({ id }, place) => (
        <div key={id} className="pb-rule-entry">
          <NativeSelect
            label={t('condition.kind', { number: String(place + 1) })}
            data={conditionKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            {...state.field(`conditions.${place}.kind`)}
          />
          <Condition state={state} vocabulary={vocabulary} place={place} />
          <Remove
            label={t('conditions.remove', { number: String(place + 1) })}
            onClick={() => {
              remove(place);
            }}
          />
        </div>
      ))}
      <Button
        size="sm"
        onClick={() => {
          append(newCondition);
        }}
      >
        {t('conditions.add')}
      </Button>
    </fieldset>
  );
}

/** What its kind asks for. */
function Condition({ state, vocabulary, place }: PartProps & { readonly place: number }): ReactNode {
  const { t, language } = useTranslation(ruleTexts);
  switch (state.form.watch(`conditions.${place}.kind`)) {
    case 'grade-worse-than':
      return (
        <NativeSelect
          label={t('grade')}
          data={grades.slice(0, -1)}
          {...state.field(`conditions.${place}.grade`)}
        />
      );
    case 'score-above':
      return (
        <TextInput
          label={t('score')}
          inputMode="decimal"
          {...state.field(`conditions.${place}.score`, {
            required: t('score.required'),
            validate: (typed) => inRange(typed) || t('score.required'),
          })}
        />
      );
    case 'knockout':
      return (
        <NativeSelect
          label={t('knockout')}
          data={[
            { value: '', label: t('knockout.any') },
            ...vocabulary.knockouts.map((one) => ({ value: one.id, label: one[language] })),
          ]}
          {...state.field(`conditions.${place}.knockoutId`)}
        />
      );
    case 'answer':
      return <RuleAnswer state={state} vocabulary={vocabulary} place={place} />;
  }
}

function inRange(typed: unknown): boolean {
  const value = toNumber(typed);
  return value >= 0 && value <= 100;
}

function Payments({ state }: Pick<PartProps, 'state'>): ReactNode {
  const { t } = useTranslation(ruleTexts);
  const { fields, append, remove } = useFieldArray({ control: state.form.control, name: 'payments' });
  return (
    <fieldset className="pb-rule-entries">
      <legend className="pb-label">{t('payments')}</legend>
      {fields.map(({ id }, place) => (
        <div key={id} className="pb-rule-entry">
          <TextInput
            label={t('payment.amount')}
            inputMode="decimal"
            {...state.field(`payments.${place}.upToCents`, {
              required: t('payment.amount.required'),
              validate: (typed) => toNumber(typed) > 0 || t('payment.amount.required'),
            })}
          />
          <TextInput
            label={t('payment.purpose')}
            maxLength={maxLengths.shortText}
            {...state.field(`payments.${place}.purpose`, { required: t('payment.purpose.required') })}
          />
          <Remove
            label={t('payments.remove', { number: String(place + 1) })}
            onClick={() => {
              remove(place);
            }}
          />
        </div>
      ))}
      <Button
        size="sm"
        onClick={() => {
          append({ upToCents: '', purpose: '' });
        }}
      >
        {t('payments.add')}
      </Button>
    </fieldset>
  );
}

function Remove({ label, onClick }: { readonly label: string; readonly onClick: () => void }): ReactNode {
  return (
    <Button size="xs" variant="subtle" onClick={onClick}>
      {label}
    </Button>
  );
}
