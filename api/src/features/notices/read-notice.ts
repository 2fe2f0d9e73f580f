import type { EngagementId, NoticeId, OrganisationId } from '@probant/shared/ids';
import { findCounterpart } from '../assessments/assessments.public.js';
import { gateSentence, gatesOf, proofIndex, type Gate } from '@probant/shared/notices/gates';
import type { ContractFacts, NoticeDraft } from '@probant/shared/notices/draft';
import { isSent } from '@probant/shared/notices/lifecycle';
import type { NoticeUnderClock } from '@probant/shared/obligations/notice-obligations';
import type { Scope } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import { found } from '../../platform/http/problem.js';
import type { Library } from '../library/library.public.js';
import type {
  GateResponse,
  NoticeContractResponse,
  NoticeResponse,
  NoticeStepResponse,
} from './notices.dto.js';
import { NoticeEntity, type NoticeStepEntity } from './notices.entity.js';
import {
  listSubmittedProofs,
  proofPieces,
  readContractFacts,
  type ProofPieces,
  type SubmittedProof,
} from './notice-facts.js';
import {
  clockOf,
  readRows,
  toClock,
  toPiece,
  toReply,
  toSentLetter,
  type NoticeRows,
} from './notice-rows.js';

/** A notice with everything that a rule about it asks for. */
export interface HeldNotice {
  readonly notice: NoticeEntity;
  readonly rows: NoticeRows;
  readonly facts: ContractFacts;
  readonly submitted: readonly SubmittedProof[];
  readonly proof: ProofPieces;
  readonly gates: readonly Gate[];
}

export async function getNotice(tx: Tx, scope: Scope, id: NoticeId): Promise<NoticeEntity> {
  return found(await tx.find(NoticeEntity, { organisationId: scope.organisationId, id }));
}

export async function holdNotice(tx: Tx, library: Library, notice: NoticeEntity): Promise<HeldNotice> {
  const { organisationId, engagementId, id, draft } = notice;
  const rows = await readRows(tx, organisationId, id);
  const facts = await readContractFacts(tx, organisationId, engagementId);
  const submitted = await listSubmittedProofs(tx, organisationId, engagementId);
  const proof = proofPieces(library, rows.pieces, submitted);
  return { notice, rows, facts, submitted, proof, gates: gatesOf(draft, facts, proof.weighed) };
}

/** Whether the posting that came last is proved to have been received. */
export function hasReceipt({ steps, pieces }: NoticeRows): boolean {
  const posted = steps.findLast(({ step }) => step === 'send' || step === 'send-again')?.number ?? 0;
  return pieces.some(({ role, afterStep }) => role === 'receipt' && afterStep >= posted);
}

export async function toNotice(tx: Tx, scope: Scope, held: HeldNotice): Promise<NoticeResponse> {
  const { notice, rows, facts, submitted, proof, gates } = held;
  const counterpart = isSent(notice.state) ? undefined : await findCounterpart(tx, notice.engagementId);
  return {
    id: notice.id,
    engagementId: notice.engagementId,
    buyerName: scope.organisationName,
    state: notice.state,
    revision: notice.revision,
    draft: copyDraft(notice.draft),
    gates: gates.map(toGate),
    proofIndex: proofIndex(notice.draft.breaches, proof.weighed),
    contract: toContract(facts),
    pieces: rows.pieces.map((piece) => toPiece(piece, rows.gradings)),
    submitted: submitted.map((piece) => ({ ...piece })),
    letters: rows.letters.map(toSentLetter),
    steps: rows.steps.map(toStep),
    replies: rows.replies.map(toReply),
    clock: toClock(clockOf(rows)),
    hasReceipt: hasReceipt(rows),
    supplierSees: notice.supplierOrganisationId !== null || counterpart !== undefined,
    updatedByName: notice.updatedByName,
    updatedAt: notice.updatedAt.toISOString(),
  };
}

function copyDraft({ breaches, ...draft }: NoticeDraft): NoticeResponse['draft'] {
  return {
    ...draft,
    breaches: breaches.map((breach) => ({ ...breach, pieceIds: [...breach.pieceIds] })),
  };
}

function toGate({ key, faults, cautions }: Gate): GateResponse {
  const said = (one: Gate['faults'][number] | Gate['cautions'][number]) => ({
    code: one.code,
    text: { fr: gateSentence(one, 'fr'), en: gateSentence(one, 'en') },
  });
  return { key, open: faults.length === 0, faults: faults.map(said), cautions: cautions.map(said) };
}

function toContract({ terms, substantial, termination }: ContractFacts): NoticeContractResponse {
  const cure = terms?.cure ?? null;
  return {
    recorded: terms !== null,
    cureDays: cure?.days ?? null,
    clauseArticle: cure?.article || (termination?.article ?? ''),
    clauseWording: cure?.wording || (termination?.quote ?? ''),
    substantialArticle: substantial?.article ?? '',
    substantialWording: substantial?.quote ?? '',
  };
}

function toStep(step: NoticeStepEntity): NoticeStepResponse {
  return {
    number: step.number,
    step: step.step,
    to: step.toState,
    on: step.happenedOn,
    note: step.note,
    reference: step.reference,
    counsel: step.counsel,
    effectiveOn: step.effectiveOn,
    remaining: [...step.remaining],
    byName: step.takenByName,
    at: step.takenAt.toISOString(),
  };
}

/** For the calendar of obligations: a notice that was received, and what became of its clock. */
export interface NoticeUnderClockRow extends NoticeUnderClock {
  readonly engagementId: EngagementId;
}

export function listNoticeClocks(
  tx: Tx,
  organisationId: OrganisationId,
  engagementIds: readonly EngagementId[],
): Promise<NoticeUnderClockRow[]> {
  return tx.query<NoticeUnderClockRow>(
    `SELECT DISTINCT ON (n.id) n.id AS "noticeId", n.engagement_id AS "engagementId",
            s.happened_on::text AS "receivedOn", l.cure_days AS "cureDays",
            (SELECT min(j.happened_on)::text FROM notice_steps j WHERE j.buyer_id = n.organisation_id AND j.notice_id = n.id
               AND j.number > s.number AND j.step IN ('cure', 'cure-partly', 'fail')) AS "judgedOn",
            (SELECT max(timezone('Europe/Paris', w.taken_at)::date)::text FROM notice_steps w
              WHERE w.buyer_id = n.organisation_id AND w.notice_id = n.id AND w.step = 'withdraw') AS "withdrawnOn"
       FROM notices n
       JOIN notice_letters l ON l.buyer_id = n.organisation_id AND l.notice_id = n.id AND l.kind = 'formal-notice'
       JOIN notice_steps s ON s.buyer_id = n.organisation_id AND s.notice_id = n.id AND s.step = 'receive'
      WHERE n.organisation_id = $1 AND n.engagement_id = ANY($2)
      ORDER BY n.id, s.number DESC`,
    [organisationId, engagementIds],
  );
}
