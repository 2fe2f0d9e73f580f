import type { NoticeId, OrganisationId } from '@probant/shared/ids';
import { noticeClock, type NoticeClock } from '@probant/shared/notices/clock';
import type { NoticeLetter } from '@probant/shared/notices/letter';
import type { Tx } from '../../platform/database/work.js';
import type { NoticeClockResponse, NoticePieceResponse, SentLetterResponse } from './notices.dto.js';
import { NoticeLetterEntity, NoticeStepEntity } from './notices.entity.js';
import { NoticeGradingEntity, NoticePieceEntity, NoticeReplyEntity } from './notice-pieces.entity.js';

/** Everything that stands beside a notice, as far as whoever asks may see it; of the parties, row security decides. */
export interface NoticeRows {
  readonly letters: readonly NoticeLetterEntity[];
  readonly steps: readonly NoticeStepEntity[];
  readonly pieces: readonly NoticePieceEntity[];
  readonly gradings: readonly NoticeGradingEntity[];
  readonly replies: readonly NoticeReplyEntity[];
}

export async function readRows(tx: Tx, buyerId: OrganisationId, noticeId: NoticeId): Promise<NoticeRows> {
  const where = { buyerId, noticeId };
  const { manager } = tx;
  return {
    letters: await manager.find(NoticeLetterEntity, { where, order: { sentAt: 'ASC' } }),
    steps: await manager.find(NoticeStepEntity, { where, order: { number: 'ASC' } }),
    pieces: await manager.find(NoticePieceEntity, { where, order: { uploadedAt: 'ASC', id: 'ASC' } }),
    gradings: await manager.find(NoticeGradingEntity, { where, order: { number: 'ASC' } }),
    replies: await manager.find(NoticeReplyEntity, { where, order: { at: 'ASC', id: 'ASC' } }),
  };
}

/** From the last receipt; none while the letter is on its way, or lay at the post office. */
export function clockOf({ letters, steps }: Pick<NoticeRows, 'letters' | 'steps'>): NoticeClock | null {
  const received = steps.findLast(({ step }) => step === 'receive')?.happenedOn ?? null;
  const days = letters.find(({ kind }) => kind === 'formal-notice')?.cureDays;
  return received === null || days === undefined ? null : noticeClock(received, days);
}

export function toClock(clock: NoticeClock | null): NoticeClockResponse | null {
  return clock === null ? null : { ...clock };
}

export function letterOf({ letterText }: NoticeLetterEntity): NoticeLetter {
  // Written by this product alone, and compared with its hash by `verify`.
  return JSON.parse(letterText) as NoticeLetter;
}

export function toSentLetter(row: NoticeLetterEntity): SentLetterResponse {
  const { sender, recipient, blocks, signature, enclosures, ...letter } = letterOf(row);
  return {
    postedOn: row.postedOn,
    sha256: row.sha256,
    letter: {
      ...letter,
      sender: [...sender],
      recipient: [...recipient],
      blocks: blocks.map((block) => ({ ...block })),
      signature: [...signature],
      enclosures: [...enclosures],
    },
  };
}

export function toPiece(
  piece: NoticePieceEntity,
  gradings: readonly NoticeGradingEntity[],
): NoticePieceResponse {
  const grading = gradings.findLast(({ pieceId }) => pieceId === piece.id);
  return {
    id: piece.id,
    side: piece.ownerId === piece.buyerId ? 'buyer' : 'supplier',
    role: piece.role,
    name: piece.name,
    sha256: piece.sha256,
    bytes: Number(piece.bytes),
    scanPartial: piece.scanPartial,
    datedOn: piece.datedOn,
    level: grading === undefined ? piece.level : grading.level,
    grading: grading?.number ?? 0,
    gradingReason: grading?.reason ?? '',
    byName: piece.uploadedByName,
    at: piece.uploadedAt.toISOString(),
  };
}

export function toReply({ id, kind, body, authorName, at }: NoticeReplyEntity) {
  return { id, kind, body, byName: authorName, at: at.toISOString() };
}
