import { Injectable } from '@nestjs/common';
import type { EngagementId } from '@probant/shared/ids';
import { decideAdmission } from '@probant/shared/obligations/admission';
import { hashContent } from '@probant/shared/questionnaires/content-hash';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work } from '../../platform/database/work.js';
import { sha256 } from '../../platform/hash/sha256.js';
import { accepted, fail, found } from '../../platform/http/problem.js';
import type { FileAdmissionRequest } from './calendar.dto.js';
import type { ObligationRow } from './calendar-list.js';
import { findAsked } from './regulation-replies.js';

/** Files what a supplier answered about a text: its own words, their hash, and the day that it named. */
@Injectable()
export class RegulationAdmissions {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  file(scope: Scope, row: ObligationRow, request: FileAdmissionRequest): Promise<void> {
    const { organisationId } = scope;
    const engagementId = row.engagementId as EngagementId;
    return this.work.run(scope, async (tx) => {
      // Two that file at once wait for each other here.
      await tx.get('SELECT 1 FROM engagements WHERE organisation_id = $1 AND id = $2 FOR UPDATE', [
        organisationId,
        engagementId,
      ]);
      const asked = found(await findAsked(tx, organisationId, row));
      const regulation = found(row.facts.regulation);
      const last = asked.admission;
      if ((last?.number ?? 0) !== request.number)
        fail('stale-revision', { conflicts: last === null ? [] : [last] });
      const admission = accepted(decideAdmission({ regulation, replies: asked.replies }, last, request));
      const number = request.number + 1;
      await tx.query(
        `INSERT INTO regulation_admissions (organisation_id, engagement_id, key, number, clarification_id, admission, filed_by,
           filed_by_name, filed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          ...[
            organisationId,
            engagementId,
            row.key,
            number,
            request.clarificationId,
            JSON.stringify(admission),
          ],
          ...[scope.accountId, scope.accountName, this.clock.now()],
        ],
      );
      await tx.record({
        kind: 'regulation-admission-filed',
        engagementId,
        engagementName: row.engagementName,
        supplierName: row.supplierName,
        obligation: row.kind,
        obligationKey: row.key,
        dueOn: row.dueOn,
        number,
        changeBy: admission.changeBy,
        admissionSha256: hashContent(admission, sha256).sha256,
      });
    });
  }
}
