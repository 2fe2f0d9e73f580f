import { Injectable } from '@nestjs/common';
import { composeNotice, type LetterKind, type NoticeLetter } from '@probant/shared/notices/letter';
import { decideDraft, firstDraft } from '@probant/shared/notices/draft';
import { maxCounts } from '@probant/shared/limits';
import { under, type Decision } from '@probant/shared/decision';
import type { EngagementId, NoticeId } from '@probant/shared/ids';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { accepted, fail, found } from '../../platform/http/problem.js';
import { getEngagement, lockEngagement } from '../contracts/contracts.public.js';
import { Library } from '../library/library.public.js';
import type { NoticeResponse, SaveDraftRequest } from './notices.dto.js';
import { NoticeEntity } from './notices.entity.js';
import { readContractFacts } from './notice-facts.js';
import type { PiecePlace } from './notice-pieces.service.js';
import { letterOf, readRows } from './notice-rows.js';
import { getNotice, holdNotice, toNotice } from './read-notice.js';

export interface PrintableLetter {
  readonly letter: NoticeLetter;
  readonly at: Date;
  readonly sha256: string | null;
}

/** Formal notices of an engagement: begun from its contract, written, read again. */
@Injectable()
export class Notices {
  constructor(
    private readonly work: Work,
    private readonly library: Library,
    private readonly clock: Clock,
  ) {}

  create(scope: Scope, engagementId: EngagementId): Promise<NoticeResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId } = scope;
      const { engagementName, supplierName } = await lockEngagement(tx, scope, engagementId);
      const count = await tx.manager.countBy(NoticeEntity, { organisationId, engagementId });
      if (count >= maxCounts.noticesPerEngagement) {
        fail('invalid-input', {
          errors: [{ pointer: '', code: 'too-many', params: { max: maxCounts.noticesPerEngagement } }],
        });
      }
      const facts = await readContractFacts(tx, organisationId, engagementId);
      const notice = Object.assign(new NoticeEntity(), {
        organisationId,
        id: newId<NoticeId>(),
        engagementId,
        state: 'draft' as const,
        draft: firstDraft(facts, supplierName),
        assessmentId: null,
        supplierOrganisationId: null,
        title: null,
        revision: 1,
        createdBy: scope.accountId,
        createdByName: scope.accountName,
        createdAt: this.clock.now(),
        updatedByName: scope.accountName,
        updatedAt: this.clock.now(),
      });
      await tx.insert(notice, { kind: 'notice-created', engagementId, engagementName, noticeId: notice.id });
      return toNotice(tx, scope, await holdNotice(tx, this.library, notice));
    });
  }

  read(scope: Scope, id: NoticeId): Promise<NoticeResponse> {
    return this.work.run(scope, async (tx) =>
      toNotice(tx, scope, await holdNotice(tx, this.library, await getNotice(tx, scope, id))),
    );
  }

  saveDraft(scope: Scope, id: NoticeId, request: SaveDraftRequest): Promise<NoticeResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId } = scope;
      const { engagementId } = await getNotice(tx, scope, id);
      const { engagementName } = await lockEngagement(tx, scope, engagementId);
      const notice = await tx.lock(NoticeEntity, { organisationId, id });
      if (notice.state !== 'draft') fail('notice-frozen');
      if (notice.revision !== request.revision) {
        const standing = await holdNotice(tx, this.library, notice);
        fail('stale-revision', { conflicts: [await toNotice(tx, scope, standing)] });
      }
      const { proof } = await holdNotice(tx, this.library, notice);
      const draft = accepted(underDraft(decideDraft(request.draft, proof.ids, this.clock.today())));
      if (canonicalJson(draft) !== canonicalJson(notice.draft)) {
        Object.assign(notice, {
          draft,
          revision: notice.revision + 1,
          updatedByName: scope.accountName,
          updatedAt: this.clock.now(),
        });
        await tx.save(notice, {
          kind: 'notice-draft-saved',
          engagementId,
          engagementName,
          noticeId: id,
          revision: notice.revision,
          draftSha256: sha256(canonicalJson(draft)),
        });
      }
      return toNotice(tx, scope, await holdNotice(tx, this.library, notice));
    });
  }

  /** Where what the buyer adds goes. */
  async place(tx: Tx, scope: Scope, id: NoticeId): Promise<PiecePlace> {
    const { engagementId } = await getNotice(tx, scope, id);
    const { engagementName } = await lockEngagement(tx, scope, engagementId);
    const notice = await getNotice(tx, scope, id);
    const { steps } = await readRows(tx, scope.organisationId, id);
    return {
      buyerId: scope.organisationId,
      noticeId: id,
      state: notice.state,
      steps: steps.at(-1)?.number ?? 0,
      parties: notice,
      told: { engagementId, engagementName, noticeId: id },
    };
  }

  /** The letter as it was posted, or the one that the draft makes today. */
  letter(scope: Scope, id: NoticeId, kind: LetterKind): Promise<PrintableLetter> {
    return this.work.run(scope, async (tx) => {
      const notice = await getNotice(tx, scope, id);
      await getEngagement(tx, scope, notice.engagementId);
      const { rows, proof } = await holdNotice(tx, this.library, notice);
      const sent = rows.letters.find((one) => one.kind === kind);
      if (sent !== undefined) return { letter: letterOf(sent), at: sent.sentAt, sha256: sent.sha256 };
      const draft = found(kind === 'formal-notice' ? notice.draft : undefined);
      const facts = { senderName: scope.organisationName, on: this.clock.today(), pieces: proof.named };
      return { letter: composeNotice(draft, facts), at: this.clock.now(), sha256: null };
    });
  }
}

/** The draft stands inside what was sent. */
function underDraft<T>(decision: Decision<T>): Decision<T> {
  if (decision.accepted) return decision;
  const { errors = [], ...refusal } = decision.refusal;
  return { accepted: false, refusal: { ...refusal, errors: under('/draft', errors) } };
}
