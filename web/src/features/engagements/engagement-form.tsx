import './engagements.css';

import { Button, Group, NativeSelect, Radio, Textarea, TextInput } from '@mantine/core';
import type { ContextFact, ContextValue, EngagementContext } from '@probant/shared/questionnaires/document';
import type { TierRules } from '@probant/shared/scoring/inherent-tier';
import { type ReactNode, useMemo } from 'react';
import { Controller, useWatch } from 'react-hook-form';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ApiForm, type ApiFormState, useApiForm } from '../../ui/input/api-form.js';
import { engagementTexts } from './engagements.texts.js';
import { TierArithmetic } from './tier-arithmetic.js';
import type { EngagementBody } from './use-engagements.js';

interface Values {
  name: string;
  description: string;
  /** Each fact as its control holds it: `true`, `false`, a value, or nothing yet. */
  context: Record<string, string>;
}

interface EngagementFormProps {
  readonly rules: TierRules;
  /** Names this form among all of the product. */
  readonly keptAs: string;
  readonly engagement?: {
    readonly revision: number;
    readonly name: string;
    readonly description: string;
    readonly context: EngagementContext;
  };
  readonly submitLabel: string;
  readonly cancelTo: string;
  /** Gets the revision that was read when typing began; none for an engagement that does not exist yet. */
  readonly send: (body: EngagementBody, revision: number) => Promise<unknown>;
  /** Reads again what somebody else has changed. */
  readonly reread?: () => unknown;
}

/** What is bought, and the facts that give its inherent tier: the sum stands beside and moves with every answer. */
export function EngagementForm(props: EngagementFormProps): ReactNode {
  const { rules, engagement, submitLabel, cancelTo, send, ...rest } = props;
  const { t } = useTranslation(engagementTexts);
  const state: ApiFormState<Values> = useApiForm<Values>({
    ...rest,
    revision: engagement?.revision ?? 0,
    defaultValues: {
      name: engagement?.name ?? '',
      description: engagement?.description ?? '',
      context: Object.fromEntries(
        rules.context.map(({ key }) => [key, String(engagement?.context[key] ?? '')]),
      ),
    },
    send: ({ name, description, context }) =>
      send({ name, description, context: { ...contextOf(rules, context) } }, state.kept.revision),
  });
  const [bearing, scoping] = useMemo(
    () => [
      rules.context.filter((fact) => fact.points !== undefined || fact.values !== undefined),
      rules.context.filter((fact) => fact.points === undefined && fact.values === undefined),
    ],
    [rules],
  );
  return (
    <div className="pb-engagement">
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
          description={t('name.hint')}
          autoComplete="off"
          maxLength={200}
          {...state.field('name', { required: t('required.name') })}
        />
        <Textarea label={t('description')} rows={2} {...state.field('description')} />
        <FactGroup title={t('inherent')} text={t('inherent.text')} facts={bearing} state={state} />
        <FactGroup title={t('scope')} text={t('scope.text')} facts={scoping} state={state} />
      </ApiForm>
      <LiveTier rules={rules} state={state} />
    </div>
  );
}

function LiveTier({
  rules,
  state,
}: {
  readonly rules: TierRules;
  readonly state: ApiFormState<Values>;
}): ReactNode {
  const typed = useWatch({ control: state.form.control, name: 'context' });
  return (
    <aside className="pb-engagement-aside pb-engagement-live">
      <TierArithmetic rules={rules} context={contextOf(rules, typed)} live />
    </aside>
  );
}

interface FactGroupProps {
  readonly title: string;
  readonly text: string;
  readonly facts: readonly ContextFact[];
  readonly state: ApiFormState<Values>;
}

function FactGroup({ title, text, facts, state }: FactGroupProps): ReactNode {
  return (
    <fieldset className="pb-section pb-stack">
      <legend>
        <h2>{title}</h2>
      </legend>
      <p className="pb-soft">{text}</p>
      {facts.map((fact) =>
        fact.kind === 'bool' ? (
          <YesNo key={fact.key} fact={fact} state={state} />
        ) : (
          <Choice key={fact.key} fact={fact} state={state} />
        ),
      )}
    </fieldset>
  );
}

interface FactProps {
  readonly fact: ContextFact;
  readonly state: ApiFormState<Values>;
}

function Choice({ fact, state }: FactProps): ReactNode {
  const { t, language } = useTranslation(engagementTexts);
  const required = t('required.fact', { fact: (fact.short ?? fact.label)[language] });
  return (
    <NativeSelect
      label={fact.label[language]}
      data={[
        { value: '', label: t('choose'), disabled: true },
        ...(fact.values ?? []).map(({ value, label, points }) => ({
          value,
          label: `${label[language]}  ·  ${t('tier.points', { count: points })}`,
        })),
      ]}
      {...state.field(`context.${fact.key}`, { required })}
    />
  );
}

/** Nothing is answered beforehand: a “no” that nobody gave would take questions away. */
function YesNo({ fact, state }: FactProps): ReactNode {
  const { t, language } = useTranslation(engagementTexts);
  const name = `context.${fact.key}` as const;
  const id = state.idOf(name);
  return (
    <Controller
      control={state.form.control}
      name={name}
      rules={{ required: t('required.fact', { fact: (fact.short ?? fact.label)[language] }) }}
      render={({ field }) => (
        <Radio.Group
          className="pb-yes-no"
          label={fact.label[language]}
          required
          value={field.value}
          onChange={field.onChange}
          error={state.errorOf(name)}
        >
          <Group gap="md">
            {(['true', 'false'] as const).map((value) => (
              <Radio
                key={value}
                value={value}
                label={
                  value === 'true' && fact.points !== undefined
                    ? `${t('yes')}  ·  ${t('tier.points', { count: fact.points })}`
                    : t(value === 'true' ? 'yes' : 'no')
                }
                {...(value === 'true' ? { id, ref: field.ref } : {})}
              />
            ))}
          </Group>
        </Radio.Group>
      )}
    />
  );
}

/** Facts not yet answered stay out. */
function contextOf(rules: TierRules, typed: Readonly<Record<string, string | undefined>>): EngagementContext {
  return Object.fromEntries(
    rules.context.flatMap(({ key, kind }): [string, ContextValue][] => {
      const value = typed[key] ?? '';
      if (value === '') return [];
      return [[key, kind === 'bool' ? value === 'true' : value]];
    }),
  );
}
