import { Injectable } from '@nestjs/common';
import { readingStage, showsFindings, type AssessmentStatus } from '@probant/shared/assessments/lifecycle';
import type { ToldImprovement } from '@probant/shared/assessments/told-improvements';
import { addDays, type Day } from '@probant/shared/calendar';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { readKeptAnswers } from './kept-answers.js';
import { soonDays } from './soon.js';
import type {
  DeskImprovementsResponse,
  DeskPiecesResponse,
  DeskReceiptResponse,
  DeskResponse,
} from './desk.dto.js';

const shown = 5;

/** Everything that a supplier's workspace has to look after, in one reading. */
@Injectable()
export class Desk {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  read(scope: Scope): Promise<DeskResponse> {
    return this.work.run(scope, async (tx) => ({
      pieces: await readPieces(tx, scope, this.clock.today()),
      answers: await readKeptAnswers(tx, scope, this.clock.today()),
      receipts: await readReceipts(tx, scope),
      improvements: await readImprovements(tx, scope),
    }));
  }
}

interface PieceRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly expires_on: string;
  readonly questions: number;
  readonly assessment_id: string | null;
}

async function readPieces(tx: Tx, { organisationId }: Scope, today: Day): Promise<DeskPiecesResponse> {
  const soon = addDays(today, soonDays);
  const counts = await tx.get<{ total: number; expired: number; soon: number }>(
    `SELECT count(*)::int AS total, count(*) FILTER (WHERE expires_on < $2)::int AS expired,
       count(*) FILTER (WHERE expires_on BETWEEN $2 AND $3)::int AS soon
     FROM evidence WHERE organisation_id = $1 AND superseded_at IS NULL`,
    [organisationId, today, soon],
  );
  const rows = await tx.query<PieceRow>(
    `SELECT e.id, e.name, e.kind, e.expires_on::text AS expires_on, l.questions, l.assessment_id
     FROM evidence e JOIN LATERAL (
       SELECT count(*)::int AS questions, (array_agg(x.assessment_id ORDER BY x.linked_at DESC))[1] AS assessment_id
       FROM evidence_links x WHERE x.organisation_id = e.organisation_id AND x.evidence_id = e.id) l ON true
     WHERE e.organisation_id = $1 AND e.superseded_at IS NULL AND e.expires_on <= $2
     ORDER BY e.expires_on, e.id LIMIT $3`,
    [organisationId, soon, shown],
  );
  return {
    ...counts,
    next: rows.map(({ id, name, kind, expires_on, questions, assessment_id }) => ({
      ...{ id, name, kind, questions },
      expiresOn: expires_on,
      lapsed: expires_on < today,
      assessmentId: assessment_id,
    })),
  };
}

interface ReceiptRow {
  readonly id: string;
  readonly assessment_id: string;
  readonly buyer_name: string;
  readonly title: string;
  readonly number: number;
  readonly submitted_at: Date;
  readonly attested_by_name: string;
}

async function readReceipts(tx: Tx, { organisationId }: Scope): Promise<DeskReceiptResponse[]> {
  const rows = await tx.query<ReceiptRow>(
    `SELECT s.id, s.assessment_id, a.buyer_name, a.title, s.number, s.submitted_at, s.attested_by_name
     FROM submissions s JOIN assessments a ON a.buyer_id = s.buyer_id AND a.id = s.assessment_id
     WHERE s.supplier_organisation_id = $1 ORDER BY s.submitted_at DESC, s.id LIMIT $2`,
    [organisationId, shown],
  );
  return rows.map((row) => ({
    submissionId: row.id,
    assessmentId: row.assessment_id,
    buyerName: row.buyer_name,
    title: row.title,
    number: row.number,
    submittedAt: row.submitted_at.toISOString(),
    attestedByName: row.attested_by_name,
  }));
}

interface ToldRow {
  readonly assessment_id: string;
  readonly buyer_name: string;
  readonly title: string;
  readonly status: AssessmentStatus;
  readonly submissions: number;
  readonly improvements: readonly ToldImprovement[];
  readonly at: Date;
}

/** Of each request, what its last review told, as long as findings are shown at all. */
async function readImprovements(tx: Tx, { organisationId }: Scope): Promise<DeskImprovementsResponse[]> {
  const rows = await tx.query<ToldRow>(
    `SELECT n.assessment_id, a.buyer_name, a.title, a.status, a.submissions, n.improvements, n.at
     FROM assessments a JOIN LATERAL (
       SELECT x.assessment_id, x.improvements, x.at FROM review_notices x
       WHERE x.supplier_organisation_id = a.supplier_organisation_id AND x.assessment_id = a.id
       ORDER BY x.at DESC, x.id DESC LIMIT 1) n ON true
     WHERE a.supplier_organisation_id = $1 ORDER BY n.at DESC, n.assessment_id`,
    [organisationId],
  );
  return rows
    .filter((row) => row.improvements.length > 0 && showsFindings(readingStage(row)))
    .slice(0, shown)
    .map((row) => ({
      assessmentId: row.assessment_id,
      buyerName: row.buyer_name,
      title: row.title,
      at: row.at.toISOString(),
      items: row.improvements.map(({ questionId, label, step }) => ({
        questionId,
        label: { ...label },
        step,
      })),
    }));
}
