import './reassessment.css';

import { Checkbox, NativeSelect, Radio } from '@mantine/core';
import { reassessmentTriggers, triggerNames } from '@probant/shared/obligations/reassessment-triggers';
import { tiers, type Tier } from '@probant/shared/questionnaires/document';
import {
  reassessmentActs,
  usualRule,
  type MonthsByTier,
  type ReassessmentRule,
} from '@probant/shared/reassessments/rule';
import type { ReactNode } from 'react';
import { Controller } from 'react-hook-form';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../feedback/dialog.js';
import { ApiForm, useApiForm } from '../input/api-form.js';
import { reassessmentTexts } from './reassessment.texts.js';
import { type SetRule, useSetRule } from './use-reassessment.js';

const months = [6, 12, 18, 24, 36];
const certificateDays = [30, 60, 90, 120, 180];
const dueDays = [14, 21, 30, 45, 60];

interface RuleDialogProps {
  /** Null: the rule of the organisation. */
  readonly engagementId: string | null;
  readonly rule: SetRule | null;
  readonly reread: () => unknown;
  readonly onClose: () => void;
}

/** When one assesses again, and whether a person launches it. */
export function RuleDialog({ engagementId, rule, reread, onClose }: RuleDialogProps): ReactNode {
  const { t, language } = useTranslation(reassessmentTexts);
  const save = useSetRule(engagementId);
  const start: ReassessmentRule | SetRule = rule ?? usualRule;
  const state = useApiForm({
    keptAs: `reassessment-rule/${engagementId ?? 'organisation'}`,
    revision: rule?.revision ?? 0,
    reread,
    defaultValues: {
      everyMonths: String(start.everyMonths ?? ''),
      monthsByTier: byTier((tier) => String(start.monthsByTier?.[tier] ?? '')),
      certificateDays: String(start.certificateDays ?? ''),
      triggers: [...start.triggers],
      act: start.act,
      dueDays: String(start.dueDays),
    },
    send: async (values) => {
      await save.mutateAsync({
        everyMonths: values.everyMonths === '' ? null : Number(values.everyMonths),
        ...(engagementId === null ? { monthsByTier: stated(values.monthsByTier) } : {}),
        certificateDays: values.certificateDays === '' ? null : Number(values.certificateDays),
        triggers: values.triggers,
        act: values.act,
        dueDays: Number(values.dueDays),
        revision: state.kept.revision,
      });
      onClose();
    },
  });
  const never = { value: '', label: t('rule.never') };
  return (
    <Dialog title={t(engagementId === null ? 'rule.title.organisation' : 'rule.title')} onClose={onClose}>
      <ApiForm state={state} submitLabel={t('rule.save')}>
        <NativeSelect
          label={t('rule.months')}
          data={[never, ...choices(months, start.everyMonths, (count) => t('rule.months.value', { count }))]}
          {...state.field('everyMonths')}
        />
        {engagementId === null ? (
          <fieldset className="pb-reassess-tiers">
            <legend className="pb-field-label">{t('rule.tiers')}</legend>
            <p className="pb-field-help">{t('rule.tiers.help')}</p>
            <div className="pb-reassess-pairs">
              {tiers.toReversed().map((tier) => (
                <NativeSelect
                  key={tier}
                  label={t(`rule.tier.${tier}`)}
                  data={[
                    { value: '', label: t('rule.tier.others') },
                    ...choices(months, start.monthsByTier?.[tier] ?? null, (count) =>
                      t('rule.months.value', { count }),
                    ),
                  ]}
                  {...state.field(`monthsByTier.${tier}`)}
                />
              ))}
            </div>
          </fieldset>
        ) : null}
        <NativeSelect
          label={t('rule.certificate')}
          data={[
            never,
            ...choices(certificateDays, start.certificateDays, (count) => t('rule.days.before', { count })),
          ]}
          {...state.field('certificateDays')}
        />
        <Controller
          control={state.form.control}
          name="triggers"
          render={({ field: { value, onChange } }) => (
            <Checkbox.Group label={t('rule.triggers')} value={value} onChange={onChange}>
              <div className="pb-stack pb-reassess-triggers">
                {reassessmentTriggers.map((trigger) => (
                  <Checkbox key={trigger} value={trigger} label={triggerNames[trigger][language]} />
                ))}
              </div>
            </Checkbox.Group>
          )}
        />
        <Controller
          control={state.form.control}
          name="act"
          render={({ field: { value, onChange } }) => (
            <Radio.Group label={t('rule.act')} value={value} onChange={onChange}>
              <div className="pb-stack">
                {reassessmentActs.toReversed().map((act) => (
                  <Radio key={act} value={act} label={t(`rule.act.${act}`)} />
                ))}
              </div>
            </Radio.Group>
          )}
        />
        <NativeSelect
          label={t('rule.due')}
          data={choices(dueDays, start.dueDays, (count) => t('rule.days', { count }))}
          {...state.field('dueDays')}
        />
        <p className="pb-sm pb-muted">{t('rule.carried')}</p>
      </ApiForm>
    </Dialog>
  );
}

function byTier<T>(valueOf: (tier: Tier) => T): Record<Tier, T> {
  return { T1: valueOf('T1'), T2: valueOf('T2'), T3: valueOf('T3'), T4: valueOf('T4') };
}

/** Of the tiers for which a time was chosen. */
function stated(chosen: Readonly<Record<Tier, string>>): MonthsByTier {
  return Object.fromEntries(
    tiers.flatMap((tier) => (chosen[tier] === '' ? [] : [[tier, Number(chosen[tier])] as const])),
  );
}

/** The usual ones, and the one that stands. */
function choices(
  usual: readonly number[],
  current: number | null,
  labelOf: (count: number) => string,
): { value: string; label: string }[] {
  const all = new Set([...usual, ...(current === null ? [] : [current])]);
  return [...all]
    .toSorted((one, other) => one - other)
    .map((count) => ({ value: String(count), label: labelOf(count) }));
}
