import { Injectable } from '@nestjs/common';
import { newId } from '../../platform/database/new-id.js';
import type { NoticeId, NoticeReplyId } from '@probant/shared/ids';
import type { LetterKind } from '@probant/shared/notices/letter';
import { isSent, type NoticeStep } from '@probant/shared/notices/lifecycle';
import { decideReply } from '@probant/shared/notices/reply';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { accepted, found } from '../../platform/http/problem.js';
import type {
  ReceivedNoticeResponse,
  ReceivedNoticesResponse,
  ReceivedNoticeSummaryResponse,
  ReceivedStepResponse,
  ReplyToNoticeRequest,
} from './endings.dto.js';
import type { NoticePieceResponse } from './notices.dto.js';
import { NoticeLetterEntity, type NoticeStepEntity } from './notices.entity.js';
import { NoticeReplyEntity } from './notice-pieces.entity.js';
import type { PiecePlace } from './notice-pieces.service.js';
import {
  clockOf,
  letterOf,
  readRows,
  toClock,
  toPiece,
  toReply,
  toSentLetter,
  type NoticeRows,
} from './notice-rows.js';
import { tell } from './notice-tell.js';
import type { PrintableLetter } from './notices.service.js';

/** What is noted at these steps is meant for the supplier as well; the rest stays with the buyer and its counsel. */
const shownNotes: readonly NoticeStep[] = [
  'cure',
  'cure-partly',
  'fail',
  'withdraw',
  'take-effect',
  'return-data',
];

/** Formal notices from the other side: what was posted, what became of it, and what this workspace says to it. */
@Injectable()
export class ReceivedNotices {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  list(scope: Scope): Promise<ReceivedNoticesResponse> {
    return this.work.run(scope, async (tx) => {
      const letters = await tx.manager.find(NoticeLetterEntity, {
        where: { supplierOrganisationId: scope.organisationId, kind: 'formal-notice' },
        order: { sentAt: 'DESC', noticeId: 'DESC' },
        take: 200,
      });
      const items: ReceivedNoticeSummaryResponse[] = [];
      for (const letter of letters) items.push(toSummary(letter, await rowsOf(tx, letter)));
      return { items };
    });
  }

  read(scope: Scope, id: NoticeId): Promise<ReceivedNoticeResponse> {
    return this.work.run(scope, async (tx) => describe(tx, await getLetter(tx, scope, id, 'formal-notice')));
  }

  letter(scope: Scope, id: NoticeId, kind: LetterKind): Promise<PrintableLetter> {
    return this.work.run(scope, async (tx) => {
      const sent = await getLetter(tx, scope, id, kind);
      return { letter: letterOf(sent), at: sent.sentAt, sha256: sent.sha256 };
    });
  }

  reply(scope: Scope, id: NoticeId, request: ReplyToNoticeRequest): Promise<ReceivedNoticeResponse> {
    return this.work.run(scope, async (tx) => {
      const place = await this.place(tx, scope, id);
      const { kind, body } = accepted(decideReply(place.state, request));
      const reply = Object.assign(new NoticeReplyEntity(), {
        buyerId: place.buyerId,
        id: newId<NoticeReplyId>(),
        noticeId: id,
        supplierOrganisationId: scope.organisationId,
        kind,
        body,
        authorId: scope.accountId,
        authorName: scope.accountName,
        at: this.clock.now(),
      });
      await tx.manager.insert(NoticeReplyEntity, reply);
      await tell(tx, place.parties, {
        kind: 'notice-answered',
        ...place.told,
        replyId: reply.id,
        reply: kind,
        bodySha256: sha256(body),
      });
      return describe(tx, await getLetter(tx, scope, id, 'formal-notice'));
    });
  }

  /** Where what this workspace adds goes; a workspace that no longer answers the request adds nothing. */
  async place(tx: Tx, scope: Scope, id: NoticeId): Promise<PiecePlace> {
    const letter = await getLetter(tx, scope, id, 'formal-notice');
    const { buyerId, assessmentId, title } = letter;
    const { engagement_id: engagementId } = await tx.get<{
      engagement_id: PiecePlace['told']['engagementId'];
    }>('SELECT engagement_id FROM assessments WHERE id = $1 AND supplier_organisation_id = $2', [
      assessmentId,
      scope.organisationId,
    ]);
    const rows = await rowsOf(tx, letter);
    return {
      buyerId,
      noticeId: id,
      state: stateOf(rows),
      steps: rows.steps.at(-1)?.number ?? 0,
      parties: { assessmentId, supplierOrganisationId: scope.organisationId, title },
      told: { engagementId, engagementName: title, noticeId: id },
    };
  }
}

async function getLetter(
  tx: Tx,
  scope: Scope,
  noticeId: NoticeId,
  kind: LetterKind,
): Promise<NoticeLetterEntity> {
  const where = { supplierOrganisationId: scope.organisationId, noticeId, kind };
  return found(await tx.find(NoticeLetterEntity, where));
}

function rowsOf(tx: Tx, { buyerId, noticeId }: NoticeLetterEntity): Promise<NoticeRows> {
  return readRows(tx, buyerId, noticeId);
}

function stateOf({ steps }: NoticeRows): PiecePlace['state'] {
  return steps.at(-1)?.toState ?? 'sent';
}

async function describe(tx: Tx, letter: NoticeLetterEntity): Promise<ReceivedNoticeResponse> {
  const rows = await rowsOf(tx, letter);
  return {
    ...toSummary(letter, rows),
    letters: rows.letters.map(toSentLetter),
    steps: rows.steps.filter(({ toState }) => isSent(toState)).map(toReceivedStep),
    pieces: rows.pieces.map((piece) => toReceivedPiece(toPiece(piece, rows.gradings))),
    replies: rows.replies.map(toReply),
  };
}

function toSummary(letter: NoticeLetterEntity, rows: NoticeRows): ReceivedNoticeSummaryResponse {
  return {
    id: letter.noticeId,
    buyerName: letterOf(letter).sender[0] ?? '',
    title: letter.title,
    state: stateOf(rows),
    postedOn: letter.postedOn,
    clock: toClock(clockOf(rows)),
  };
}

/** What the buyer thinks its own proof is worth stays with the buyer. */
function toReceivedPiece(piece: NoticePieceResponse): NoticePieceResponse {
  return piece.role === 'cure' ? piece : { ...piece, level: null };
}

function toReceivedStep({
  step,
  toState,
  happenedOn,
  note,
  effectiveOn,
  takenAt,
}: NoticeStepEntity): ReceivedStepResponse {
  return {
    to: toState,
    on: happenedOn,
    note: shownNotes.includes(step) ? note : '',
    effectiveOn,
    at: takenAt.toISOString(),
  };
}
