import type { EvidenceLevel } from '../questionnaires/document.js';
import type { AssessmentId, EngagementId, NoticeId, NoticePieceId, NoticeReplyId } from '../ids.js';
import type { EndingGround } from '../notices/endings.js';
import type { LetterKind } from '../notices/letter.js';
import type { NoticeState, NoticeStep } from '../notices/lifecycle.js';
import type { PieceRole } from '../notices/pieces.js';
import type { ReplyKind } from '../notices/reply.js';

interface OfNotice {
  readonly engagementId: EngagementId;
  readonly engagementName: string;
  readonly noticeId: NoticeId;
  /** Once the letter has left, of the request through which the supplier sees it; both chains of it tell of what follows. */
  readonly assessmentId?: AssessmentId;
}

/** Events of a formal notice, and of a contract that was ended without one. */
export type NoticeEvent =
  | (OfNotice & { readonly kind: 'notice-created' })
  | (OfNotice & {
      readonly kind: 'notice-draft-saved';
      readonly revision: number;
      readonly draftSha256: string;
    })
  | (OfNotice & {
      readonly kind: 'notice-moved';
      /** Of the steps of this notice, from 1. */
      readonly number: number;
      readonly step: NoticeStep;
      readonly to: NoticeState;
      readonly on?: string;
      readonly stepSha256: string;
    })
  | (OfNotice & {
      readonly kind: 'notice-letter-sent';
      readonly letter: LetterKind;
      readonly on: string;
      readonly letterSha256: string;
    })
  | (OfNotice & {
      readonly kind: 'notice-piece-stored';
      readonly pieceId: NoticePieceId;
      readonly role: PieceRole;
      readonly name: string;
      readonly sha256: string;
      readonly partiallyScanned: boolean;
    })
  | (OfNotice & {
      readonly kind: 'notice-piece-refused';
      readonly name: string;
      readonly reason: string;
      readonly signature?: string;
    })
  | (OfNotice & {
      readonly kind: 'notice-piece-graded';
      readonly pieceId: NoticePieceId;
      readonly name: string;
      readonly number: number;
      /** Null: not accepted as proof of the cure. */
      readonly level: EvidenceLevel | null;
      readonly reason: string;
    })
  | (OfNotice & {
      readonly kind: 'notice-answered';
      readonly replyId: NoticeReplyId;
      readonly reply: ReplyKind;
      readonly bodySha256: string;
    })
  | {
      readonly kind: 'contract-ended';
      readonly engagementId: EngagementId;
      readonly engagementName: string;
      readonly number: number;
      readonly ground: EndingGround;
      readonly toldOn: string;
      readonly effectiveOn: string;
      readonly endingSha256: string;
    };
