import type { Day } from '../calendar.js';
import type { CertificateKind, KeptCertificate } from '../certifications/certificate.js';
import { obligation, type FoundObligations, type Obligation } from './obligation.js';

export interface DatedCertificate extends Pick<
  KeptCertificate,
  'id' | 'kind' | 'holderId' | 'activities' | 'validUntil' | 'lostOn'
> {
  readonly holder: string;
  /** When it was entered. */
  readonly recordedOn: Day;
}

/** The certificate that takes the place of another: same holder and kind, every activity of it, and it holds longer. */
export function successorOf(
  { id, kind, holderId, activities, validUntil }: DatedCertificate,
  all: readonly DatedCertificate[],
): DatedCertificate | undefined {
  return all.find(
    (other) =>
      other.id !== id &&
      other.kind === kind &&
      other.holderId === holderId &&
      other.validUntil > validUntil &&
      other.lostOn === null &&
      activities.every((activity) => other.activities.includes(activity)),
  );
}

/** The last day of every certificate of a chain; done once another takes its place, without object once it was lost. */
export function certificateObligations(certificates: readonly DatedCertificate[]): Obligation[] {
  return certificates.map((one) =>
    obligation({
      key: `certificate-expiry/${one.id}`,
      kind: 'certificate-expiry',
      dueOn: one.validUntil,
      facts: { certificateId: one.id, certificateKind: one.kind, holder: one.holder },
      settledOn: successorOf(one, certificates)?.recordedOn ?? null,
      lapsedOn: one.lostOn !== null && one.lostOn <= one.validUntil ? one.lostOn : null,
    }),
  );
}

/** Of which kind of piece a certificate is the original. */
const pieceOf: Readonly<Partial<Record<CertificateKind, string>>> = {
  hds: 'certificat_hds',
  iso27001: 'certificat_iso27001',
};

/** A piece that shows a certificate of the graph has the same last day: it is announced once, by the graph. */
export function announcedOnce({ obligations, againOn }: FoundObligations): FoundObligations {
  const shown = new Set(
    obligations.flatMap(({ dueOn, facts: { certificateKind } }) =>
      certificateKind === undefined ? [] : [`${pieceOf[certificateKind] ?? ''} ${dueOn}`],
    ),
  );
  return {
    obligations: obligations.filter(
      ({ kind, dueOn, facts }) => kind !== 'piece-expiry' || !shown.has(`${facts.pieceKind ?? ''} ${dueOn}`),
    ),
    againOn,
  };
}
