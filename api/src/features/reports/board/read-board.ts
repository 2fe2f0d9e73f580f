import { addDays, type Day } from '@probant/shared/calendar';
import { addRanges } from '@probant/shared/exposure/add-exposures';
import type { CentsRange } from '@probant/shared/exposure/exposure';
import { pendingStatuses } from '@probant/shared/findings/finding';
import type { EngagementId } from '@probant/shared/ids';
import type { ObligationKind } from '@probant/shared/obligations/kinds';
import type { ObligationFacts } from '@probant/shared/obligations/obligation';
import type { Grade, Tier } from '@probant/shared/questionnaires/document';
import { boardRowsShown } from '@probant/shared/reports/report';
import { comparedFrom } from '@probant/shared/reports/schedule';
import type { KnockoutState } from '@probant/shared/scoring/knockouts';
import type { Tx } from '../../../platform/database/work.js';
import type { ExposureRanges } from '../../exposure/exposure.public.js';
import type { GradeCounts } from '../print/charts.js';
import type { ReportMaking } from '../report-making.js';

interface BoardRow {
  readonly supplier: string;
  readonly engagement: string;
  readonly tier: Tier;
  readonly status: string;
  readonly grade: Grade | null;
  readonly score: number | null;
  readonly confidence: number | null;
  readonly beforeReview: boolean | null;
  readonly knockouts: readonly { readonly id: string; readonly state: KnockoutState }[];
}

interface BoardDeadline {
  readonly kind: ObligationKind;
  readonly facts: ObligationFacts;
  readonly on: Day;
  readonly supplier: string;
  readonly engagement: string;
}

export interface BoardFacts {
  readonly profile: { readonly name: string; readonly number: number } | null;
  readonly engagements: number;
  readonly scored: number;
  readonly overdue: number;
  readonly awaited: number;
  readonly confidence: number | null;
  readonly cells: readonly { readonly tier: Tier; readonly grade: Grade | null; readonly count: number }[];
  /** Where the grades stood when the quarter began. */
  readonly before: { readonly on: Day; readonly grades: GradeCounts };
  readonly themes: readonly { readonly code: string; readonly risk: number; readonly count: number }[];
  readonly knockouts: readonly {
    readonly id: string;
    readonly state: KnockoutState;
    readonly count: number;
  }[];
  readonly unlawful: readonly BoardRow[];
  readonly findings: readonly { readonly severity: string; readonly count: number }[];
  readonly deadlines: readonly BoardDeadline[];
  readonly deadlineCount: number;
  /** Certificates and pieces that end within the same days. */
  readonly expiring: number;
  readonly exposure: { readonly range: CentsRange; readonly engagements: number } | null;
  readonly rows: readonly BoardRow[];
}

export const deadlineDays = 90;
const deadlinesShown = 14;
const atOnce = 500;

const rowColumns = `s.supplier_name AS supplier, s.engagement_name AS engagement, s.tier, s.status, s.grade, s.score, s.confidence,
  s.before_review AS "beforeReview", s.knockouts`;
const own = 's.organisation_id = $1 AND NOT s.archived';

/** Everything that the board reads; each part is one statement, whatever the number of engagements. */
export async function readBoard(making: ReportMaking, exposures: ExposureRanges): Promise<BoardFacts> {
  const { organisationId, today, read } = making;
  const step = stepping(making);
  const counts = await step(() => read((tx) => readCounts(tx, organisationId, today)));
  const themes = await step(() => read((tx) => readThemes(tx, organisationId)));
  const before = await step(() => read((tx) => readBefore(tx, organisationId, comparedFrom(today))));
  const dated = await step(() => read((tx) => readDeadlines(tx, organisationId, today)));
  const exposure = await step(() => readExposure(making, exposures));
  const rows = await step(() =>
    read((tx) =>
      tx.query<BoardRow>(
        `SELECT ${rowColumns} FROM engagement_standings s WHERE ${own}
         ORDER BY s.score_order DESC, s.engagement_id DESC LIMIT ${boardRowsShown}`,
        [organisationId],
      ),
    ),
  );
  return { ...counts, themes, before, ...dated, exposure, rows };
}

/** Six readings, and the printing. */
export const boardSteps = 7;

function stepping({ progress, signal }: ReportMaking) {
  let done = 0;
  return async <T>(work: () => Promise<T>): Promise<T> => {
    signal.throwIfAborted();
    const result = await work();
    done += 1;
    progress(done, boardSteps);
    return result;
  };
}

type Counts = Pick<
  BoardFacts,
  | 'profile'
  | 'engagements'
  | 'scored'
  | 'overdue'
  | 'awaited'
  | 'confidence'
  | 'cells'
  | 'knockouts'
  | 'unlawful'
  | 'findings'
>;

async function readCounts(tx: Tx, organisationId: string, today: Day): Promise<Counts> {
  const cells = await tx.query<BoardFacts['cells'][number]>(
    `SELECT s.tier, s.grade, count(*)::int AS count FROM engagement_standings s WHERE ${own} GROUP BY s.tier, s.grade`,
    [organisationId],
  );
  const totals = await tx.get<Pick<Counts, 'overdue' | 'awaited' | 'confidence'>>(
    `SELECT avg(s.confidence) AS confidence,
       (count(*) FILTER (WHERE s.status IN ('sent', 'opened', 'in-progress', 'returned')))::int AS awaited,
       (count(*) FILTER (WHERE s.status IN ('sent', 'opened', 'in-progress', 'returned') AND s.due_on < $2))::int AS overdue
     FROM engagement_standings s WHERE ${own}`,
    [organisationId, today],
  );
  const knockouts = await tx.query<Counts['knockouts'][number]>(
    `SELECT k ->> 'id' AS id, k ->> 'state' AS state, count(*)::int AS count
     FROM engagement_standings s, jsonb_array_elements(s.knockouts) k WHERE ${own} GROUP BY 1, 2 ORDER BY 1, 2`,
    [organisationId],
  );
  const unlawful = await tx.query<BoardRow>(
    `SELECT ${rowColumns} FROM engagement_standings s WHERE ${own} AND s.unlawful ORDER BY s.score_order DESC, s.engagement_id LIMIT 5`,
    [organisationId],
  );
  const findings = await tx.query<Counts['findings'][number]>(
    `SELECT severity, count(*)::int AS count FROM findings WHERE buyer_id = $1 AND status = ANY ($2) GROUP BY severity`,
    [organisationId, pendingStatuses],
  );
  const [profile = null] = await tx.query<NonNullable<Counts['profile']>>(
    `SELECT p.name, p.number FROM buyer_settings b JOIN weight_profiles p
       ON p.organisation_id = b.organisation_id AND p.id = b.default_profile_id WHERE b.organisation_id = $1`,
    [organisationId],
  );
  const sum = (some: typeof cells): number => some.reduce((total, { count }) => total + count, 0);
  return {
    ...{ ...totals, profile, cells, knockouts, unlawful, findings, engagements: sum(cells) },
    scored: sum(cells.filter(({ grade }) => grade !== null)),
  };
}

function readThemes(tx: Tx, organisationId: string): Promise<BoardFacts['themes'][number][]> {
  return tx.query(
    `SELECT t.key AS code, avg(t.value::float8) AS risk, count(*)::int AS count
     FROM engagement_standings s, jsonb_each_text(s.themes) t WHERE ${own} AND s.score IS NOT NULL GROUP BY t.key`,
    [organisationId],
  );
}

/** The last score that each engagement had kept before that day, in Paris. */
async function readBefore(tx: Tx, organisationId: string, on: Day): Promise<BoardFacts['before']> {
  const rows = await tx.query<{ grade: Grade; count: number }>(
    `SELECT grade, count(*)::int AS count FROM (
       SELECT DISTINCT ON (engagement_id) grade FROM score_snapshots
       WHERE organisation_id = $1 AND at < ($2::date)::timestamp AT TIME ZONE 'Europe/Paris'
       ORDER BY engagement_id, at DESC, id DESC) last GROUP BY grade`,
    [organisationId, on],
  );
  return { on, grades: Object.fromEntries(rows.map(({ grade, count }) => [grade, count])) };
}

async function readDeadlines(
  tx: Tx,
  organisationId: string,
  today: Day,
): Promise<Pick<BoardFacts, 'deadlines' | 'deadlineCount' | 'expiring'>> {
  const due = `o.organisation_id = $1 AND o.done_on IS NULL AND o.lapsed_on IS NULL AND o.effective_on BETWEEN $2 AND $3`;
  const parameters = [organisationId, today, addDays(today, deadlineDays)];
  const deadlines = await tx.query<BoardDeadline>(
    `SELECT o.kind, o.facts, o.effective_on::text AS on, o.supplier_name AS supplier, o.engagement_name AS engagement
     FROM obligations o WHERE ${due} ORDER BY o.effective_on, o.id LIMIT ${deadlinesShown}`,
    parameters,
  );
  const { all, expiring } = await tx.get<{ all: number; expiring: number }>(
    `SELECT count(*)::int AS all, (count(*) FILTER (WHERE o.kind IN ('certificate-expiry', 'piece-expiry')))::int AS expiring
     FROM obligations o WHERE ${due}`,
    parameters,
  );
  return { deadlines, deadlineCount: all, expiring };
}

/** Page by page over those that were estimated; null where whoever asked has not accepted the notice on amounts. */
async function readExposure(
  making: ReportMaking,
  exposures: ExposureRanges,
): Promise<BoardFacts['exposure']> {
  const { organisationId, wantedBy: accountId, read, signal } = making;
  const found: CentsRange[] = [];
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    signal.throwIfAborted();
    const page = await read(async (tx) => {
      const ids = await tx.query<{ id: EngagementId }>(
        `SELECT DISTINCT x.engagement_id AS id FROM exposure_statements x JOIN engagement_standings s
           ON s.organisation_id = x.organisation_id AND s.engagement_id = x.engagement_id
         WHERE ${own} AND x.engagement_id > $2 AND s.engagement_id > $2 ORDER BY x.engagement_id LIMIT ${atOnce}`,
        [organisationId, after],
      );
      const asked = ids.map(({ id }) => id);
      return { asked, ranges: await exposures.read(tx, { organisationId, accountId }, asked) };
    });
    if (page.ranges === null) return null;
    found.push(...page.ranges.values());
    const last = page.asked.at(-1);
    if (last === undefined || page.asked.length < atOnce) break;
    after = last;
  }
  return found.length === 0 ? null : { range: addRanges(found), engagements: found.length };
}
