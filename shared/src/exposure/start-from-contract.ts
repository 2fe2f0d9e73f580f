import type { Day } from '../calendar.js';
import type { ClauseStatus } from '../contracts/clause-status.js';
import { remainingFees } from '../contracts/term-dates.js';
import type { ContractTerms, ExcludedLoss, LiabilityCap } from '../contracts/terms.js';
import { exitClauses, type Cap, type ExposureTerms } from './exposure.js';
import type { LossKind } from './scenarios.js';

export interface ContractStart {
  readonly terms: ExposureTerms;
  /** Kinds of loss that the contract names and excludes. */
  readonly excluded: readonly LossKind[];
}

/** "Indirect" names no kind of loss: what is direct, the judge says. */
const namedLosses: Partial<Readonly<Record<ExcludedLoss, LossKind>>> = {
  'operating-loss': 'interruption',
  'data-restoration': 'restoration',
  'third-party-claims': 'third-parties',
};

/** What a contract that somebody has read gives an estimate to start from; what was not read starts empty. */
export function startFromContract(
  contract: ContractTerms,
  statusOf: (clauseId: string) => ClauseStatus | undefined,
  today: Day,
): ContractStart {
  return {
    terms: {
      annualFeeCents: contract.annualFeesCents,
      cap: toCap(contract.cap),
      remainingFeesCents: remainingFees(contract, today)?.dueCents ?? 0,
      exitClauses: exitClauses.filter((clause) => statusOf(clause) === 'present'),
    },
    excluded: (contract.exclusions ?? []).flatMap((loss) => namedLosses[loss] ?? []),
  };
}

function toCap(cap: LiabilityCap | null): Cap {
  if (cap?.kind === 'fees' && cap.multiple !== null) return { kind: 'multiple', multiple: cap.multiple };
  if (cap?.kind === 'amount' && cap.cents !== null) return { kind: 'amount', cents: cap.cents };
  return { kind: 'none' };
}
