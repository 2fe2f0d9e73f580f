import { Injectable } from '@nestjs/common';
import { changedFields, fieldChanges, type FieldChange } from '@probant/shared/audit/field-changes';
import { findId, type EngagementId, type SupplierId } from '@probant/shared/ids';
import type { EngagementContext } from '@probant/shared/questionnaires/document';
import { traceInherentTier } from '@probant/shared/scoring/inherent-tier';
import { validateEngagement, type Engagement } from '@probant/shared/suppliers/engagement';
import { raisingFacts } from '@probant/shared/suppliers/tier-reasons';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { accepted, fail } from '../../platform/http/problem.js';
import { Library } from '../library/library.public.js';
import { Standings } from '../portfolio/portfolio.public.js';
import { SupplierEntity } from '../suppliers/suppliers.public.js';
import {
  engagementColumns,
  engagementTables,
  toEngagementSummary,
  type WholeEngagementRow,
} from './engagement-list.service.js';
import { EngagementEntity } from './engagement.entity.js';
import type {
  ChangeEngagementRequest,
  CreateEngagementRequest,
  EngagementContextResponse,
  EngagementResponse,
  TierArithmeticResponse,
} from './engagements.dto.js';

/** The services that a buyer buys from its suppliers: what is scored. */
@Injectable()
export class Engagements {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly library: Library,
    private readonly standings: Standings,
  ) {}

  /** What an engagement is asked, and how its inherent tier follows. */
  context(): EngagementContextResponse {
    const { context, tiers, tierMinimums } = this.library.questionBank();
    return {
      context: context.map(({ values, ...fact }) => (values ? { ...fact, values: [...values] } : fact)),
      tiers: [...tiers],
      tierMinimums: [...tierMinimums],
    };
  }

  get(scope: Scope, id: EngagementId): Promise<EngagementResponse> {
    return this.work.run(scope, (tx) => this.read(tx, scope, id));
  }

  create(scope: Scope, request: CreateEngagementRequest): Promise<EngagementResponse> {
    const { supplierId, ...asked } = request;
    const facts = this.decide(asked);
    return this.work.run(scope, async (tx) => {
      const supplier = await findActiveSupplier(tx, scope, supplierId);
      const now = this.clock.now();
      const engagement = Object.assign(new EngagementEntity(), facts, {
        organisationId: scope.organisationId,
        id: newId<EngagementId>(),
        supplierId: supplier.id,
        profileId: null,
        archivedAt: null,
        revision: 1,
        createdAt: now,
        updatedAt: now,
      });
      await tx.insert(engagement, {
        kind: 'engagement-created',
        engagementId: engagement.id,
        name: engagement.name,
        supplierName: supplier.name,
        tier: engagement.tier,
      });
      await this.standings.describe(tx, [engagement.id]);
      return this.read(tx, scope, engagement.id);
    });
  }

  change(scope: Scope, id: EngagementId, request: ChangeEngagementRequest): Promise<EngagementResponse> {
    const { revision, ...asked } = request;
    const facts = this.decide(asked);
    return this.work.run(scope, async (tx) => {
      const { engagement, supplier } = await lockEngagement(tx, scope, id);
      if (engagement.archivedAt !== null || supplier.archivedAt !== null) fail('archived');
      if (engagement.revision !== revision) fail('stale-revision');
      const changes = fieldChanges(statedOf(engagement), statedOf(facts));
      if (changes.length > 0) {
        Object.assign(engagement, facts);
        await this.save(tx, engagement, supplier, {
          kind: 'engagement-changed',
          fields: changedFields(changes),
          changes,
        });
      }
      return this.read(tx, scope, id);
    });
  }

  /** Out of every list; nothing is deleted. Waits until no assessment of it is under way. */
  archive(scope: Scope, id: EngagementId): Promise<EngagementResponse> {
    return this.work.run(scope, async (tx) => {
      const { engagement, supplier } = await lockEngagement(tx, scope, id);
      if (engagement.archivedAt === null) {
        const [running] = await tx.query(
          `SELECT 1 FROM assessments WHERE buyer_id = $1 AND engagement_id = $2 AND status NOT IN ('decided', 'cancelled') LIMIT 1`,
          [scope.organisationId, id],
        );
        if (running) fail('in-use');
        engagement.archivedAt = this.clock.now();
        await this.save(tx, engagement, supplier, { kind: 'engagement-archived' });
      }
      return this.read(tx, scope, id);
    });
  }

  restore(scope: Scope, id: EngagementId): Promise<EngagementResponse> {
    return this.work.run(scope, async (tx) => {
      const { engagement, supplier } = await lockEngagement(tx, scope, id);
      if (engagement.archivedAt !== null) {
        engagement.archivedAt = null;
        await this.save(tx, engagement, supplier, { kind: 'engagement-restored' });
      }
      return this.read(tx, scope, id);
    });
  }

  private decide(asked: object): Engagement & Pick<EngagementEntity, 'tier' | 'points'> {
    const bank = this.library.questionBank();
    const facts = accepted(validateEngagement(bank.context, asked));
    const { tier, points } = traceInherentTier(bank, facts.context);
    return { ...facts, tier, points };
  }

  private async save(
    tx: Tx,
    engagement: EngagementEntity,
    supplier: SupplierEntity,
    event: EngagementEvent,
  ): Promise<void> {
    engagement.revision += 1;
    engagement.updatedAt = this.clock.now();
    const { id: engagementId, name, tier } = engagement;
    const named = { engagementId, name, supplierName: supplier.name };
    await tx.save(
      engagement,
      event.kind === 'engagement-changed' ? { ...event, ...named, tier } : { ...event, ...named },
    );
    await this.standings.describe(tx, [engagement.id]);
  }

  private async read(tx: Tx, scope: Scope, id: EngagementId): Promise<EngagementResponse> {
    const row = await tx.get<WholeEngagementRow>(
      `SELECT ${engagementColumns}, e.description, e.context, e.profile_id, e.revision, e.created_at,
         s.archived_at IS NOT NULL AS supplier_archived
       ${engagementTables} WHERE e.organisation_id = $1 AND e.id = $2`,
      [scope.organisationId, id],
    );
    return {
      ...toEngagementSummary(row),
      description: row.description,
      context: row.context,
      arithmetic: this.arithmeticOf(row.context),
      profileId: row.profile_id,
      supplierArchived: row.supplier_archived,
      revision: row.revision,
      createdAt: row.created_at.toISOString(),
    };
  }

  private arithmeticOf(context: EngagementContext): TierArithmeticResponse {
    const bank = this.library.questionBank();
    const trace = traceInherentTier(bank, context);
    return {
      terms: [...trace.terms],
      tierOfPoints: trace.tierOfPoints,
      raisedBy: raisingFacts(bank, context, trace).map(({ fact }) => fact.key),
    };
  }
}

type EngagementEvent =
  | {
      readonly kind: 'engagement-changed';
      readonly fields: readonly string[];
      readonly changes: readonly FieldChange[];
    }
  | { readonly kind: 'engagement-archived' | 'engagement-restored' };

/** Locked, so that it cannot be archived meanwhile. */
async function findActiveSupplier(tx: Tx, scope: Scope, id: string): Promise<SupplierEntity> {
  const supplier = await tx.manager.findOne(SupplierEntity, {
    where: { organisationId: scope.organisationId, id: findId<SupplierId>(id) ?? fail('not-found') },
    lock: { mode: 'pessimistic_read' },
  });
  if (supplier === null) {
    return fail('invalid-input', { errors: [{ pointer: '/supplierId', code: 'unknown-reference' }] });
  }
  return supplier.archivedAt === null ? supplier : fail('archived');
}

async function lockEngagement(
  tx: Tx,
  { organisationId }: Scope,
  id: EngagementId,
): Promise<{ engagement: EngagementEntity; supplier: SupplierEntity }> {
  const engagement = await tx.lock(EngagementEntity, { organisationId, id });
  const supplier = await tx.manager.findOneByOrFail(SupplierEntity, {
    organisationId,
    id: engagement.supplierId,
  });
  return { engagement, supplier };
}

function statedOf({ name, description, context }: Engagement): Engagement {
  return { name, description, context };
}
