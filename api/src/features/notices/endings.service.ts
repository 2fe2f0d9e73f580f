import { Injectable } from '@nestjs/common';
import type { EngagementId } from '@probant/shared/ids';
import { alertOf, decideEnding, type ServedNotice } from '@probant/shared/notices/endings';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { accepted, fail } from '../../platform/http/problem.js';
import { getEngagement, lockEngagement } from '../contracts/contracts.public.js';
import type {
  EndingResponse,
  NoticesResponse,
  NoticeSummaryResponse,
  RecordEndingRequest,
} from './endings.dto.js';
import { ContractEndingEntity, NoticeEntity } from './notices.entity.js';
import { clockOf, readRows, toClock, type NoticeRows } from './notice-rows.js';

interface Known {
  readonly notice: NoticeEntity;
  readonly rows: NoticeRows;
}

/** The notices of an engagement, and its contract's end where somebody recorded one outside a notice. */
@Injectable()
export class Endings {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  list(scope: Scope, engagementId: EngagementId): Promise<NoticesResponse> {
    return this.work.run(scope, async (tx) => {
      await getEngagement(tx, scope, engagementId);
      return this.describe(tx, scope, engagementId);
    });
  }

  record(scope: Scope, engagementId: EngagementId, request: RecordEndingRequest): Promise<NoticesResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId } = scope;
      const { engagementName } = await lockEngagement(tx, scope, engagementId);
      const count = await tx.manager.countBy(ContractEndingEntity, { organisationId, engagementId });
      if (count !== request.number) fail('stale-revision');
      const ending = accepted(decideEnding(request, this.clock.today()));
      const row = Object.assign(new ContractEndingEntity(), {
        organisationId,
        engagementId,
        number: count + 1,
        ...ending,
        recordedBy: scope.accountId,
        recordedByName: scope.accountName,
        recordedAt: this.clock.now(),
      });
      await tx.insert(row, {
        kind: 'contract-ended',
        engagementId,
        engagementName,
        number: row.number,
        ground: row.ground,
        toldOn: row.toldOn,
        effectiveOn: row.effectiveOn,
        endingSha256: sha256(canonicalJson(ending)),
      });
      return this.describe(tx, scope, engagementId);
    });
  }

  private async describe(
    tx: Tx,
    { organisationId }: Scope,
    engagementId: EngagementId,
  ): Promise<NoticesResponse> {
    const where = { organisationId, engagementId };
    const notices = await tx.manager.find(NoticeEntity, { where, order: { createdAt: 'DESC', id: 'DESC' } });
    const known: Known[] = [];
    for (const notice of notices) {
      known.push({ notice, rows: await readRows(tx, organisationId, notice.id) });
    }
    const endings = await tx.manager.find(ContractEndingEntity, { where, order: { number: 'DESC' } });
    const served = known.flatMap(toServed);
    return {
      items: known.map(toSummary),
      endings: endings.map((one) => toEnding(one, served)),
    };
  }
}

function toServed({ notice, rows }: Known): ServedNotice[] {
  const clock = clockOf(rows);
  return clock === null ? [] : [{ firstSafeOn: clock.firstSafeOn, withdrawn: notice.state === 'withdrawn' }];
}

function toSummary({ notice, rows }: Known): NoticeSummaryResponse {
  return {
    id: notice.id,
    state: notice.state,
    breaches: notice.draft.breaches.length,
    postedOn: rows.letters[0]?.postedOn ?? null,
    clock: toClock(clockOf(rows)),
    updatedByName: notice.updatedByName,
    updatedAt: notice.updatedAt.toISOString(),
  };
}

function toEnding(row: ContractEndingEntity, served: readonly ServedNotice[]): EndingResponse {
  const { number, ground, toldOn, effectiveOn, note, recordedByName, recordedAt } = row;
  return {
    ...{ number, ground, toldOn, effectiveOn, note },
    alert: alertOf(row, served),
    byName: recordedByName,
    at: recordedAt.toISOString(),
  };
}
