import type { Outcome } from '@probant/shared/audit/assessment-events';
import type { Day } from '@probant/shared/calendar';
import type { CentsRange } from '@probant/shared/exposure/exposure';
import type { FindingStatus } from '@probant/shared/findings/finding';
import type { EngagementId } from '@probant/shared/ids';
import type { EngagementContext, Localised, Severity, Tier } from '@probant/shared/questionnaires/document';
import type { WarningDecision } from '@probant/shared/warnings/warning';
import { found } from '../../../platform/http/problem.js';
import type { Tx } from '../../../platform/database/work.js';
import { readGraph, type KeptGraph } from '../../certifications/certifications.public.js';
import { findContract, type ReadContract } from '../../contracts/contracts.public.js';
import type { ExposureRanges } from '../../exposure/exposure.public.js';
import type { Scored, Scoring } from '../../scoring/scoring.public.js';
import type { ReportMaking } from '../report-making.js';

interface FileHead {
  readonly supplier: string;
  readonly siren: string | null;
  readonly engagement: string;
  readonly description: string;
  readonly context: EngagementContext;
  readonly tier: Tier;
}

interface FileFinding {
  readonly question: string;
  readonly severity: Severity;
  readonly status: FindingStatus;
  readonly text: Localised;
  readonly fix: Localised;
  readonly raisedOn: Day;
}

interface FileWarning {
  readonly subject: string;
  readonly writtenOn: Day;
  readonly decideBy: Day;
  readonly byBuyer: boolean;
  readonly decision: WarningDecision | null;
  readonly decidedOn: Day | null;
  readonly superseded: boolean;
}

interface FileDecision {
  readonly outcome: Outcome;
  readonly reason: string;
  readonly byName: string;
  readonly on: Day;
}

/** Everything that is on record of one engagement. */
export interface FileFacts {
  readonly head: FileHead;
  readonly scored: Scored | null;
  readonly findings: readonly FileFinding[];
  readonly warnings: readonly FileWarning[];
  readonly contract: ReadContract | null;
  readonly graph: KeptGraph | null;
  /** null: nothing was estimated, or whoever asked has not accepted the notice on amounts. */
  readonly exposure: CentsRange | null;
  readonly decision: FileDecision | null;
}

const parisDayOf = (column: string): string => `(${column} AT TIME ZONE 'Europe/Paris')::date::text`;

export async function readFile(
  { organisationId, today, wantedBy: accountId, read, signal, progress }: ReportMaking,
  engagementId: EngagementId,
  { scoring, exposures }: { readonly scoring: Scoring; readonly exposures: ExposureRanges },
): Promise<FileFacts> {
  const facts = await read(async (tx) => {
    const head = await readHead(tx, organisationId, engagementId);
    const [scored = null] = await scoring.scoreCurrent(tx, organisationId, [engagementId]);
    return { head, scored };
  });
  progress(1, fileSteps);
  signal.throwIfAborted();
  const rest = await read(async (tx) => {
    const graph = await readGraph(tx, organisationId, engagementId, today);
    const ranges = await exposures.read(tx, { organisationId, accountId }, [engagementId]);
    return {
      findings: await readFindings(tx, organisationId, engagementId),
      warnings: await readWarnings(tx, organisationId, engagementId),
      contract: await findContract(tx, organisationId, engagementId),
      graph: graph.stated === null ? null : graph,
      exposure: ranges?.get(engagementId) ?? null,
      decision: await readDecision(tx, organisationId, engagementId),
    };
  });
  progress(2, fileSteps);
  return { ...facts, ...rest };
}

/** Two readings, and the printing. */
export const fileSteps = 3;

async function readHead(tx: Tx, organisationId: string, id: EngagementId): Promise<FileHead> {
  const [row] = await tx.query<FileHead>(
    `SELECT s.name AS supplier, s.siren, e.name AS engagement, e.description, e.context, e.tier FROM engagements e
       JOIN suppliers s ON s.organisation_id = e.organisation_id AND s.id = e.supplier_id
     WHERE e.organisation_id = $1 AND e.id = $2`,
    [organisationId, id],
  );
  return found(row);
}

function readFindings(tx: Tx, organisationId: string, id: EngagementId): Promise<FileFinding[]> {
  return tx.query(
    `SELECT f.question_key AS question, f.severity, f.status, f.text, f.fix, ${parisDayOf('f.raised_at')} AS "raisedOn"
     FROM findings f JOIN assessments a ON a.buyer_id = f.buyer_id AND a.id = f.assessment_id
     WHERE f.buyer_id = $1 AND a.engagement_id = $2
     ORDER BY f.status IN ('closed', 'verified'), array_position(ARRAY['critical', 'high', 'medium', 'low'], f.severity), f.question_key
     LIMIT 100`,
    [organisationId, id],
  );
}

function readWarnings(tx: Tx, organisationId: string, id: EngagementId): Promise<FileWarning[]> {
  return tx.query(
    `SELECT w.subject, ${parisDayOf('w.written_at')} AS "writtenOn", w.decide_by::text AS "decideBy",
       w.author_organisation_id = w.buyer_id AS "byBuyer", d.decision, ${parisDayOf('d.decided_at')} AS "decidedOn",
       EXISTS (SELECT 1 FROM warnings n WHERE n.buyer_id = w.buyer_id AND n.supersedes_id = w.id) AS superseded
     FROM warnings w LEFT JOIN LATERAL (SELECT decision, decided_at FROM warning_decisions d
       WHERE d.buyer_id = w.buyer_id AND d.warning_id = w.id ORDER BY place DESC LIMIT 1) d ON true
     WHERE w.buyer_id = $1 AND w.engagement_id = $2 ORDER BY w.written_at DESC, w.id LIMIT 100`,
    [organisationId, id],
  );
}

async function readDecision(tx: Tx, organisationId: string, id: EngagementId): Promise<FileDecision | null> {
  const [row = null] = await tx.query<FileDecision>(
    `SELECT d.outcome, d.reason, d.decided_by_name AS "byName", ${parisDayOf('d.at')} AS on
     FROM decisions d JOIN assessments a ON a.buyer_id = d.organisation_id AND a.id = d.assessment_id
     WHERE d.organisation_id = $1 AND a.engagement_id = $2 ORDER BY d.at DESC, d.id DESC LIMIT 1`,
    [organisationId, id],
  );
  return row;
}
