import { accept, refuse, refuseFields, type Decision } from '../decision.js';
import { maxLengths } from '../limits.js';
import { checkText, tidyText } from '../plain-text.js';
import { isSent, type NoticeState } from './lifecycle.js';

/** What the supplier does about it: it mends, it disputes, or it only writes. */
export const replyKinds = ['cures', 'contests', 'writes'] as const;
export type ReplyKind = (typeof replyKinds)[number];

export interface NoticeReply {
  readonly kind: ReplyKind;
  readonly body: string;
}

/** A notice that was withdrawn, or whose contract has ended and whose data has come back, takes no more answers. */
export function takesReplies(state: NoticeState): boolean {
  return isSent(state) && state !== 'withdrawn' && state !== 'data-returned';
}

export function decideReply(state: NoticeState, asked: NoticeReply): Decision<NoticeReply> {
  if (!takesReplies(state)) return refuse('notice-closed');
  const errors = checkText('/body', asked.body, { max: maxLengths.longText, multiline: true });
  if (errors.length > 0) return refuseFields(errors);
  return accept({ kind: asked.kind, body: tidyText(asked.body) });
}
