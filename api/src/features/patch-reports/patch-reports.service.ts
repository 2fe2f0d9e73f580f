import { Injectable } from '@nestjs/common';
import { parisDay } from '@probant/shared/calendar';
import type { EngagementId } from '@probant/shared/ids';
import { monthOf, type Month } from '@probant/shared/patch-reports/month';
import { decideExpectation, decideReport, monthsOf } from '@probant/shared/patch-reports/patch-report';
import { hashContent } from '@probant/shared/questionnaires/content-hash';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { accepted, fail, found } from '../../platform/http/problem.js';
import { findContract } from '../contracts/contracts.public.js';
import { EngagementEntity } from '../engagements/engagements.public.js';
import { SupplierEntity } from '../suppliers/suppliers.public.js';
import type {
  ExpectPatchReportsRequest,
  PatchReportsResponse,
  RecordPatchReportRequest,
} from './patch-reports.dto.js';
import { PatchReportEntity, PatchReportExpectationEntity } from './patch-reports.entity.js';
import { listPatchReports } from './read-patch-reports.js';

/** What the buyer records of the monthly patch reports of its supplier, who is told nothing of it. */
@Injectable()
export class PatchReports {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  read(scope: Scope, id: EngagementId): Promise<PatchReportsResponse> {
    return this.work.run(scope, async (tx) => {
      const engagement = found(await tx.find(EngagementEntity, { organisationId: scope.organisationId, id }));
      return this.describe(tx, scope, engagement);
    });
  }

  expect(scope: Scope, id: EngagementId, request: ExpectPatchReportsRequest): Promise<PatchReportsResponse> {
    const { revision, fromMonth } = request;
    return this.work.run(scope, async (tx) => {
      const engagement = await hold(tx, scope, id);
      const last = await findExpectation(tx, scope, id);
      if ((last?.revision ?? 0) !== revision) fail('stale-revision');
      const earliest = await earliestMonth(tx, scope, engagement);
      const today = this.clock.today();
      const expectation = accepted(decideExpectation({ fromMonth }, { today, earliest }));
      const set = Object.assign(new PatchReportExpectationEntity(), {
        organisationId: scope.organisationId,
        engagementId: id,
        revision: revision + 1,
        expectation,
        setBy: scope.accountId,
        setByName: scope.accountName,
        setAt: this.clock.now(),
      });
      await tx.insert(set, {
        kind: 'patch-reports-expected',
        ...{ engagementId: id, name: engagement.name, revision: set.revision },
        ...(fromMonth === null ? {} : { fromMonth }),
        expectationSha256: hashContent(expectation, sha256).sha256,
      });
      return this.describe(tx, scope, engagement);
    });
  }

  record(scope: Scope, id: EngagementId, request: RecordPatchReportRequest): Promise<PatchReportsResponse> {
    const { revision, month, outcome, receivedOn, note } = request;
    return this.work.run(scope, async (tx) => {
      const engagement = await hold(tx, scope, id);
      const { organisationId } = scope;
      const fromMonth = (await findExpectation(tx, scope, id))?.expectation.fromMonth ?? null;
      const today = this.clock.today();
      const report = accepted(decideReport({ month, outcome, receivedOn, note }, { fromMonth, today }));
      const last = await tx.manager.countBy(PatchReportEntity, { organisationId, engagementId: id, month });
      if (last !== revision) fail('stale-revision');
      const recorded = Object.assign(new PatchReportEntity(), {
        ...{ organisationId, engagementId: id, month, report },
        revision: revision + 1,
        recordedBy: scope.accountId,
        recordedByName: scope.accountName,
        recordedAt: this.clock.now(),
      });
      await tx.insert(recorded, {
        kind: 'patch-report-recorded',
        ...{ engagementId: id, name: engagement.name, month, revision: recorded.revision, outcome },
        ...(receivedOn === null ? {} : { receivedOn }),
        reportSha256: hashContent(report, sha256).sha256,
      });
      return this.describe(tx, scope, engagement);
    });
  }

  private async describe(tx: Tx, scope: Scope, engagement: EngagementEntity): Promise<PatchReportsResponse> {
    const last = await findExpectation(tx, scope, engagement.id);
    const fromMonth = last?.expectation.fromMonth ?? null;
    const { organisationId } = scope;
    const reports = await listPatchReports(tx, { organisationId, engagements: [engagement] });
    return {
      expectation: {
        revision: last?.revision ?? 0,
        fromMonth,
        setByName: last?.setByName ?? null,
        setAt: last?.setAt.toISOString() ?? null,
      },
      earliestMonth: await earliestMonth(tx, scope, engagement),
      months: monthsOf({ fromMonth }, reports, this.clock.today()).map(
        ({ month, standing, reports: of }) => ({
          ...{ month, standing },
          reports: of.map(({ revision, outcome, receivedOn, note, recordedByName, recordedAt }) => ({
            ...{ revision, outcome, receivedOn, note, recordedByName },
            recordedAt: new Date(recordedAt).toISOString(),
          })),
        }),
      ),
    };
  }
}

/** The engagement, locked; an archived one keeps its records and takes no more. */
async function hold(tx: Tx, { organisationId }: Scope, id: EngagementId): Promise<EngagementEntity> {
  const engagement = await tx.lock(EngagementEntity, { organisationId, id });
  const supplier = found(await tx.find(SupplierEntity, { organisationId, id: engagement.supplierId }));
  if (engagement.archivedAt !== null || supplier.archivedAt !== null) fail('archived');
  return engagement;
}

function findExpectation(
  tx: Tx,
  { organisationId }: Scope,
  engagementId: EngagementId,
): Promise<PatchReportExpectationEntity | null> {
  return tx.manager.findOne(PatchReportExpectationEntity, {
    where: { organisationId, engagementId },
    order: { revision: 'DESC' },
  });
}

/** That of the contract, where it began before the engagement was entered here. */
async function earliestMonth(
  tx: Tx,
  { organisationId }: Scope,
  { id, createdAt }: EngagementEntity,
): Promise<Month> {
  const terms = (await findContract(tx, organisationId, id))?.terms;
  const entered = monthOf(parisDay(createdAt.toISOString()));
  const began = terms?.startsOn ?? terms?.signedOn ?? null;
  return began !== null && monthOf(began) < entered ? monthOf(began) : entered;
}
