/** Whole euro cents; no amount of a file is ever a fraction of one. */
export type Cents = number;

export const exitClauses = ['CL-17', 'CL-18', 'CL-19'] as const;
export type ExitClause = (typeof exitClauses)[number];

export const capKinds = ['none', 'multiple', 'amount'] as const;

export type Cap =
  | { readonly kind: 'none' }
  /** So many years of fees. */
  | { readonly kind: 'multiple'; readonly multiple: number }
  | { readonly kind: 'amount'; readonly cents: Cents };

/** What the contract says, whoever keeps it: the form of the exposure, or the contract's own file. */
export interface ExposureTerms {
  readonly annualFeeCents: Cents | null;
  readonly cap: Cap;
  readonly remainingFeesCents: Cents;
  /** Clauses of the contract that let the customer leave without owing what remains. */
  readonly exitClauses: readonly ExitClause[];
}

export interface Loss {
  readonly cents: Cents;
  /** The contract says that this loss is not compensated. */
  readonly excluded: boolean;
}

/** What the register of warnings says of the scenario; `unknown` where nobody keeps one. */
export const warningStates = ['unknown', 'none', 'given', 'refused'] as const;
export type WarningState = (typeof warningStates)[number];

export interface ExposureInput {
  readonly losses: readonly Loss[];
  readonly terms: ExposureTerms;
  /** Gross negligence or fraud is held: the cap falls (C. civ. 1231-3). */
  readonly grossFault: boolean;
  /** p, never 1: what compensates a lost chance cannot equal the lost advantage. */
  readonly lostChance: number;
  readonly ownCostsCents: Cents;
  /** φ̄; null where nothing was submitted, which proves as little as 0. */
  readonly evidence: number | null;
  readonly warnings?: { readonly state: WarningState };
}

export interface CentsRange {
  readonly lowCents: Cents;
  readonly highCents: Cents;
}

/** Three figures that are never shown apart. */
export interface CentsSpread extends CentsRange {
  readonly centralCents: Cents;
}

export interface Exposure {
  /** L */
  readonly lossCents: Cents;
  /** Lc */
  readonly claimableCents: Cents;
  /** null: no cap, or none that holds. */
  readonly capCents: Cents | null;
  /** What may come back: nothing proved, a lost chance, causation proved in full. */
  readonly recovery: CentsSpread;
  /** What stays with the customer, from the best case to the worst. */
  readonly uncovered: CentsSpread;
  /** What leaving may cost; both ends are 0 when a clause settles it. */
  readonly exit: CentsRange;
  /** Why nothing can be claimed for a failure to warn, if so. */
  readonly claim: 'open' | 'warned' | 'refused';
  /** Which figure to read first. */
  readonly first: 'low' | 'central';
}

export const lostChanceRange = { min: 0, max: 0.9 } as const;

/** From this index on, the proof is worth reading the central figure first. */
export const provenFrom = 0.5;

export function exposureOf(input: ExposureInput): Exposure {
  const { losses, terms, ownCostsCents, lostChance, evidence } = input;
  const claim = claimOf(input.warnings?.state ?? 'unknown');
  const lossCents = sum(losses);
  const claimableCents = claim === 'open' ? sum(losses.filter(({ excluded }) => !excluded)) : 0;
  const capCents = input.grossFault ? null : capOf(terms);
  const lowCents = 0 - ownCostsCents;
  const centralCents = Math.min(Math.round(lostChance * claimableCents), capCents ?? Infinity);
  const highCents = Math.min(claimableCents, capCents ?? Infinity);
  return {
    lossCents,
    claimableCents,
    capCents,
    recovery: { lowCents, centralCents, highCents },
    uncovered: {
      lowCents: lossCents - highCents,
      centralCents: lossCents - centralCents,
      highCents: lossCents - lowCents,
    },
    exit: { lowCents: 0, highCents: terms.exitClauses.length > 0 ? 0 : terms.remainingFeesCents },
    claim,
    first: (evidence ?? 0) < provenFrom ? 'low' : 'central',
  };
}

/** null: none. Years of fees without a fee are no cap that could be worked out; the form refuses them. */
export function capOf({ cap, annualFeeCents }: ExposureTerms): Cents | null {
  switch (cap.kind) {
    case 'none':
      return null;
    case 'amount':
      return cap.cents;
    case 'multiple':
      return annualFeeCents === null ? null : Math.round(cap.multiple * annualFeeCents);
  }
}

/** A duty to warn that was met leaves no chance that was lost; a warning that was refused, even less. */
function claimOf(state: WarningState): Exposure['claim'] {
  if (state === 'refused') return 'refused';
  return state === 'given' ? 'warned' : 'open';
}

function sum(losses: readonly Loss[]): Cents {
  return losses.reduce((total, { cents }) => total + cents, 0);
}
