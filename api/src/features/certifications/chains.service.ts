import { Injectable } from '@nestjs/common';
import type { Day } from '@probant/shared/calendar';
import { chainFromAnswers } from '@probant/shared/certifications/answered-chain';
import type { CertificationChain } from '@probant/shared/certifications/chain';
import { contradictionsWith, type GraphContradiction } from '@probant/shared/certifications/contradictions';
import { decideChain } from '@probant/shared/certifications/decide-chain';
import type { EngagementId, OrganisationId } from '@probant/shared/ids';
import { hashContent } from '@probant/shared/questionnaires/content-hash';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { sqlState, Work, type Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { accepted, fail, found } from '../../platform/http/problem.js';
import { EngagementEntity } from '../engagements/engagements.public.js';
import { Library } from '../library/library.public.js';
import { SupplierEntity } from '../suppliers/suppliers.public.js';
import { CertificationChainEntity } from './certifications.entity.js';
import type { CertificationResponse, ChainResponse, StateChainRequest } from './chains.dto.js';
import { keepHolders, readKnownActors } from './holders.js';
import { LossProcedures } from './loss-procedures.service.js';
import { lastChain, readGraph, type KeptGraph } from './read-graph.js';
import { toCertification, toChain } from './to-certification.js';

/** An engagement whose chain is about to be stated, locked. */
export interface OpenChain {
  readonly engagement: EngagementEntity;
  readonly supplier: SupplierEntity;
  readonly last: CertificationChainEntity | null;
}

/** Who performs what for an engagement; every version stays, and nothing of it moves a score. */
@Injectable()
export class Chains {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly library: Library,
    private readonly procedures: LossProcedures,
  ) {}

  read(scope: Scope, id: EngagementId, on: Day = this.clock.today()): Promise<CertificationResponse> {
    return this.work.run(scope, (tx) => this.describe(tx, scope, id, on));
  }

  async state(scope: Scope, id: EngagementId, request: StateChainRequest): Promise<CertificationResponse> {
    try {
      return await this.work.run(scope, async (tx) => {
        const open = await this.open(tx, scope, id, request.revision);
        const { actors, contracts, performances, notPerformed } = request;
        const asked = { holderId: open.supplier.id, actors, contracts, performances, notPerformed };
        await this.keep(tx, scope, open, asked);
        return this.describe(tx, scope, id, this.clock.today());
      });
    } catch (error) {
      // Two subcontractors of one number.
      if (sqlState(error) === '23505') fail('already-exists');
      throw error;
    }
  }

  /** Where the answers of the last submission say otherwise than the graph; for those who ask for a precision. */
  async contradictions(
    tx: Tx,
    organisationId: OrganisationId,
    engagementId: EngagementId,
  ): Promise<readonly GraphContradiction[]> {
    const graph = await readGraph(tx, organisationId, engagementId, this.clock.today());
    if (graph.stated === null || graph.submission === null) return [];
    return contradictionsWith(graph.submission.answers, graph);
  }

  async open(tx: Tx, scope: Scope, id: EngagementId, revision: number): Promise<OpenChain> {
    const { organisationId } = scope;
    const engagement = await tx.lock(EngagementEntity, { organisationId, id });
    const supplier = found(await tx.find(SupplierEntity, { organisationId, id: engagement.supplierId }));
    if (engagement.archivedAt !== null || supplier.archivedAt !== null) fail('archived');
    const last = await lastChain(tx, organisationId, id);
    if ((last?.revision ?? 0) !== revision) fail('stale-revision');
    return { engagement, supplier, last };
  }

  /** The next version, with records for companies that have none; `file` is the one that it was read from. */
  async keep(
    tx: Tx,
    scope: Scope,
    { engagement, supplier, last }: OpenChain,
    asked: CertificationChain,
    file?: { readonly fileName: string; readonly fileSha256: string },
  ): Promise<CertificationChain> {
    const today = this.clock.today();
    // Before any company gets a record: what is refused leaves none behind.
    const checked = accepted(decideChain(asked, today));
    const chain = accepted(decideChain(await keepHolders(tx, scope, checked, this.clock.now()), today));
    const stated = Object.assign(new CertificationChainEntity(), {
      organisationId: scope.organisationId,
      engagementId: engagement.id,
      revision: (last?.revision ?? 0) + 1,
      chain,
      statedBy: scope.accountId,
      statedByName: scope.accountName,
      statedAt: this.clock.now(),
    });
    await tx.insert(stated, {
      kind: 'certification-chain-stated',
      engagementId: engagement.id,
      name: engagement.name,
      supplierName: supplier.name,
      revision: stated.revision,
      actors: chain.actors.length,
      chainSha256: hashContent(chain, sha256).sha256,
      ...file,
    });
    return chain;
  }

  async describe(tx: Tx, scope: Scope, id: EngagementId, on: Day): Promise<CertificationResponse> {
    const graph = await readGraph(tx, scope.organisationId, id, on);
    return {
      ...toCertification(graph, this.clock.today(), this.library, scope.language),
      suggested: await this.suggest(tx, scope, graph),
      procedures: await this.procedures.ofEngagement(tx, scope, id),
    };
  }

  private async suggest(tx: Tx, scope: Scope, graph: KeptGraph): Promise<ChainResponse | null> {
    const { submission, stated, chain } = graph;
    const [holder] = chain.actors;
    if (stated !== null || submission === null || holder === undefined) return null;
    const known = await readKnownActors(tx, scope, [holder]);
    const suggested = chainFromAnswers(holder, submission.answers, submission.submittedOn, known);
    return suggested === undefined
      ? null
      : toChain(suggested, (id) => (id.startsWith('new:') ? 'new' : 'supplier'));
  }
}
