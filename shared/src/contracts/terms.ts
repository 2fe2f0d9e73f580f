import type { Day } from '../calendar.js';
import type { Localised } from '../questionnaires/document.js';

/**
 * The terms of an engagement's contract, as its buyer read them. Null means that nobody has read it yet; that the contract
 * says nothing is a value of its own.
 */
export interface ContractTerms {
  readonly title: string;
  readonly signedOn: Day | null;
  readonly startsOn: Day | null;
  /** As the contract states it; otherwise it follows from start and term. */
  readonly endsOn: Day | null;
  readonly termMonths: number | null;
  readonly renewal: Renewal | null;
  /** Before the end of a period, for the customer to leave and for the supplier to. */
  readonly customerNotice: Period | null;
  readonly supplierNotice: Period | null;
  readonly annualFeesCents: number | null;
  readonly services: readonly ServicePrice[];
  /** Owed by the customer who leaves before the term without a breach of the supplier. */
  readonly exitFees: ExitFees | null;
  /** Stated by an invoice or a schedule, in place of the amount worked out from the fees. */
  readonly remainingFeesCents: number | null;
  readonly cap: LiabilityCap | null;
  readonly exclusions: readonly ExcludedLoss[] | null;
  readonly cure: CureClause | null;
  readonly notification: NotificationDuty | null;
}

export const periodUnits = ['days', 'months'] as const;
export interface Period {
  readonly count: number;
  readonly unit: (typeof periodUnits)[number];
}

export const renewalKinds = ['none', 'tacit', 'express'] as const;
export interface Renewal {
  readonly kind: (typeof renewalKinds)[number];
  /** Of each further period; null when there is none. */
  readonly months: number | null;
}

export interface ServicePrice {
  readonly name: string;
  readonly annualFeesCents: number;
}

export const exitFeeKinds = ['none', 'share', 'all'] as const;
export interface ExitFees {
  readonly kind: (typeof exitFeeKinds)[number];
  readonly sharePercent: number | null;
}

export const capKinds = ['none', 'fees', 'amount'] as const;
export interface LiabilityCap {
  readonly kind: (typeof capKinds)[number];
  /** Times the annual fees. */
  readonly multiple: number | null;
  readonly cents: number | null;
}

export const cureKinds = ['none', 'clause'] as const;
/** The clause that ends the contract for a breach left without remedy. */
export interface CureClause {
  readonly kind: (typeof cureKinds)[number];
  /** From receipt of the formal notice; null when the clause states none. */
  readonly days: number | null;
  readonly article: string;
  /** Its words, which a formal notice has to quote. */
  readonly wording: string;
}

export const notificationKinds = ['none', 'best-efforts', 'firm'] as const;
export const notificationScopes = ['every-detection', 'incident', 'personal-data'] as const;
export interface NotificationDuty {
  readonly kind: (typeof notificationKinds)[number];
  /** From the supplier's knowledge; null when no figure is written. */
  readonly hours: number | null;
  readonly scope: (typeof notificationScopes)[number] | null;
}

export const excludedLosses = [
  'indirect',
  'operating-loss',
  'lost-customers',
  'extra-costs',
  'third-party-claims',
  'data-restoration',
] as const;
export type ExcludedLoss = (typeof excludedLosses)[number];

export const excludedLossNames: Readonly<Record<ExcludedLoss, Localised>> = {
  indirect: { fr: 'préjudices indirects', en: 'indirect loss' },
  'operating-loss': { fr: 'pertes d’exploitation', en: 'operating loss' },
  'lost-customers': { fr: 'perte de clientèle', en: 'lost customers' },
  'extra-costs': { fr: 'surcoûts', en: 'extra costs' },
  'third-party-claims': { fr: 'réclamations de tiers', en: 'third-party claims' },
  'data-restoration': { fr: 'perte et reconstitution des données', en: 'loss and restoration of data' },
};

/** Nothing read yet. */
export function emptyTerms(title: string): ContractTerms {
  return {
    title,
    ...{ signedOn: null, startsOn: null, endsOn: null, termMonths: null, renewal: null },
    ...{ customerNotice: null, supplierNotice: null, annualFeesCents: null, services: [] },
    ...{ exitFees: null, remainingFeesCents: null, cap: null, exclusions: null },
    ...{ cure: null, notification: null },
  };
}

export const termFields = [
  'title',
  'signedOn',
  'startsOn',
  'endsOn',
  'termMonths',
  'renewal',
  'customerNotice',
  'supplierNotice',
  'annualFeesCents',
  'services',
  'exitFees',
  'remainingFeesCents',
  'cap',
  'exclusions',
  'cure',
  'notification',
] as const satisfies readonly (keyof ContractTerms)[];
