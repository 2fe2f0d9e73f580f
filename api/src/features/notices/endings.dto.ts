import { maxLengths } from '@probant/shared/limits';
import {
  endingAlerts,
  endingGrounds,
  type EndingAlert,
  type EndingGround,
} from '@probant/shared/notices/endings';
import { noticeStates, type NoticeState } from '@probant/shared/notices/lifecycle';
import { replyKinds, type ReplyKind } from '@probant/shared/notices/reply';
import { Day, Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../platform/http/fields.js';
import {
  NoticeClockResponse,
  NoticePieceResponse,
  NoticeReplyResponse,
  SentLetterResponse,
} from './notices.dto.js';

export class NoticeSummaryResponse {
  @Uuid() id!: string;
  @OneOf(noticeStates) state!: NoticeState;
  @Whole() breaches!: number;
  @Day({ nullable: true }) postedOn!: string | null;
  @Nested(() => NoticeClockResponse, { nullable: true }) clock!: NoticeClockResponse | null;
  @Text() updatedByName!: string;
  @Instant() updatedAt!: string;
}

export class EndingResponse {
  @Whole() number!: number;
  @OneOf(endingGrounds) ground!: EndingGround;
  @Day() toldOn!: string;
  @Day() effectiveOn!: string;
  @Text({ min: 0, max: maxLengths.longText }) note!: string;
  @OneOf(endingAlerts, { nullable: true, description: 'What Douai teaches of it' })
  alert!: EndingAlert | null;
  @Text() byName!: string;
  @Instant() at!: string;
}

export class NoticesResponse {
  @ListOf(() => NoticeSummaryResponse, { description: 'The newest first' }) items!: NoticeSummaryResponse[];
  @ListOf(() => EndingResponse, { description: 'The newest first; the first one holds' })
  endings!: EndingResponse[];
}

export class RecordEndingRequest {
  @OneOf(endingGrounds) ground!: EndingGround;
  @Day({ description: 'When the supplier was told' }) toldOn!: string;
  @Day() effectiveOn!: string;
  @Text({ min: 0, max: maxLengths.longText }) note!: string;
  @Whole({ description: 'Number of the record that was read; 0 for none' }) number!: number;
}

export class AddCurePieceRequest {
  @Day({ optional: true }) datedOn?: string;
}

export class ReplyToNoticeRequest {
  @OneOf(replyKinds) kind!: ReplyKind;
  @Text({ max: maxLengths.longText }) body!: string;
}

/** A step as the supplier may see it: neither counsel nor what was noted for the buyer alone. */
export class ReceivedStepResponse {
  @OneOf(noticeStates) to!: NoticeState;
  @Day({ nullable: true }) on!: string | null;
  @Text({ min: 0, max: maxLengths.longText }) note!: string;
  @Day({ nullable: true }) effectiveOn!: string | null;
  @Instant() at!: string;
}

export class ReceivedNoticeSummaryResponse {
  @Uuid() id!: string;
  @Text() buyerName!: string;
  @Text() title!: string;
  @OneOf(noticeStates) state!: NoticeState;
  @Day() postedOn!: string;
  @Nested(() => NoticeClockResponse, { nullable: true }) clock!: NoticeClockResponse | null;
}

export class ReceivedNoticesResponse {
  @ListOf(() => ReceivedNoticeSummaryResponse, { description: 'The newest first' })
  items!: ReceivedNoticeSummaryResponse[];
}

export class ReceivedNoticeResponse extends ReceivedNoticeSummaryResponse {
  @ListOf(() => SentLetterResponse) letters!: SentLetterResponse[];
  @ListOf(() => ReceivedStepResponse, { description: 'Oldest first' }) steps!: ReceivedStepResponse[];
  @ListOf(() => NoticePieceResponse, { description: 'What the letters enclose, and its own' })
  pieces!: NoticePieceResponse[];
  @ListOf(() => NoticeReplyResponse, { description: 'Oldest first' }) replies!: NoticeReplyResponse[];
}
