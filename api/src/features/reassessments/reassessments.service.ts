import { Injectable } from '@nestjs/common';
import { addDays, type Day } from '@probant/shared/calendar';
import type { AssessmentId, EngagementId, OrganisationId } from '@probant/shared/ids';
import {
  dueReassessments,
  nextReassessment,
  type ReassessmentCause,
} from '@probant/shared/reassessments/due-reassessment';
import { usualRule } from '@probant/shared/reassessments/rule';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { fail } from '../../platform/http/problem.js';
import type {
  LaunchReassessmentRequest,
  ProposedReassessmentResponse,
  ProposedReassessmentsResponse,
  ReassessmentResponse,
} from './reassessments.dto.js';
import { readRule } from './reassessment-rules.service.js';
import { ReassessmentSender } from './reassessment-sender.service.js';
import { readWatched, type Watched } from './read-facts.js';

interface ProposedRow {
  readonly engagement_id: string;
  readonly engagement_name: string;
  readonly supplier_id: string;
  readonly supplier_name: string;
  readonly since: Date;
  readonly causes: ReassessmentCause[];
  readonly issues: string[] | null;
}

/** What a person of the buyer reads and does about assessing again. */
@Injectable()
export class Reassessments {
  constructor(
    private readonly work: Work,
    private readonly sender: ReassessmentSender,
    private readonly clock: Clock,
  ) {}

  read(scope: Scope, engagementId: EngagementId): Promise<ReassessmentResponse> {
    return this.work.run(scope, async (tx) => {
      const { organisationId } = scope;
      await tx.get('SELECT 1 FROM engagements WHERE organisation_id = $1 AND id = $2', [
        organisationId,
        engagementId,
      ]);
      const today = this.clock.today();
      const rule = await readRule(tx, scope, engagementId);
      const organisationRule = await readRule(tx, scope, null);
      const [watched] = await readWatched(tx, organisationId, [engagementId], today);
      const dueOn = addDays(today, (rule ?? organisationRule ?? usualRule).dueDays);
      const { last, version, checked, issues, ready } = await this.sender.prepare(
        tx,
        organisationId,
        engagementId,
        dueOn,
      );
      const [open] = await listProposed(tx, organisationId, engagementId);
      return {
        ...{ engagementId, rule, organisationRule, dueOn, ready },
        proposed: open?.causes ?? [],
        next: watched === undefined ? null : comingUp(watched, today),
        last:
          last === undefined
            ? null
            : {
                assessmentId: last.assessmentId,
                submittedAt: last.submission.submittedAt,
                answers: Object.keys(last.submission.answers).length,
                recipientName: last.recipientName,
              },
        recipientName: checked?.items[0]?.recipient?.name ?? null,
        versionNumber: version?.number ?? null,
        issues: [...issues],
      };
    });
  }

  list(scope: Scope): Promise<ProposedReassessmentsResponse> {
    return this.work.run(scope, async (tx) => ({ items: await listProposed(tx, scope.organisationId) }));
  }

  launch(
    scope: Scope,
    engagementId: EngagementId,
    { dueOn, message }: LaunchReassessmentRequest,
  ): Promise<AssessmentId> {
    return this.work.run(scope, async (tx) => {
      const { organisationId } = scope;
      await tx.get('SELECT 1 FROM engagements WHERE organisation_id = $1 AND id = $2 FOR UPDATE', [
        organisationId,
        engagementId,
      ]);
      if (dueOn < this.clock.today())
        fail('invalid-input', { errors: [{ pointer: '/dueOn', code: 'date-in-past' }] });
      const prepared = await this.sender.prepare(tx, organisationId, engagementId, dueOn);
      if (!prepared.ready) return fail('reassessment-refused');
      const [open] = await listProposed(tx, organisationId, engagementId);
      return this.sender.launch(tx, scope, {
        ...{ prepared, dueOn, message, byRule: false },
        causes: open?.causes ?? [],
      });
    });
  }

  /** The moments proposed stay claimed: the rule does not propose them again. */
  setAside(scope: Scope, engagementId: EngagementId): Promise<void> {
    return this.work.run(scope, async (tx) => {
      const { name } = await tx.get<{ name: string }>(
        'SELECT name FROM engagements WHERE organisation_id = $1 AND id = $2 FOR UPDATE',
        [scope.organisationId, engagementId],
      );
      const closed = await tx.query<{ cause: ReassessmentCause }>(
        `WITH closed AS (UPDATE reassessments SET state = 'set-aside', closed_at = $3, closed_by_name = $4
           WHERE organisation_id = $1 AND engagement_id = $2 AND state = 'proposed' RETURNING cause, moment_key)
         SELECT cause FROM closed ORDER BY moment_key`,
        [scope.organisationId, engagementId, this.clock.now(), scope.accountName],
      );
      for (const { cause } of closed)
        await tx.record({
          kind: 'reassessment-set-aside',
          ...{ engagementId, engagementName: name, reason: cause.reason },
        });
    });
  }
}

/** One that has come and that nobody has acted on yet, or else the next one. */
function comingUp({ rule, facts, claimed }: Watched, today: Day): ReassessmentCause | null {
  if (rule === null) return null;
  const due = dueReassessments(rule, facts, today).find(({ key }) => !claimed.has(key));
  return due ?? nextReassessment(rule, facts, today);
}

interface Proposed extends ProposedReassessmentResponse {
  causes: ReassessmentCause[];
}

/** Open proposals by engagement; one whose engagement is being assessed meanwhile waits for nobody. */
async function listProposed(
  tx: Tx,
  organisationId: OrganisationId,
  engagementId: EngagementId | null = null,
): Promise<Proposed[]> {
  const rows = await tx.query<ProposedRow>(
    `SELECT e.id AS engagement_id, e.name AS engagement_name, s.id AS supplier_id, s.name AS supplier_name, min(r.at) AS since,
       jsonb_agg(r.cause ORDER BY r.cause ->> 'on', r.moment_key) AS causes,
       (SELECT array_agg(DISTINCT i.issue) FROM reassessments n, unnest(n.issues) AS i(issue) WHERE n.organisation_id = $1
         AND n.engagement_id = e.id AND n.state = 'proposed') AS issues
     FROM reassessments r
     JOIN engagements e ON e.organisation_id = r.organisation_id AND e.id = r.engagement_id
     JOIN suppliers s ON s.organisation_id = e.organisation_id AND s.id = e.supplier_id
     WHERE r.organisation_id = $1 AND r.state = 'proposed' AND ($2::uuid IS NULL OR e.id = $2)
       AND e.archived_at IS NULL AND s.archived_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM assessments a WHERE a.buyer_id = e.organisation_id AND a.engagement_id = e.id
         AND a.status NOT IN ('decided', 'cancelled'))
     GROUP BY e.id, e.name, s.id, s.name ORDER BY min(r.at), e.id`,
    [organisationId, engagementId],
  );
  return rows.map((row) => ({
    engagementId: row.engagement_id,
    engagementName: row.engagement_name,
    supplierId: row.supplier_id,
    supplierName: row.supplier_name,
    since: row.since.toISOString(),
    causes: row.causes,
    issues: row.issues ?? [],
  }));
}
