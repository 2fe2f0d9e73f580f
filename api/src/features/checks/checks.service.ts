import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { decideCheck, reusedForMs } from '@probant/shared/checks/decide-check';
import { controlPrefix, controlText } from '@probant/shared/checks/read-zone';
import type { CheckId, EngagementId } from '@probant/shared/ids';
import { hashContent } from '@probant/shared/questionnaires/content-hash';
import { findDomain } from '@probant/shared/suppliers/network-names';
import { hasSirenChecksum, vatNumber } from '@probant/shared/suppliers/siren';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { CONFIG, type ServeConfig } from '../../platform/config/config-token.js';
import { newId } from '../../platform/database/new-id.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { accepted, fail, found } from '../../platform/http/problem.js';
import { RateLimit } from '../../platform/http/rate-limit.js';
import { systemDoors } from '../../platform/outbound/doors.js';
import { EngagementEntity } from '../engagements/engagements.public.js';
import { SupplierEntity } from '../suppliers/suppliers.public.js';
import { askRegister, type Asked } from './ask-registers.js';
import type {
  EngagementChecksResponse,
  MadeCheckResponse,
  MakeCheckRequest,
  ZoneTokenResponse,
} from './checks.dto.js';
import { CheckEntity, CheckReplyEntity, ZoneTokenEntity } from './checks.entity.js';
import { readChecks, toCheck } from './read-checks.js';

const checksPerHour = { hits: 120, seconds: 3600 };

/** What registers say of an engagement's supplier. It belongs to the buyer who asked: no other sees that it was asked. */
@Injectable()
export class Checks {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly limits: RateLimit,
    @Inject(CONFIG) private readonly config: ServeConfig,
  ) {}

  read(scope: Scope, id: EngagementId): Promise<EngagementChecksResponse> {
    return this.work.run(scope, async (tx) => {
      const { supplier } = await readEngagement(tx, scope, id);
      const { siren } = supplier;
      const tokens = await tx.manager.find(ZoneTokenEntity, {
        where: { organisationId: scope.organisationId },
        order: { domain: 'ASC' },
      });
      return {
        network: this.config.checks !== null,
        local:
          siren === null
            ? null
            : { siren, checksum: hasSirenChecksum(siren), vatNumber: vatNumber(siren) ?? '' },
        domains: supplier.domains,
        items: await readChecks(tx, scope.organisationId, id),
        tokens: tokens.map(toToken),
      };
    });
  }

  /** No transaction is open while registers are asked. */
  async make(scope: Scope, id: EngagementId, request: MakeCheckRequest): Promise<MadeCheckResponse> {
    const { checks: config } = this.config;
    const { question, recent } = await this.work.run(scope, async (tx) => {
      const { engagement, supplier } = await readEngagement(tx, scope, id);
      if (engagement.archivedAt !== null || supplier.archivedAt !== null) fail('archived');
      if (config === null) return fail('checks-off');
      const held = await tx.find(ZoneTokenEntity, {
        organisationId: scope.organisationId,
        domain: findDomain(request.domain) ?? '',
      });
      const decided = accepted(decideCheck(request, { siren: supplier.siren, token: held?.token ?? null }));
      return { question: decided, recent: await this.findRecent(tx, scope, id, decided) };
    });
    if (config === null) return fail('checks-off');
    if (recent !== undefined) return { ...recent, cached: true };
    await this.limits.hit(`checks:${scope.organisationId}`, checksPerHour);
    const asked = await askRegister(config, systemDoors, { ...question, today: this.clock.today() });
    return this.keep(scope, id, question, asked);
  }

  async token(scope: Scope, id: EngagementId, asked: string): Promise<ZoneTokenResponse> {
    const domain = findDomain(asked);
    if (domain === undefined)
      return fail('invalid-input', { errors: [{ pointer: '/domain', code: 'not-a-domain' }] });
    return this.work.run(scope, async (tx) => {
      await readEngagement(tx, scope, id);
      const key = { organisationId: scope.organisationId, domain };
      const known = await tx.find(ZoneTokenEntity, key);
      if (known !== null) return toToken(known);
      const row = Object.assign(new ZoneTokenEntity(), {
        ...key,
        token: randomBytes(16).toString('hex'),
        madeBy: scope.accountId,
        madeByName: scope.accountName,
        madeAt: this.clock.now(),
      });
      await tx.insert(row, { kind: 'zone-token-made', domain });
      return toToken(row);
    });
  }

  /** Of this organisation alone: what another asked is not told, not even by how fast the answer comes. */
  private async findRecent(
    tx: Tx,
    { organisationId }: Scope,
    id: EngagementId,
    { kind, target, selectors }: Pick<MakeCheckRequest, 'kind' | 'selectors'> & { readonly target: string },
  ) {
    if (selectors.length > 0) return undefined;
    const items = await readChecks(tx, organisationId, id);
    const last = items.find((one) => one.kind === kind && one.target === target);
    if (last === undefined || last.verdict === 'unknown') return undefined;
    const age = this.clock.now().getTime() - Date.parse(last.fetchedAt);
    return age < reusedForMs ? last : undefined;
  }

  private keep(
    scope: Scope,
    engagementId: EngagementId,
    { kind, target }: Pick<CheckEntity, 'kind' | 'target'>,
    { reading, replies }: Asked,
  ): Promise<MadeCheckResponse> {
    const { organisationId } = scope;
    const fetchedAt = this.clock.now();
    const row = Object.assign(new CheckEntity(), {
      organisationId,
      id: newId<CheckId>(),
      engagementId,
      kind,
      target,
      verdict: reading.verdict,
      reading,
      askedBy: scope.accountId,
      askedByName: scope.accountName,
      fetchedAt,
    });
    const rows = replies.map((reply, place) =>
      Object.assign(new CheckReplyEntity(), {
        organisationId,
        checkId: row.id,
        place,
        ...reply,
        sha256: createHash('sha256').update(reply.body).digest('hex'),
        fetchedAt,
      }),
    );
    return this.work.run(scope, async (tx) => {
      await tx.insert(row, {
        kind: 'check-made',
        engagementId,
        checkId: row.id,
        check: kind,
        target,
        verdict: row.verdict,
        readingSha256: hashContent(reading, sha256).sha256,
        repliesSha256: rows.map((reply) => reply.sha256),
      });
      for (const reply of rows) await tx.manager.insert(CheckReplyEntity, reply);
      return { ...toCheck(row, rows), cached: false };
    });
  }

  reply(
    scope: Scope,
    ids: { readonly engagementId: EngagementId; readonly checkId: CheckId; readonly place: number },
  ): Promise<{ readonly body: Buffer; readonly sha256: string }> {
    return this.work.run(scope, async (tx) => {
      const { organisationId } = scope;
      const { engagementId, checkId, place } = ids;
      found(await tx.find(CheckEntity, { organisationId, engagementId, id: checkId }));
      return tx.get(
        'SELECT body, sha256 FROM check_replies WHERE organisation_id = $1 AND check_id = $2 AND place = $3',
        [organisationId, checkId, place],
      );
    });
  }
}

async function readEngagement(
  tx: Tx,
  { organisationId }: Scope,
  id: EngagementId,
): Promise<{ engagement: EngagementEntity; supplier: SupplierEntity }> {
  const engagement = found(await tx.find(EngagementEntity, { organisationId, id }));
  const supplier = found(await tx.find(SupplierEntity, { organisationId, id: engagement.supplierId }));
  return { engagement, supplier };
}

function toToken({ domain, token, madeAt }: ZoneTokenEntity): ZoneTokenResponse {
  return {
    domain,
    name: `${controlPrefix}.${domain}`,
    text: controlText(token),
    madeAt: madeAt.toISOString(),
  };
}
