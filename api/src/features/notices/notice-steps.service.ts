import { Injectable } from '@nestjs/common';
import type { NoticeId } from '@probant/shared/ids';
import { decideStep, type StepTaken } from '@probant/shared/notices/decide-step';
import { composeNotice, composeTermination, type NoticeLetter } from '@probant/shared/notices/letter';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { newSalt } from '../../platform/hash/salt.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { accepted, fail, found } from '../../platform/http/problem.js';
import { findCounterpart } from '../assessments/assessments.public.js';
import { lockEngagement, type OwnEngagement } from '../contracts/contracts.public.js';
import { Library } from '../library/library.public.js';
import type { NoticeResponse, TakeStepRequest } from './notices.dto.js';
import { NoticeEntity, NoticeLetterEntity, NoticeStepEntity } from './notices.entity.js';
import { clockOf } from './notice-rows.js';
import { NoticeLetters } from './notice-letters.service.js';
import { tell } from './notice-tell.js';
import { getNotice, hasReceipt, holdNotice, toNotice, type HeldNotice } from './read-notice.js';

interface Taking {
  readonly scope: Scope;
  readonly engagement: OwnEngagement;
  readonly held: HeldNotice;
  readonly taken: StepTaken;
}

/** Moves a notice from one state to the next, each with its day, its proof and its event. */
@Injectable()
export class NoticeSteps {
  constructor(
    private readonly work: Work,
    private readonly library: Library,
    private readonly clock: Clock,
    private readonly letters: NoticeLetters,
  ) {}

  take(scope: Scope, id: NoticeId, request: TakeStepRequest): Promise<NoticeResponse> {
    return this.work.run(scope, async (tx) => {
      const engagement = await lockEngagement(tx, scope, (await getNotice(tx, scope, id)).engagementId);
      const notice = await tx.lock(NoticeEntity, { organisationId: scope.organisationId, id });
      const held = await holdNotice(tx, this.library, notice);
      if (notice.revision !== request.revision) {
        fail('stale-revision', { conflicts: [await toNotice(tx, scope, held)] });
      }
      const taken = accepted(decideStep(asItStands(held), request, this.clock.today()));
      const taking = { scope, engagement, held, taken };
      if (taken.step === 'send') await this.settleParties(tx, held);
      await this.move(tx, taking);
      if (taken.step === 'send' || taken.step === 'terminate') await this.keepLetter(tx, taking);
      await this.tellPosted(tx, taking);
      return toNotice(tx, scope, await holdNotice(tx, this.library, notice));
    });
  }

  /** Who sees the letter is settled when it leaves, and stays. */
  private async settleParties(tx: Tx, { notice }: HeldNotice): Promise<void> {
    const counterpart = await findCounterpart(tx, notice.engagementId);
    if (counterpart === undefined) return;
    const { assessmentId, supplierOrganisationId, title } = counterpart;
    Object.assign(notice, { assessmentId, supplierOrganisationId, title });
  }

  private async move(tx: Tx, { scope, engagement, held, taken }: Taking): Promise<void> {
    const { notice, rows } = held;
    const number = (rows.steps.at(-1)?.number ?? 0) + 1;
    const salt = newSalt();
    const step = Object.assign(new NoticeStepEntity(), {
      buyerId: scope.organisationId,
      noticeId: notice.id,
      number,
      supplierOrganisationId: notice.supplierOrganisationId,
      step: taken.step,
      fromState: taken.from,
      toState: taken.to,
      happenedOn: taken.on,
      note: taken.note,
      reference: taken.reference,
      counsel: taken.counsel,
      effectiveOn: taken.effectiveOn,
      remaining: [...taken.remaining],
      salt,
      takenBy: scope.accountId,
      takenByName: scope.accountName,
      takenAt: this.clock.now(),
    });
    Object.assign(notice, {
      state: taken.to,
      revision: notice.revision + 1,
      updatedByName: scope.accountName,
      updatedAt: this.clock.now(),
    });
    await tx.manager.insert(NoticeStepEntity, step);
    await tx.manager.save(notice);
    await tell(tx, notice, {
      kind: 'notice-moved',
      engagementId: notice.engagementId,
      engagementName: engagement.engagementName,
      noticeId: notice.id,
      number,
      step: taken.step,
      to: taken.to,
      ...(taken.on === null ? {} : { on: taken.on }),
      stepSha256: sha256(canonicalJson({ ...taken, salt })),
    });
  }

  /** Each posting is told, a second one of the same letter as well. */
  private async tellPosted(tx: Tx, { scope, held, taken }: Taking): Promise<void> {
    if (taken.step !== 'send' && taken.step !== 'send-again' && taken.step !== 'terminate') return;
    await this.letters.tellPosted(tx, scope, held.notice, {
      letter: taken.step === 'terminate' ? 'termination' : 'formal-notice',
      postedOn: found(taken.on),
    });
  }

  private async keepLetter(tx: Tx, taking: Taking): Promise<void> {
    const { scope, engagement, held, taken } = taking;
    const { notice } = held;
    const letter = compose(taking);
    const text = canonicalJson(letter);
    const row = Object.assign(new NoticeLetterEntity(), {
      buyerId: scope.organisationId,
      noticeId: notice.id,
      kind: letter.kind,
      supplierOrganisationId: notice.supplierOrganisationId,
      assessmentId: notice.assessmentId,
      title: notice.title ?? engagement.engagementName,
      letterText: text,
      sha256: sha256(text),
      pieceIds: enclosedIds(taking),
      cureDays: notice.draft.cureDays ?? 0,
      breaches: notice.draft.breaches.length,
      postedOn: found(taken.on),
      sentBy: scope.accountId,
      sentByName: scope.accountName,
      sentAt: this.clock.now(),
    });
    await tx.manager.insert(NoticeLetterEntity, row);
    await tell(tx, notice, {
      kind: 'notice-letter-sent',
      engagementId: notice.engagementId,
      engagementName: engagement.engagementName,
      noticeId: notice.id,
      letter: letter.kind,
      on: row.postedOn,
      letterSha256: row.sha256,
    });
  }
}

function asItStands({ notice, gates, rows }: HeldNotice) {
  const dated = rows.steps.filter(({ happenedOn }) => happenedOn !== null);
  return {
    state: notice.state,
    gates,
    breaches: notice.draft.breaches.length,
    hasReceipt: hasReceipt(rows),
    lastOn: dated.at(-1)?.happenedOn ?? lastBreachOn(notice),
    effectiveOn: rows.steps.findLast(({ effectiveOn }) => effectiveOn !== null)?.effectiveOn ?? null,
    clock: clockOf(rows),
  };
}

/** No letter is posted before the last breach that it names. */
function lastBreachOn({ draft }: NoticeEntity): string | null {
  const days = draft.breaches.flatMap(({ on }) => (on === null ? [] : [on])).sort();
  return days.at(-1) ?? null;
}

function compose({ scope, held, taken }: Taking): NoticeLetter {
  const { draft } = held.notice;
  const facts = { senderName: scope.organisationName, on: found(taken.on), pieces: held.proof.named };
  if (taken.step === 'send') return composeNotice(draft, facts);
  const clock = found(clockOf(held.rows));
  return composeTermination(draft, {
    ...facts,
    noticePostedOn: found(held.rows.letters[0]).postedOn,
    receivedOn: clock.receivedOn,
    deadlineOn: clock.deadlineOn,
    effectiveOn: found(taken.effectiveOn),
    remaining: taken.remaining,
    reasons: taken.note,
  });
}

/** The buyer's own files among them: those of the supplier it has already. */
function enclosedIds({ held, taken }: Taking): string[] {
  const own = new Set<string>(held.rows.pieces.map(({ id }) => id));
  const breaches = held.notice.draft.breaches.filter(
    (_, index) => taken.step === 'send' || taken.remaining.includes(index + 1),
  );
  return [...new Set(breaches.flatMap(({ pieceIds }) => pieceIds))].filter((id) => own.has(id));
}
