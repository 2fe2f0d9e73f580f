import type { Day } from '../calendar.js';
import type { ClauseStatus } from '../contracts/clause-status.js';
import { remainingFees } from '../contracts/term-dates.js';
import type { ContractTerms, ExcludedLoss, LiabilityCap } from '../contracts/terms.js';
import { exitClauses, type Cap, type Cents, type ExitClause } from './exposure.js';
import type { LossKind } from './scenarios.js';

/** null where nobody has read what the contract says of it. */
export interface ContractStart {
  readonly annualFeeCents: Cents | null;
  readonly cap: Cap | null;
  readonly remainingFeesCents: Cents | null;
  readonly exitClauses: readonly ExitClause[];
  /** Kinds of loss that the contract names and excludes. */
  readonly excluded: readonly LossKind[];
}

/** "Indirect" names no kind of loss: what is direct, the judge says. */
const namedLosses: Partial<Readonly<Record<ExcludedLoss, LossKind>>> = {
  'operating-loss': 'interruption',
  'data-restoration': 'restoration',
  'third-party-claims': 'third-parties',
};

/** What a contract that somebody has read gives an estimate to start from; what was not read is for somebody to read. */
export function startFromContract(
  contract: ContractTerms,
  statusOf: (clauseId: string) => ClauseStatus | undefined,
  today: Day,
): ContractStart {
  return {
    annualFeeCents: contract.annualFeesCents,
    cap: contract.cap === null ? null : toCap(contract.cap),
    remainingFeesCents: remainingFees(contract, today)?.dueCents ?? null,
    exitClauses: exitClauses.filter((clause) => statusOf(clause) === 'present'),
    excluded: (contract.exclusions ?? []).flatMap((loss) => namedLosses[loss] ?? []),
  };
}

function toCap({ kind, multiple, cents }: LiabilityCap): Cap {
  if (kind === 'fees' && multiple !== null) return { kind: 'multiple', multiple };
  if (kind === 'amount' && cents !== null) return { kind: 'amount', cents };
  return { kind: 'none' };
}
