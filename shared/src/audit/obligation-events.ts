import type { Day } from '../calendar.js';
import type { CertificateKind } from '../certifications/certificate.js';
import type { CertificateId, EngagementId, EvidenceId } from '../ids.js';
import type { ObligationKind } from '../obligations/kinds.js';

interface OfObligation {
  readonly engagementId: EngagementId;
  readonly engagementName: string;
  readonly supplierName: string;
  readonly obligation: ObligationKind;
  readonly obligationKey: string;
  readonly dueOn: Day;
}

interface OfExpiry {
  readonly expiresOn: Day;
  /** Negative where nothing ran until then. */
  readonly daysLeft: number;
  /** How many rely on it. */
  readonly engagements: number;
}

/** What will expire, put on record at the moments at which people are reminded of it. */
export type ExpiryEvent =
  | (OfExpiry & {
      readonly kind: 'certificate-expiring';
      readonly certificateId: CertificateId;
      readonly certificateKind: CertificateKind;
      readonly holderName: string;
    })
  | (OfExpiry & {
      readonly kind: 'piece-expiring';
      readonly evidenceId: EvidenceId;
      readonly pieceKind: string;
      readonly pieceName: string;
      readonly supplierName: string;
      /** One of those that rely on it. */
      readonly engagementId: EngagementId;
    });

/** Events of the calendar: what was said of an obligation, who follows it from elsewhere, and who was reminded. */
export type ObligationEvent =
  | ExpiryEvent
  | (OfObligation & { readonly kind: 'obligation-done'; readonly doneOn: Day; readonly note: string })
  | (OfObligation & { readonly kind: 'obligation-postponed'; readonly until: Day; readonly reason: string })
  | (OfObligation & { readonly kind: 'obligation-reopened'; readonly reason: string })
  | (OfObligation & { readonly kind: 'regulation-question-asked'; readonly messageSha256: string })
  | (OfObligation & {
      readonly kind: 'regulation-admission-filed';
      readonly number: number;
      /** By when the supplier said that it will have changed; null where it named no day. */
      readonly changeBy: Day | null;
      readonly admissionSha256: string;
    })
  | { readonly kind: 'calendar-feed-opened'; readonly renewed: boolean }
  | { readonly kind: 'calendar-feed-revoked' }
  | { readonly kind: 'calendar-reminders-chosen'; readonly wanted: boolean }
  | { readonly kind: 'obligations-reminded'; readonly name: string; readonly obligations: number };
