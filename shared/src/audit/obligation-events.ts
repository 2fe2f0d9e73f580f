import type { Day } from '../calendar.js';
import type { EngagementId } from '../ids.js';
import type { ObligationKind } from '../obligations/kinds.js';

interface OfObligation {
  readonly engagementId: EngagementId;
  readonly engagementName: string;
  readonly supplierName: string;
  readonly obligation: ObligationKind;
  readonly obligationKey: string;
  readonly dueOn: Day;
}

/** Events of the calendar: what was said of an obligation, who follows it from elsewhere, and who was reminded. */
export type ObligationEvent =
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
