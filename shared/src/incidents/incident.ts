import { canonicalJson } from '../proof/canonical-json.js';
import type { Moment } from '../moment.js';

export const incidentNatures = [
  'unavailable',
  'malware',
  'intrusion',
  'data-leak',
  'data-loss',
  'other',
] as const;
export type IncidentNature = (typeof incidentNatures)[number];

export type IncidentSide = 'buyer' | 'supplier';

/** What one side states of an incident; every statement stays, the last one of each side counts for it. */
export interface IncidentFacts {
  readonly title: string;
  readonly nature: IncidentNature;
  readonly text: string;
  readonly occurredAt: Moment | null;
  readonly detectedAt: Moment | null;
  readonly ticketedAt: Moment | null;
  readonly ticket: string;
  /** When the customer was told. */
  readonly toldAt: Moment | null;
  readonly resolvedAt: Moment | null;
  readonly personalData: boolean;
}

export interface IncidentStatement {
  readonly side: IncidentSide;
  readonly facts: IncidentFacts;
}

/** Events in the order in which they follow one another. */
export const incidentSteps = ['occurredAt', 'detectedAt', 'ticketedAt', 'toldAt', 'resolvedAt'] as const;
export type IncidentStep = (typeof incidentSteps)[number];

/** What counts: the customer's own word where it gave one, else the supplier's. */
export function factsOf(statements: readonly IncidentStatement[]): IncidentFacts | undefined {
  const buyer = statements.findLast(({ side }) => side === 'buyer')?.facts;
  const supplier = statements.findLast(({ side }) => side === 'supplier')?.facts;
  if (buyer === undefined || supplier === undefined) return buyer ?? supplier;
  return {
    ...buyer,
    occurredAt: buyer.occurredAt ?? supplier.occurredAt,
    detectedAt: buyer.detectedAt ?? supplier.detectedAt,
    ticketedAt: buyer.ticketedAt ?? supplier.ticketedAt,
    toldAt: buyer.toldAt ?? supplier.toldAt,
    resolvedAt: buyer.resolvedAt ?? supplier.resolvedAt,
    ticket: buyer.ticket === '' ? supplier.ticket : buyer.ticket,
    personalData: buyer.personalData || supplier.personalData,
  };
}

/** Steps of which both sides say something, and not the same. */
export function disagreements(statements: readonly IncidentStatement[]): IncidentStep[] {
  const buyer = statements.findLast(({ side }) => side === 'buyer')?.facts;
  const supplier = statements.findLast(({ side }) => side === 'supplier')?.facts;
  if (buyer === undefined || supplier === undefined) return [];
  return incidentSteps.filter((step) => {
    const [ours, theirs] = [buyer[step], supplier[step]];
    return ours !== null && theirs !== null && canonicalJson(ours) !== canonicalJson(theirs);
  });
}

export const incidentRegimes = ['nis2', 'dora'] as const;
export type IncidentRegime = (typeof incidentRegimes)[number];

/** What the contract makes the supplier tell: `none` where somebody read it and found nothing. */
export const dutyKinds = ['unread', 'none', 'best-efforts', 'firm'] as const;
export interface NotifyingDuty {
  readonly kind: (typeof dutyKinds)[number];
  /** From the supplier's knowledge; null: without undue delay, no figure. */
  readonly hours: number | null;
  readonly source: string;
}

/** Duties whose performance is noted, each with what it was told under. */
export const noticeKeys = [
  'gdpr-authority',
  'nis2-early-warning',
  'nis2-notification',
  'nis2-final-report',
  'dora-initial',
  'dora-intermediate',
  'dora-final',
] as const;
export type NoticeKey = (typeof noticeKeys)[number];

export interface IncidentNotice {
  readonly key: NoticeKey;
  readonly at: Moment;
  readonly reference: string;
}

/** What the customer keeps for itself: which rules bind it, what it knew, what it notified. */
export interface IncidentFile {
  readonly regimes: readonly IncidentRegime[];
  readonly duty: NotifyingDuty;
  /** Its own knowledge, where that came before the supplier's word. */
  readonly awareAt: Moment | null;
  /** When the incident was classified as major under DORA. */
  readonly majorAt: Moment | null;
  readonly notices: readonly IncidentNotice[];
  readonly note: string;
}
