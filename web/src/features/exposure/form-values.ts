import { exitClauses, type capKinds } from '@probant/shared/exposure/exposure';
import {
  exposureScenarios,
  type ExposureKey,
  type ExposureScenario,
  type LossKind,
} from '@probant/shared/exposure/scenarios';

import { parseAmount, parsePlain, showAmount, showPlain } from '../../platform/i18n/amount.js';
import type { Language } from '../../platform/i18n/language.js';
import type { Exposure, ExposureBody } from './use-exposure.js';

type Statement = NonNullable<Exposure['statement']>;
type Estimate = Statement['estimates'][number];
type Started = Pick<Exposure, 'statement' | 'contract'>;

/** The form as its controls hold it: named as the API names, so that what it refuses finds its field. */
export interface Values {
  terms: {
    annualFeeCents: string;
    cap: { kind: (typeof capKinds)[number]; multiple: string; cents: string };
    remainingFeesCents: string;
    exitClauses: string[];
  };
  estimates: EstimateValues[];
}

export interface EstimateValues {
  key: ExposureKey;
  losses: LossValues[];
  ownCostsCents: string;
  /** In percent; empty: the ratio of the model. */
  lostChance: string;
  grossFault: boolean;
}

export interface LossValues {
  kind: LossKind;
  label: string;
  cents: string;
  excluded: boolean;
}

export const newLoss: LossValues = { kind: 'other', label: '', cents: '', excluded: false };

/** What was stated; before that, what the contract on file gives. */
export function toValues({ statement, contract }: Started, language: Language): Values {
  const excluded = contract?.excluded ?? [];
  return {
    terms: toTerms(statement?.terms ?? contract, language),
    estimates: exposureScenarios.map((scenario) =>
      toEstimate(
        scenario,
        statement?.estimates.find(({ key }) => key === scenario.key),
        { language, excluded },
      ),
    ),
  };
}

type Terms = Pick<NonNullable<Started['contract']>, keyof Statement['terms']>;

export function toTerms(terms: Terms | null, language: Language): Values['terms'] {
  return {
    annualFeeCents: shown(terms?.annualFeeCents ?? null, language),
    cap: {
      kind: terms?.cap?.kind ?? 'none',
      multiple: terms?.cap?.multiple === undefined ? '' : showPlain(terms.cap.multiple, language),
      cents: shown(terms?.cap?.cents ?? null, language),
    },
    remainingFeesCents: shown(terms?.remainingFeesCents ?? null, language),
    exitClauses: terms?.exitClauses ?? [],
  };
}

/** What is typed, with what the contract on file says in its place wherever somebody has read it. */
export function withContract(
  typed: Values['terms'],
  contract: NonNullable<Started['contract']>,
  language: Language,
): Values['terms'] {
  const onFile = toTerms(contract, language);
  return {
    annualFeeCents: contract.annualFeeCents === null ? typed.annualFeeCents : onFile.annualFeeCents,
    cap: contract.cap === null ? typed.cap : onFile.cap,
    remainingFeesCents:
      contract.remainingFeesCents === null ? typed.remainingFeesCents : onFile.remainingFeesCents,
    exitClauses: exitClauses.filter((clause) =>
      [...typed.exitClauses, ...onFile.exitClauses].includes(clause),
    ),
  };
}

function toEstimate(
  scenario: ExposureScenario,
  estimate: Estimate | undefined,
  { language, excluded }: { readonly language: Language; readonly excluded: readonly LossKind[] },
): EstimateValues {
  const { key } = scenario;
  if (estimate === undefined) {
    const losses = scenario.losses.map((kind) => ({ ...newLoss, kind, excluded: excluded.includes(kind) }));
    return { key, losses, ownCostsCents: '', lostChance: '', grossFault: false };
  }
  return {
    key,
    losses: estimate.losses.map((loss) => ({ ...loss, cents: shown(loss.cents, language) })),
    ownCostsCents: shown(estimate.ownCostsCents, language),
    lostChance: estimate.lostChance === null ? '' : showPlain(estimate.lostChance * 100, language),
    grossFault: estimate.grossFault,
  };
}

function shown(cents: number | null, language: Language): string {
  return cents === null ? '' : showAmount(cents, language);
}

/** What is sent, and what the figures beside the form are worked out from; nothing where some text is no number. */
export function toBody(values: Values, language: Language): Omit<ExposureBody, 'revision'> | undefined {
  const estimates = values.estimates.map((estimate) => readEstimate(estimate, language));
  const terms = readTerms(values.terms, language);
  if (terms === undefined || !areAll(estimates)) return undefined;
  return { terms, estimates };
}

function readTerms(terms: Values['terms'], language: Language): ExposureBody['terms'] | undefined {
  const annualFeeCents =
    terms.annualFeeCents.trim() === '' ? null : parseAmount(terms.annualFeeCents, language);
  const remainingFeesCents = readAmount(terms.remainingFeesCents, language);
  const cap = readCap(terms.cap, language);
  if (annualFeeCents === undefined || remainingFeesCents === undefined || cap === undefined) return undefined;
  return {
    annualFeeCents,
    cap,
    remainingFeesCents,
    exitClauses: terms.exitClauses.filter((clause) => isExitClause(clause)),
  };
}

/** What its kind needs and is not there is left out: the API says so at the field. */
function readCap(
  { kind, multiple, cents }: Values['terms']['cap'],
  language: Language,
): ExposureBody['terms']['cap'] | undefined {
  if (kind === 'none') return { kind };
  const text = kind === 'multiple' ? multiple : cents;
  if (text.trim() === '') return { kind };
  const value = kind === 'multiple' ? parsePlain(text) : parseAmount(text, language);
  if (value === undefined) return undefined;
  return kind === 'multiple' ? { kind, multiple: value } : { kind, cents: value };
}

function readEstimate(estimate: EstimateValues, language: Language): Estimate | undefined {
  const losses = estimate.losses.map(({ cents, ...loss }) => {
    const value = readAmount(cents, language);
    return value === undefined ? undefined : { ...loss, cents: value };
  });
  const ownCostsCents = readAmount(estimate.ownCostsCents, language);
  const percent = estimate.lostChance.trim() === '' ? null : parsePlain(estimate.lostChance);
  if (ownCostsCents === undefined || percent === undefined || !areAll(losses)) return undefined;
  const { key, grossFault } = estimate;
  const lostChance = percent === null ? null : Number((percent / 100).toFixed(8));
  return { key, losses, ownCostsCents, lostChance, grossFault };
}

/** An amount left empty is none. */
export function readAmount(text: string, language: Language): number | undefined {
  return text.trim() === '' ? 0 : parseAmount(text, language);
}

function areAll<T>(values: readonly (T | undefined)[]): values is T[] {
  return values.every((value) => value !== undefined);
}

type ExitClause = ExposureBody['terms']['exitClauses'][number];

function isExitClause(clause: string): clause is ExitClause {
  return exitClauses.some((known) => known === clause);
}
