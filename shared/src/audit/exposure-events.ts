import type { EngagementId } from '../ids.js';

/** Events of what an engagement may cost; names are those of the moment. */
export type ExposureEvent =
  | {
      readonly kind: 'exposure-stated';
      readonly engagementId: EngagementId;
      readonly name: string;
      readonly supplierName: string;
      readonly revision: number;
      readonly statementSha256: string;
    }
  | { readonly kind: 'exposure-notice-accepted'; readonly number: number };
