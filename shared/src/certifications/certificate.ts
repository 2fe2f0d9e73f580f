import { daysBetween, type Day } from '../calendar.js';
import type { Localised } from '../questionnaires/document.js';
import { comparable } from '../suppliers/import-columns.js';
import type { HdsActivity } from './activities.js';

/** The kinds that the bank's table of subcontractors knows. ANSSI qualifies; the others are certified. */
export const certificateKinds = [
  'hds',
  'iso27001',
  'secnumcloud',
  'pams',
  'pdis',
  'pris',
  'passi',
  'soc2',
] as const;
export type CertificateKind = (typeof certificateKinds)[number];

export const certificateKindNames: Readonly<Record<CertificateKind, Localised>> = {
  hds: { fr: 'HDS', en: 'HDS' },
  iso27001: { fr: 'ISO 27001', en: 'ISO 27001' },
  secnumcloud: { fr: 'Qualification SecNumCloud', en: 'SecNumCloud qualification' },
  pams: { fr: 'Qualification PAMS', en: 'PAMS qualification' },
  pdis: { fr: 'Qualification PDIS', en: 'PDIS qualification' },
  pris: { fr: 'Qualification PRIS', en: 'PRIS qualification' },
  passi: { fr: 'Qualification PASSI', en: 'PASSI qualification' },
  soc2: { fr: 'Rapport SOC 2', en: 'SOC 2 report' },
};

export const lossCauses = ['withdrawn', 'suspended', 'not-renewed'] as const;
export type LossCause = (typeof lossCauses)[number];

export interface Certificate {
  readonly kind: CertificateKind;
  readonly number: string;
  /** Who certified. */
  readonly body: string;
  /** Of an HDS certificate; empty for the other kinds. */
  readonly activities: readonly HdsActivity[];
  /** Places in its scope; empty: all of them. */
  readonly sites: readonly string[];
  readonly validFrom: Day;
  /** The last day on which it is valid. */
  readonly validUntil: Day;
}

export interface KeptCertificate extends Certificate {
  readonly id: string;
  /** A supplier record, or the buyer's record of a subcontractor. */
  readonly holderId: string;
  /** The first day without it, when it was lost before its end. */
  readonly lostOn: Day | null;
  readonly lossCause: LossCause | null;
}

/** Valid on that day: begun, not ended, not lost. */
export function isValidOn(
  { validFrom, validUntil, lostOn }: Pick<KeptCertificate, 'validFrom' | 'validUntil' | 'lostOn'>,
  day: Day,
): boolean {
  return validFrom <= day && day <= validUntil && (lostOn === null || day < lostOn);
}

/** Whether its scope holds the activity at the place; a place that nobody named is in every scope. */
export function isInScope(
  { kind, activities, sites }: Pick<Certificate, 'kind' | 'activities' | 'sites'>,
  activity: HdsActivity,
  site: string | null,
): boolean {
  if (kind !== 'hds' || !activities.includes(activity)) return false;
  return site === null || sites.length === 0 || sites.some((one) => comparable(one) === comparable(site));
}

/** The first day without it. */
export function endOf({ validUntil, lostOn }: Pick<KeptCertificate, 'validUntil' | 'lostOn'>): Day {
  return lostOn !== null && lostOn <= validUntil ? lostOn : validUntil;
}

/** Days before the end at which it is worth a look; on the last one it is still valid. */
export const watchDays = [180, 90, 30, 0] as const;

/** Where a certificate stands: `30` is between its last day, which is `0`, and thirty days before. */
export const expiryBands = ['ended', '0', '30', '90', '180', 'later'] as const;
export type ExpiryBand = (typeof expiryBands)[number];

export function expiryBandOf(
  certificate: Pick<KeptCertificate, 'validUntil' | 'lostOn'>,
  asOf: Day,
): ExpiryBand {
  const { validUntil, lostOn } = certificate;
  const left = daysBetween(asOf, validUntil);
  if (left < 0 || (lostOn !== null && lostOn <= asOf)) return 'ended';
  if (left === 0) return '0';
  return left <= 30 ? '30' : left <= 90 ? '90' : left <= 180 ? '180' : 'later';
}

/** The marks that were passed since the day of the last look, today's included: what a reminder is due for. */
export function marksPassed(
  { validUntil }: Pick<Certificate, 'validUntil'>,
  lookedOn: Day,
  today: Day,
): readonly number[] {
  const [before, now] = [daysBetween(lookedOn, validUntil), daysBetween(today, validUntil)];
  return watchDays.filter((mark) => now <= mark && mark < before);
}
