import type { Day } from '../calendar.js';
import type { Localised } from '../questionnaires/document.js';

export const findingStatuses = [
  'open',
  'proposed',
  'agreed',
  'delivered',
  'verified',
  'accepted',
  'closed',
] as const;
export type FindingStatus = (typeof findingStatuses)[number];

/** Somebody is still expected to do something about it. */
export const pendingStatuses = ['open', 'proposed', 'agreed', 'delivered'] as const;

export function isPending(status: FindingStatus): boolean {
  return pendingStatuses.some((one) => one === status);
}

export const findingSides = ['buyer', 'supplier'] as const;
export type FindingSide = (typeof findingSides)[number];

/** What is to be done about a finding, by whom, by when, and what will prove it. */
export interface Plan {
  readonly action: string;
  readonly owner: string;
  readonly ownerSide: FindingSide;
  readonly dueOn: Day;
  readonly proof: string;
}

/** A plan on the table, which the other side has not agreed yet. */
export interface Proposal extends Plan {
  readonly by: FindingSide;
}

/** Where a finding stands. */
export interface FindingStanding {
  readonly status: FindingStatus;
  /** The plan that both sides agreed. */
  readonly plan: Plan | null;
  readonly proposal: Proposal | null;
  /** The last day of an accepted risk. */
  readonly acceptedUntil: Day | null;
}

export const findingStatusNames: Readonly<Record<FindingStatus, Localised>> = {
  open: { fr: 'ouvert', en: 'open' },
  proposed: { fr: 'plan proposé', en: 'plan proposed' },
  agreed: { fr: 'plan convenu', en: 'plan agreed' },
  delivered: { fr: 'à vérifier', en: 'to verify' },
  verified: { fr: 'vérifié', en: 'verified' },
  accepted: { fr: 'risque accepté', en: 'risk accepted' },
  closed: { fr: 'clos', en: 'closed' },
};

export const sideNames: Readonly<Record<FindingSide, Localised>> = {
  buyer: { fr: 'client', en: 'customer' },
  supplier: { fr: 'fournisseur', en: 'supplier' },
};

/** What was agreed is late; once the proof is there, it is the buyer who is waited for. */
export function isOverdue({ status, plan }: FindingStanding, today: Day): boolean {
  return status === 'agreed' && plan !== null && plan.dueOn < today;
}
