import { exitClauses, exposureOf, type Cents, type Exposure } from '../exposure/exposure.js';
import type { Localised } from '../questionnaires/document.js';
import type { ReplayCase } from './case.js';
import type { CaseHead, CaseStake } from './case-head.js';

/** One head in euros, seen by the customer: what came in or need not go out, and what might have. */
export interface LedgerLine {
  readonly head: Localised;
  /** `recovered` was asked for by the customer, `avoided` by the supplier. */
  readonly gain: 'recovered' | 'avoided';
  /** null: the source does not say. */
  readonly claimedCents: Cents | null;
  readonly firstCents: Cents;
  readonly obtainedCents: Cents;
  /** Never a promise: from the least to the most that could be argued. */
  readonly possible: { readonly lowCents: Cents; readonly highCents: Cents };
  /** Some fact that is otherwise says so; else `possible` is what was obtained. */
  readonly otherwise: boolean;
  readonly lesson: string;
  readonly reason: Localised;
}

export interface Ledger {
  readonly lines: readonly LedgerLine[];
  /** Asked for by the customer, and what it got of it. */
  readonly claimedCents: Cents;
  readonly recoveredCents: Cents;
  /** Asked of the customer, and not due in the end. */
  readonly avoidedCents: Cents;
  /** How much better the customer left the appeal than the first court, before interest. */
  readonly improvedCents: Cents;
}

export function ledgerOf(replay: ReplayCase, switched: readonly string[]): Ledger {
  const lines = replay.decided.flatMap((head) =>
    head.stake === undefined ? [] : [toLine(head, head.stake, switched)],
  );
  const recovered = lines.filter(({ gain }) => gain === 'recovered');
  const asked = lines.filter(({ gain, claimedCents }) => gain === 'avoided' && claimedCents !== null);
  return {
    lines,
    claimedCents: total(recovered, ({ claimedCents }) => claimedCents ?? 0),
    recoveredCents: total(recovered, ({ obtainedCents }) => obtainedCents),
    avoidedCents: total(asked, ({ obtainedCents }) => obtainedCents),
    improvedCents: total(lines, ({ obtainedCents, firstCents }) => obtainedCents - firstCents),
  };
}

function toLine(head: CaseHead, stake: CaseStake, switched: readonly string[]): LedgerLine {
  const { claimedEuros, awardedEuros = 0 } = head;
  const recovered = stake.by === 'customer';
  // What was asked of the customer counts from the claim; where the source gives none, from what the first court granted.
  const owed = claimedEuros ?? stake.firstEuros;
  const gained = (granted: number): Cents => toCents(recovered ? granted : owed - granted);
  const obtainedCents = gained(awardedEuros);
  const changed = stake.otherwise.findLast((one) => one.with.every((key) => switched.includes(key)));
  return {
    head: head.head,
    gain: recovered ? 'recovered' : 'avoided',
    claimedCents: claimedEuros === undefined ? null : toCents(claimedEuros),
    firstCents: gained(stake.firstEuros),
    obtainedCents,
    possible:
      changed === undefined
        ? { lowCents: obtainedCents, highCents: obtainedCents }
        : { lowCents: toCents(changed.lowEuros), highCents: toCents(changed.highEuros) },
    otherwise: changed !== undefined,
    lesson: (changed ?? stake).lesson,
    reason: (changed ?? stake).reason,
  };
}

/** The exposure of the case's own amounts: a head that nothing in the file could found counts as excluded. */
export function replayExposure(
  replay: ReplayCase,
  switched: readonly string[],
  lostChance: number,
): Exposure | null {
  const { lines } = ledgerOf(replay, switched);
  if (lines.length === 0) return null;
  const clauses = replay.switches.filter(({ key }) => switched.includes(key)).flatMap((one) => one.clauses);
  // A clause that leaves an indemnity due in the circumstances of the case settles nothing there.
  const settled = lines.every(
    ({ gain, claimedCents, possible }) =>
      gain === 'recovered' || claimedCents === null || possible.lowCents === claimedCents,
  );
  return exposureOf({
    losses: lines.flatMap(({ gain, claimedCents, possible }) =>
      gain === 'recovered' && claimedCents !== null
        ? [{ cents: claimedCents, excluded: possible.highCents === 0 }]
        : [],
    ),
    terms: {
      annualFeeCents: null,
      cap: { kind: 'none' },
      remainingFeesCents: total(lines, ({ gain, claimedCents }) =>
        gain === 'avoided' ? (claimedCents ?? 0) : 0,
      ),
      exitClauses: settled ? exitClauses.filter((clause) => clauses.includes(clause)) : [],
    },
    grossFault: false,
    lostChance,
    ownCostsCents: 0,
    evidence: null,
  });
}

/** The case whose award over its claim stands in for a lost-chance rate that no source gives. */
const ratioCase = 'rennes';

export interface AwardToClaim {
  readonly claimedCents: Cents;
  readonly awardedCents: Cents;
  /** Award over claim: not the percentage that the court held. */
  readonly ratio: number;
}

export function awardToClaim(cases: readonly ReplayCase[]): AwardToClaim {
  const model = cases.find(({ key }) => key === ratioCase);
  if (model === undefined) throw new Error(`the library has no case ${ratioCase}`);
  const { claimedCents, recoveredCents } = ledgerOf(model, []);
  return { claimedCents, awardedCents: recoveredCents, ratio: recoveredCents / claimedCents };
}

function toCents(euros: number): Cents {
  return Math.round(euros * 100);
}

function total(lines: readonly LedgerLine[], centsOf: (line: LedgerLine) => Cents): Cents {
  return lines.reduce((sum, line) => sum + centsOf(line), 0);
}
