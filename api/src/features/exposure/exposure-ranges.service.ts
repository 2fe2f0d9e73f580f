import { Injectable } from '@nestjs/common';
import { rangeOfScenarios } from '@probant/shared/exposure/add-exposures';
import type { ExposureStatement } from '@probant/shared/exposure/decide-exposure';
import { exposureOf, type CentsRange } from '@probant/shared/exposure/exposure';
import { exposureScenarios } from '@probant/shared/exposure/scenarios';
import type { EngagementId, OrganisationId } from '@probant/shared/ids';
import { awardToClaim } from '@probant/shared/library/replay-exposure';
import { warningStateOf, type RegisteredWarning } from '@probant/shared/warnings/warned-of';
import type { Scope } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import { Library } from '../library/library.public.js';
import { readRegisters } from '../warnings/warnings.public.js';
import { ExposureNotices } from './exposure-notices.service.js';

interface StatedRow {
  readonly engagement_id: EngagementId;
  readonly statement: ExposureStatement;
}

/** What several engagements may cost, for whoever accepted the notice on amounts. */
@Injectable()
export class ExposureRanges {
  constructor(
    private readonly library: Library,
    private readonly notices: ExposureNotices,
  ) {}

  /** By engagement, of those that were estimated; null before the notice was accepted. */
  async read(
    tx: Tx,
    scope: Pick<Scope, 'organisationId' | 'accountId'>,
    engagementIds: readonly EngagementId[],
  ): Promise<ReadonlyMap<EngagementId, CentsRange> | null> {
    const { acceptedAt } = await this.notices.read(tx, scope);
    if (acceptedAt === null) return null;
    return this.workOut(tx, scope.organisationId, engagementIds);
  }

  /** What they come to now, whoever asks. */
  async workOut(
    tx: Tx,
    organisationId: OrganisationId,
    engagementIds: readonly EngagementId[],
  ): Promise<ReadonlyMap<EngagementId, CentsRange>> {
    const stated = await tx.query<StatedRow>(
      `SELECT DISTINCT ON (engagement_id) engagement_id, statement FROM exposure_statements
       WHERE organisation_id = $1 AND engagement_id = ANY ($2::uuid[]) ORDER BY engagement_id, revision DESC`,
      [organisationId, engagementIds],
    );
    const ids = stated.map(({ engagement_id }) => engagement_id);
    const registers = await readRegisters(tx, organisationId, ids);
    const ranges = new Map<EngagementId, CentsRange>();
    for (const { engagement_id: id, statement } of stated) {
      const range = this.rangeOf(statement, registers.get(id) ?? []);
      if (range !== null) ranges.set(id, range);
    }
    return ranges;
  }

  private rangeOf(
    { terms, estimates }: ExposureStatement,
    register: readonly RegisteredWarning[],
  ): CentsRange | null {
    const usual = awardToClaim(this.library.cases()).ratio;
    return rangeOfScenarios(
      estimates.flatMap(({ key, losses, lostChance, ownCostsCents, grossFault }) => {
        const scenario = exposureScenarios.find((one) => one.key === key);
        if (scenario === undefined) return [];
        const warnings = { state: warningStateOf(scenario, register) };
        const chance = lostChance ?? usual;
        // Proof says which figure to read first, and moves neither end.
        const evidence = null;
        return [
          exposureOf({ losses, terms, grossFault, lostChance: chance, ownCostsCents, warnings, evidence }),
        ];
      }),
    );
  }
}
