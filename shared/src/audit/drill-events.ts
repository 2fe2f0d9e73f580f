import type { Day } from '../calendar.js';
import type { ReplyStance } from '../drills/record.js';
import type {
  AssessmentId,
  AuthorisationId,
  DrillDropId,
  DrillId,
  DrillRecordId,
  DrillReplyId,
  EngagementId,
} from '../ids.js';
import type { EvidenceLevel } from '../questionnaires/document.js';

/** Of the buyer alone until the drill is on record; names are those of the moment. */
interface OfEngagement {
  readonly engagementId: EngagementId;
  /** Of the engagement. */
  readonly name: string;
}

interface OfDrill extends OfEngagement {
  readonly drillId: DrillId;
  readonly drillName: string;
}

interface OfRecord {
  readonly recordId: DrillRecordId;
  readonly drillName: string;
  readonly number: number;
}

export type DrillEvent =
  | (OfEngagement & {
      readonly kind: 'drill-authorised';
      readonly authorisationId: AuthorisationId;
      readonly reference: string;
      readonly authorisationSha256: string;
    })
  | (OfEngagement & {
      readonly kind: 'drill-authorisation-withdrawn';
      readonly authorisationId: AuthorisationId;
      readonly reference: string;
      readonly withdrawnOn: Day;
      readonly reason: string;
    })
  | (OfEngagement & {
      readonly kind: 'drill-planned';
      readonly revision: number;
      readonly planSha256: string;
    })
  | (OfDrill & { readonly kind: 'drill-opened'; readonly headSha256: string })
  | (OfDrill & { readonly kind: 'drill-changed'; readonly headSha256: string })
  | (OfDrill & { readonly kind: 'test-file-taken'; readonly token: string })
  | (OfDrill & {
      readonly kind: 'drill-drop-recorded';
      readonly dropId: DrillDropId;
      readonly droppedOn: Day;
      readonly dropSha256: string;
    })
  | (OfDrill & { readonly kind: 'drill-reopened'; readonly reason: string })
  /** In the chains of both sides where a workspace answers for the engagement, else in the buyer's. */
  | (OfRecord & {
      readonly kind: 'drill-recorded';
      readonly assessmentId?: AssessmentId;
      readonly recordSha256: string;
    })
  | (OfRecord & {
      readonly kind: 'drill-replied';
      readonly assessmentId: AssessmentId;
      readonly replyId: DrillReplyId;
      readonly stance: ReplyStance;
      readonly replySha256: string;
    })
  | {
      readonly kind: 'measure-confirmed';
      readonly assessmentId: AssessmentId;
      readonly questionId: string;
      readonly level: EvidenceLevel;
      readonly sourceId: DrillRecordId;
      readonly measuredOn: Day;
    }
  | {
      readonly kind: 'measure-withdrawn';
      readonly assessmentId: AssessmentId;
      readonly questionId: string;
      readonly sourceId: DrillRecordId;
    };
