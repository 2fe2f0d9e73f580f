import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { requireAuthorised } from '@probant/shared/drills/authorisation';
import { decideDrop, decideHead, type DrillHead } from '@probant/shared/drills/decide-drill';
import {
  testFileName,
  tokenLength,
  tokenSigns,
  type DrillAuthorisation,
  type DrillDrop,
  type TestFileExtension,
} from '@probant/shared/drills/drill';
import { decidePlan } from '@probant/shared/drills/plan';
import { fieldRefusal } from '@probant/shared/decision';
import type { AuthorisationId, DrillDropId, DrillId, EngagementId } from '@probant/shared/ids';
import { maxCounts } from '@probant/shared/limits';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { accepted, fail, found } from '../../platform/http/problem.js';
import { eicarBytes } from '../../platform/scan/eicar.js';
import { EngagementEntity } from '../engagements/engagements.public.js';
import { findPlan, readAuthorisations, readBook } from './drill-book.js';
import type {
  ChangeDrillRequest,
  ChangeDropRequest,
  DrillBookResponse,
  DrillDropFields,
  OpenDrillRequest,
  PlanDrillsRequest,
} from './drills.dto.js';
import { DrillDropEntity, DrillEntity, DrillPlanEntity } from './drills.entity.js';
import { holdEngagement } from './held-engagement.js';

export interface TestFile {
  readonly name: string;
  readonly bytes: Buffer;
}

interface HeldDrill {
  readonly engagement: EngagementEntity;
  readonly drill: DrillEntity;
  readonly authorisation: DrillAuthorisation;
}

/** A drill while it is carried out: the buyer's alone, so that the supplier learns of a drop by detecting it. */
@Injectable()
export class Drills {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  read(scope: Scope, id: EngagementId): Promise<DrillBookResponse> {
    return this.work.run(scope, async (tx) => {
      found(await tx.find(EngagementEntity, { organisationId: scope.organisationId, id }));
      return this.book(tx, scope, id);
    });
  }

  plan(scope: Scope, engagementId: EngagementId, request: PlanDrillsRequest): Promise<DrillBookResponse> {
    const drops = accepted(decidePlan(plain(request.drops)));
    return this.work.run(scope, async (tx) => {
      const engagement = await holdEngagement(tx, scope, engagementId);
      const last = await findPlan(tx, scope, engagementId);
      if ((last?.revision ?? 0) !== request.revision) fail('stale-revision');
      const row = Object.assign(new DrillPlanEntity(), {
        organisationId: scope.organisationId,
        engagementId,
        revision: request.revision + 1,
        drops,
        plannedBy: scope.accountId,
        plannedByName: scope.accountName,
        plannedAt: this.clock.now(),
      });
      await tx.insert(row, {
        kind: 'drill-planned',
        engagementId,
        name: engagement.name,
        revision: row.revision,
        planSha256: hash(drops),
      });
      return this.book(tx, scope, engagementId);
    });
  }

  open(scope: Scope, engagementId: EngagementId, request: OpenDrillRequest): Promise<DrillBookResponse> {
    const head = accepted(decideHead(plain(headOf(request)), this.clock.now().getTime()));
    return this.work.run(scope, async (tx) => {
      const engagement = await holdEngagement(tx, scope, engagementId);
      const authorisationId = request.authorisationId as AuthorisationId;
      await this.authorisationOf(tx, scope, engagementId, authorisationId, '/authorisationId');
      const drill = Object.assign(new DrillEntity(), {
        organisationId: scope.organisationId,
        id: newId<DrillId>(),
        engagementId,
        authorisationId,
        head,
        recorded: false,
        revision: 1,
        openedBy: scope.accountId,
        openedByName: scope.accountName,
        openedAt: this.clock.now(),
      });
      await tx.insert(drill, {
        kind: 'drill-opened',
        ...namesOf(engagement, drill),
        headSha256: hash(head),
      });
      return this.book(tx, scope, engagementId);
    });
  }

  change(
    scope: Scope,
    engagementId: EngagementId,
    id: DrillId,
    { revision, ...asked }: ChangeDrillRequest,
  ): Promise<DrillBookResponse> {
    const head: DrillHead = accepted(decideHead(plain(asked), this.clock.now().getTime()));
    return this.work.run(scope, async (tx) => {
      const { engagement, drill } = await this.hold(tx, scope, engagementId, id);
      if (drill.revision !== revision) fail('stale-revision');
      Object.assign(drill, { head, revision: revision + 1 });
      await tx.save(drill, { kind: 'drill-changed', ...namesOf(engagement, drill), headSha256: hash(head) });
      return this.book(tx, scope, engagementId);
    });
  }

  /** Made on the way out; what is kept of it is the token in its name, which serves for one drop. */
  takeTestFile(
    scope: Scope,
    engagementId: EngagementId,
    id: DrillId,
    extension: TestFileExtension,
  ): Promise<TestFile> {
    return this.work.run(scope, async (tx) => {
      const { engagement, drill, authorisation } = await this.hold(tx, scope, engagementId, id);
      accepted(requireAuthorised(authorisation, this.clock.today()));
      const token = newToken();
      const { organisationId, accountId, accountName } = scope;
      await tx.query(
        `INSERT INTO drill_test_files (organisation_id, token, drill_id, extension, taken_by, taken_by_name, taken_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [organisationId, token, id, extension, accountId, accountName, this.clock.now()],
      );
      await tx.record({ kind: 'test-file-taken', ...namesOf(engagement, drill), token });
      return { name: testFileName(token, extension), bytes: eicarBytes() };
    });
  }

  addDrop(
    scope: Scope,
    engagementId: EngagementId,
    id: DrillId,
    asked: DrillDropFields,
  ): Promise<DrillBookResponse> {
    return this.work.run(scope, async (tx) => {
      const held = await this.hold(tx, scope, engagementId, id);
      const { organisationId } = scope;
      const count = await tx.manager.countBy(DrillDropEntity, { organisationId, drillId: id });
      if (count >= maxCounts.dropsPerDrill) {
        fail('invalid-input', {
          errors: [fieldRefusal('', 'too-many', { max: maxCounts.dropsPerDrill })],
        });
      }
      const row = Object.assign(new DrillDropEntity(), {
        organisationId,
        id: newId<DrillDropId>(),
        drillId: id,
        revision: 0,
        recordedByName: scope.accountName,
        recordedAt: this.clock.now(),
      });
      await this.writeDrop(tx, scope, held, row, asked);
      return this.book(tx, scope, engagementId);
    });
  }

  changeDrop(
    scope: Scope,
    engagementId: EngagementId,
    ids: { readonly drillId: DrillId; readonly dropId: DrillDropId },
    { revision, ...asked }: ChangeDropRequest,
  ): Promise<DrillBookResponse> {
    return this.work.run(scope, async (tx) => {
      const held = await this.hold(tx, scope, engagementId, ids.drillId);
      const { organisationId } = scope;
      const row = await tx.lock(DrillDropEntity, { organisationId, drillId: ids.drillId, id: ids.dropId });
      if (row.revision !== revision) fail('stale-revision');
      await this.writeDrop(tx, scope, held, row, asked);
      return this.book(tx, scope, engagementId);
    });
  }

  private async writeDrop(
    tx: Tx,
    scope: Scope,
    { engagement, drill, authorisation }: HeldDrill,
    row: DrillDropEntity,
    asked: DrillDrop,
  ): Promise<void> {
    const content = accepted(decideDrop(plain(asked), authorisation, this.clock.now().getTime()));
    if (content.token !== '') await checkToken(tx, scope, drill.id, row.id, content.token);
    const token = content.token === '' ? null : content.token;
    const revision = row.revision + 1;
    Object.assign(row, { content, token, droppedOn: content.droppedAt.on, revision });
    await tx.save(row, {
      kind: 'drill-drop-recorded',
      ...namesOf(engagement, drill),
      dropId: row.id,
      droppedOn: row.droppedOn,
      dropSha256: hash(content),
    });
  }

  /** The drill, locked and not on record. */
  private async hold(tx: Tx, scope: Scope, engagementId: EngagementId, id: DrillId): Promise<HeldDrill> {
    const engagement = await holdEngagement(tx, scope, engagementId);
    const drill = await tx.lock(DrillEntity, { organisationId: scope.organisationId, engagementId, id });
    if (drill.recorded) fail('drill-recorded');
    const authorisation = await this.authorisationOf(tx, scope, engagementId, drill.authorisationId, '');
    return { engagement, drill, authorisation };
  }

  private async authorisationOf(
    tx: Tx,
    scope: Scope,
    engagementId: EngagementId,
    id: AuthorisationId,
    pointer: string,
  ): Promise<DrillAuthorisation> {
    const all = await readAuthorisations(tx, scope, engagementId, this.clock.now().toISOString());
    return (
      all.find((one) => one.id === id) ??
      fail('invalid-input', { errors: [fieldRefusal(pointer, 'unknown-reference')] })
    );
  }

  private book(tx: Tx, scope: Scope, id: EngagementId): Promise<DrillBookResponse> {
    return readBook(tx, scope, id, this.clock.now());
  }
}

/** Taken for this drill, and for one drop alone. */
async function checkToken(
  tx: Tx,
  { organisationId }: Scope,
  drillId: DrillId,
  dropId: DrillDropId,
  token: string,
): Promise<void> {
  const [file] = await tx.query<{ dropId: DrillDropId | null }>(
    `SELECT d.id AS "dropId" FROM drill_test_files f
       LEFT JOIN drill_drops d ON d.organisation_id = f.organisation_id AND d.token = f.token
      WHERE f.organisation_id = $1 AND f.drill_id = $2 AND f.token = $3`,
    [organisationId, drillId, token],
  );
  if (file === undefined) fail('invalid-input', { errors: [fieldRefusal('/token', 'unknown-reference')] });
  if (file.dropId !== null && file.dropId !== dropId) fail('test-file-used');
}

function newToken(): string {
  return Array.from({ length: tokenLength }, () => tokenSigns[randomInt(tokenSigns.length)] ?? '').join('');
}

function namesOf({ id, name }: EngagementEntity, drill: DrillEntity) {
  return { engagementId: id, name, drillId: drill.id, drillName: drill.head.name };
}

/** What validation made of a request are objects of a class; what is kept and hashed is plain JSON. */
function plain<T>(asked: T): T {
  return structuredClone(asked);
}

function headOf({ name, limits, explanation }: OpenDrillRequest): DrillHead {
  return { name, limits, explanation };
}

function hash(content: unknown): string {
  return sha256(canonicalJson(content));
}
