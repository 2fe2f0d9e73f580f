import { Injectable } from '@nestjs/common';
import { parisDay, type Day } from '@probant/shared/calendar';
import { compareScores, type ComparedRow } from '@probant/shared/comparisons/compare-scores';
import { decideCompared } from '@probant/shared/comparisons/decide-compared';
import { usualFirstDay } from '@probant/shared/comparisons/usual-days';
import { fieldRefusal } from '@probant/shared/decision';
import type { EngagementId } from '@probant/shared/ids';
import type { Tier } from '@probant/shared/questionnaires/document';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { accepted, fail, found } from '../../platform/http/problem.js';
import { Ageing } from '../ageing/ageing.public.js';
import { Scoring, toScore, type Scored } from '../scoring/scoring.public.js';
import type { ComparisonQuery, ComparisonResponse, DayComparisonQuery } from './comparisons.dto.js';

interface Named {
  readonly id: EngagementId;
  readonly name: string;
  readonly supplier: string;
  readonly tier: Tier;
}

interface Side {
  readonly named: Named;
  readonly day: Day | null;
  readonly scored: Scored | undefined;
}

/** Scores side by side, question by question: of several engagements today, or of one on two days. */
@Injectable()
export class Comparisons {
  constructor(
    private readonly work: Work,
    private readonly scoring: Scoring,
    private readonly ageing: Ageing,
    private readonly clock: Clock,
  ) {}

  ofEngagements(scope: Scope, { engagements }: ComparisonQuery): Promise<ComparisonResponse> {
    return this.work.run(scope, (tx) => this.engagementsWithin(tx, scope, engagements));
  }

  ofDays(scope: Scope, id: EngagementId, query: DayComparisonQuery): Promise<ComparisonResponse> {
    return this.work.run(scope, (tx) => this.daysWithin(tx, scope, id, query));
  }

  async engagementsWithin(tx: Tx, scope: Scope, engagements: string): Promise<ComparisonResponse> {
    const ids = accepted(decideCompared(engagements));
    const named = await readNamed(tx, scope, ids);
    const scored = await this.scoring.scoreCurrent(tx, scope.organisationId, ids);
    const byId = new Map(scored.map((one) => [one.facts.engagementId, one]));
    return toComparison(ids.map((id) => ({ named: found(named.get(id)), day: null, scored: byId.get(id) })));
  }

  async daysWithin(
    tx: Tx,
    scope: Scope,
    id: EngagementId,
    { at, and }: DayComparisonQuery,
  ): Promise<ComparisonResponse> {
    const today = parisDay(this.clock.now().toISOString());
    const later = and ?? today;
    const errors = [
      ...(at !== undefined && at > today ? [fieldRefusal('/at', 'date-in-future')] : []),
      ...(later > today ? [fieldRefusal('/and', 'date-in-future')] : []),
      ...(at !== undefined && later < at ? [fieldRefusal('/and', 'ends-before-it-starts')] : []),
    ];
    if (errors.length > 0) fail('invalid-input', { errors });
    const named = found((await readNamed(tx, scope, [id])).get(id));
    const days = [at ?? usualFirstDay(later, await readFirst(tx, scope, id)), later];
    const scores = await this.ageing.scoresOn(tx, scope, id, days);
    return toComparison(days.map((day, index) => ({ named, day, scored: scores[index] })));
  }
}

async function readFirst(tx: Tx, { organisationId }: Scope, id: EngagementId): Promise<string | null> {
  const { first } = await tx.get<{ first: Date | null }>(
    `SELECT min(s.submitted_at) AS first FROM assessments a JOIN submissions s ON s.buyer_id = a.buyer_id AND s.assessment_id = a.id
     WHERE a.buyer_id = $1 AND a.engagement_id = $2`,
    [organisationId, id],
  );
  return first?.toISOString() ?? null;
}

async function readNamed(
  tx: Tx,
  { organisationId }: Scope,
  ids: readonly EngagementId[],
): Promise<ReadonlyMap<EngagementId, Named>> {
  const rows = await tx.query<Named>(
    `SELECT e.id, e.name, s.name AS supplier, e.tier FROM engagements e
       JOIN suppliers s ON s.organisation_id = e.organisation_id AND s.id = e.supplier_id
     WHERE e.organisation_id = $1 AND e.id = ANY ($2::uuid[])`,
    [organisationId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function toComparison(sides: readonly Side[]): ComparisonResponse {
  const { themes, rows } = compareScores(
    sides.map(
      ({ scored }) =>
        scored && {
          document: scored.version.document,
          given: scored.facts.answers,
          counted: scored.answers,
          result: scored.range.score,
        },
    ),
  );
  return {
    columns: sides.map(toColumn),
    themes: themes.map((theme) => ({ ...theme })),
    rows: rows.map(toRow),
  };
}

function toColumn({ named, day, scored }: Side): ComparisonResponse['columns'][number] {
  const { id: engagementId, name: engagementName, supplier: supplierName, tier } = named;
  const who = { engagementId, engagementName, supplierName, tier, day };
  if (scored === undefined) return { ...who, submission: null };
  const { with: made, score, beforeReview } = toScore(scored);
  const { assessmentId, submission } = scored.facts;
  return {
    ...who,
    submission: {
      ...{ assessmentId, number: submission.number, submittedAt: submission.submittedAt },
      ...{ versionCode: made.versionCode, versionNumber: made.versionNumber },
      ...{ profileName: made.profileName, profileNumber: made.profileNumber },
      beforeReview,
      score,
    },
  };
}

function toRow({ cells, differences, ...row }: ComparedRow): ComparisonResponse['rows'][number] {
  return {
    ...row,
    cells: cells.flatMap((cell, column) => (cell === null ? [] : [{ column, ...cell }])),
    differences: [...differences],
  };
}
