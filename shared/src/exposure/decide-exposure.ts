import {
  accept,
  fieldRefusal,
  pointer,
  refuseFields,
  type Decision,
  type FieldRefusal,
} from '../decision.js';
import { maxCounts, maxLengths, maxMoneyCents } from '../limits.js';
import { checkText, tidyText } from '../plain-text.js';
import { lostChanceRange, type Cap, type Cents, type ExposureTerms, type Loss } from './exposure.js';
import type { ExposureKey, LossKind } from './scenarios.js';

export interface NamedLoss extends Loss {
  readonly kind: LossKind;
  /** What `other` is; empty for the rest. */
  readonly label: string;
}

/** What one scenario would cost, as somebody estimated it. */
export interface Estimate {
  readonly key: ExposureKey;
  readonly losses: readonly NamedLoss[];
  readonly ownCostsCents: Cents;
  /** null: the award-to-claim ratio of the model. */
  readonly lostChance: number | null;
  readonly grossFault: boolean;
}

/** All that a person states for one engagement; everything else is worked out. */
export interface ExposureStatement {
  readonly terms: ExposureTerms;
  readonly estimates: readonly Estimate[];
}

/** As a form sends it: what the kind does not need may stand there all the same. */
export interface AskedCap {
  readonly kind: Cap['kind'];
  readonly multiple?: number | undefined;
  readonly cents?: Cents | undefined;
}

export interface AskedExposure extends Omit<ExposureStatement, 'terms'> {
  readonly terms: Omit<ExposureTerms, 'cap'> & { readonly cap: AskedCap };
}

export function decideExposure(asked: AskedExposure): Decision<ExposureStatement> {
  const { annualFeeCents, remainingFeesCents, exitClauses } = asked.terms;
  const cap = toCap(asked.terms.cap);
  if (cap === undefined) return refuseFields([missingInCap(asked.terms.cap)]);
  const terms = { annualFeeCents, cap, remainingFeesCents, exitClauses };
  const errors = [...checkTerms(terms), ...asked.estimates.flatMap(checkEstimate(asked.estimates))];
  if (errors.length > 0) return refuseFields(errors);
  return accept({ terms, estimates: asked.estimates.map(tidy) });
}

function toCap({ kind, multiple, cents }: AskedCap): Cap | undefined {
  if (kind === 'none') return { kind };
  if (kind === 'multiple') return multiple === undefined ? undefined : { kind, multiple };
  return cents === undefined ? undefined : { kind, cents };
}

function missingInCap({ kind }: AskedCap): FieldRefusal {
  return fieldRefusal(`/terms/cap/${kind === 'multiple' ? 'multiple' : 'cents'}`, 'required');
}

function checkTerms({ annualFeeCents, cap, remainingFeesCents }: ExposureTerms): FieldRefusal[] {
  return [
    ...(annualFeeCents === null ? [] : checkMoney('/terms/annualFeeCents', annualFeeCents)),
    ...checkMoney('/terms/remainingFeesCents', remainingFeesCents),
    ...(cap.kind === 'amount' ? checkMoney('/terms/cap/cents', cap.cents) : []),
    ...(cap.kind === 'multiple' ? checkNumber('/terms/cap/multiple', cap.multiple, capMultiple) : []),
    ...(cap.kind === 'multiple' && annualFeeCents === null
      ? [fieldRefusal('/terms/annualFeeCents', 'required')]
      : []),
  ];
}

function checkEstimate(all: readonly Estimate[]) {
  return (estimate: Estimate, place: number): FieldRefusal[] => {
    const at = pointer('estimates', place);
    const { key, losses, ownCostsCents, lostChance } = estimate;
    return [
      ...(all.findIndex((one) => one.key === key) < place ? [fieldRefusal(`${at}/key`, 'duplicate')] : []),
      ...checkMoney(`${at}/ownCostsCents`, ownCostsCents),
      ...(lostChance === null ? [] : checkNumber(`${at}/lostChance`, lostChance, lostChanceRange)),
      ...(losses.length > maxCounts.losses
        ? [fieldRefusal(`${at}/losses`, 'too-many', { max: maxCounts.losses })]
        : losses.flatMap((loss, index) =>
            checkLoss(`${at}${pointer('losses', index)}`, loss, losses, index),
          )),
    ];
  };
}

function checkLoss(at: string, loss: NamedLoss, all: readonly NamedLoss[], place: number): FieldRefusal[] {
  const named = loss.kind === 'other';
  const twice = !named && all.findIndex(({ kind }) => kind === loss.kind) < place;
  return [
    ...(twice ? [fieldRefusal(`${at}/kind`, 'duplicate')] : []),
    ...checkText(`${at}/label`, loss.label, { max: maxLengths.name, optional: !named }),
    ...checkMoney(`${at}/cents`, loss.cents),
  ];
}

const capMultiple = { min: 0, max: 100 };

function checkMoney(at: string, cents: Cents): FieldRefusal[] {
  if (!Number.isInteger(cents)) return [fieldRefusal(at, 'not-an-integer')];
  return checkNumber(at, cents, { min: 0, max: maxMoneyCents });
}

function checkNumber(at: string, value: number, { min, max }: { min: number; max: number }): FieldRefusal[] {
  return value >= min && value <= max ? [] : [fieldRefusal(at, 'out-of-range', { min, max })];
}

/** A kind that has a name of its own keeps no other. */
function tidy(estimate: Estimate): Estimate {
  return {
    ...estimate,
    losses: estimate.losses.map((loss) => ({
      ...loss,
      label: loss.kind === 'other' ? tidyText(loss.label) : '',
    })),
  };
}
