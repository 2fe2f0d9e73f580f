import type { Day } from '@probant/shared/calendar';
import { invitationHours, type WaitingKind } from '@probant/shared/home/needs';
import { decideByRange } from '@probant/shared/warnings/standing';
import type { Scope } from '../../platform/access/scope.js';
import type { Parameter } from '../../platform/database/work.js';
import { notGivenAway } from '../assessments/assessments.public.js';
import { isConfirmable, toConfirm } from '../four-eyes/four-eyes.public.js';

export interface Now {
  readonly today: Day;
  readonly at: Date;
}

/** Which rows wait: what is counted, and what is shown of the first ones. */
export interface Waits {
  readonly tables: string;
  /** `$1` is the organisation, `parameters` follow. */
  readonly where: string;
  readonly parameters: readonly Parameter[];
  /** Joined to the rows that are shown alone. */
  readonly beside: string;
  readonly order: string;
  readonly id: string;
  readonly since: string;
  readonly supplier: string;
  readonly engagement: string;
  readonly question?: string;
  readonly subject?: string;
  readonly until?: string;
}

const frame = `JOIN assessment_frames f ON f.organisation_id = a.buyer_id AND f.assessment_id = a.id`;
const framed = { supplier: 'f.supplier_name', engagement: 'f.engagement_name' } as const;
const engaged = { supplier: 's.name', engagement: 'e.name' } as const;

/** Each as the list behind it says it: what is counted here is what that list holds. */
export function waitsOf(kind: WaitingKind, { accountId }: Pick<Scope, 'accountId'>, now: Now): Waits {
  switch (kind) {
    case 'reply':
      return replies;
    case 'answers':
      return unlessGivenAway(ofStatus('submitted'), accountId);
    case 'review':
      return unlessGivenAway(ofStatus('in-review'), accountId);
    case 'confirmation':
      return ofConfirmations(accountId);
    case 'decision':
      return ofStatus('reviewed');
    case 'acceptance':
      return {
        ...ofFindings('q.asked_at'),
        tables:
          'finding_acceptances q JOIN findings x ON x.buyer_id = q.organisation_id AND x.id = q.finding_id',
        where: 'q.organisation_id = $1 AND q.decision IS NULL AND q.asked_by <> $2::uuid',
        parameters: [accountId],
      };
    case 'plan':
      return {
        ...ofFindings('x.raised_at'),
        where: `x.buyer_id = $1 AND x.status = 'proposed' AND x.proposal ->> 'by' = 'supplier'`,
      };
    case 'proof':
      return { ...ofFindings('x.raised_at'), where: `x.buyer_id = $1 AND x.status = 'delivered'` };
    case 'warning':
      return ofWarnings(now.today);
    case 'reassessment':
      return reassessments;
    case 'invitation':
      return ofInvitations(now.at);
  }
}

const replies: Waits = {
  ...framed,
  tables: `(SELECT w.assessment_id, min(w.since) AS since, (array_agg(w.question_key ORDER BY w.since))[1] AS question
    FROM thread_waits w WHERE w.organisation_id = $1 AND w.open GROUP BY w.assessment_id) t`,
  where: 'true',
  parameters: [],
  beside: `JOIN assessments a ON a.buyer_id = $1 AND a.id = t.assessment_id ${frame}`,
  order: 't.since, t.assessment_id',
  id: 't.assessment_id',
  since: 't.since',
  question: 't.question',
};

function ofStatus(status: 'submitted' | 'in-review' | 'reviewed'): Waits {
  return {
    ...framed,
    tables: 'assessments a',
    where: `a.buyer_id = $1 AND a.status = '${status}'`,
    parameters: [],
    beside: frame,
    order: 'a.status_at, a.id',
    id: 'a.id',
    since: 'a.status_at',
  };
}

function unlessGivenAway(waits: Waits, accountId: string): Waits {
  return { ...waits, where: `${waits.where} AND ${notGivenAway('$2')}`, parameters: [accountId] };
}

/** Each request once, however many acceptances of others wait in it; those of the reader never do. */
function ofConfirmations(accountId: string): Waits {
  return {
    ...framed,
    tables: `assessments a
      JOIN submissions s ON s.buyer_id = a.buyer_id AND s.assessment_id = a.id AND s.number = a.submissions
      CROSS JOIN LATERAL (${toConfirm('$2::uuid')}) u`,
    // Without any rule nothing is read.
    where: `a.buyer_id = $1 AND ${isConfirmable} AND u.to_confirm > 0
      AND EXISTS (SELECT 1 FROM four_eyes_rules r WHERE r.organisation_id = $1)`,
    parameters: [accountId],
    beside: frame,
    order: 'u.since, a.id',
    id: 'a.id',
    since: 'u.since',
  };
}

function ofFindings(since: string): Omit<Waits, 'where'> {
  return {
    ...framed,
    tables: 'findings x',
    parameters: [],
    beside: `JOIN assessments a ON a.buyer_id = x.buyer_id AND a.id = x.assessment_id ${frame}`,
    order: `${since}, x.id`,
    id: 'x.id',
    since,
    question: 'x.question_key',
    subject: 'x.text',
  };
}

function ofWarnings(today: Day): Waits {
  const { from, to } = decideByRange('due', today);
  return {
    ...engaged,
    tables: 'warnings w',
    where: `w.buyer_id = $1 AND w.decide_by BETWEEN $2::date AND $3::date
      AND NOT EXISTS (SELECT 1 FROM warnings n WHERE n.buyer_id = w.buyer_id AND n.supersedes_id = w.id)
      AND coalesce((SELECT d.decision FROM warning_decisions d WHERE d.buyer_id = w.buyer_id AND d.warning_id = w.id
        ORDER BY d.place DESC LIMIT 1), 'acknowledged') = 'acknowledged'`,
    parameters: [from ?? today, to ?? today],
    beside: `JOIN engagements e ON e.organisation_id = w.buyer_id AND e.id = w.engagement_id
      JOIN suppliers s ON s.organisation_id = e.organisation_id AND s.id = e.supplier_id`,
    order: 'w.decide_by, w.id',
    id: 'w.id',
    since: 'w.written_at',
    until: 'w.decide_by::text',
    subject: `jsonb_build_object('fr', w.subject, 'en', w.subject)`,
  };
}

const reassessments: Waits = {
  ...engaged,
  tables: `(SELECT r.engagement_id, min(r.at) AS since FROM reassessments r
      WHERE r.organisation_id = $1 AND r.state = 'proposed' GROUP BY r.engagement_id) p
    JOIN engagements e ON e.organisation_id = $1 AND e.id = p.engagement_id
    JOIN suppliers s ON s.organisation_id = e.organisation_id AND s.id = e.supplier_id`,
  where: `e.archived_at IS NULL AND s.archived_at IS NULL AND NOT EXISTS (SELECT 1 FROM assessments a
    WHERE a.buyer_id = e.organisation_id AND a.engagement_id = e.id AND a.status NOT IN ('decided', 'cancelled'))`,
  parameters: [],
  beside: '',
  order: 'p.since, e.id',
  id: 'e.id',
  since: 'p.since',
};

function ofInvitations(at: Date): Waits {
  return {
    supplier: 'i.email',
    engagement: `''`,
    tables: `(SELECT DISTINCT ON (t.email) t.email, t.created_at, t.expires_at FROM one_time_tokens t
      WHERE t.organisation_id = $1 AND t.kind = 'invitation' AND t.used_at IS NULL AND t.expires_at > $2
      ORDER BY t.email, t.expires_at DESC) i`,
    where: `i.expires_at <= $2::timestamptz + interval '${invitationHours} hours'`,
    parameters: [at],
    beside: '',
    order: 'i.expires_at, i.email',
    id: 'i.email',
    since: 'i.created_at',
    until: `timezone('Europe/Paris', i.expires_at)::date::text`,
  };
}
