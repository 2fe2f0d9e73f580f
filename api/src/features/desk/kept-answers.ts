import { addDays, type Day } from '@probant/shared/calendar';
import type { Localised } from '@probant/shared/questionnaires/document';
import type { Scope } from '../../platform/access/scope.js';
import type { Tx } from '../../platform/database/work.js';
import { takeSubmissions } from '../answer-library/answer-library.public.js';
import type { DeskAnswersResponse } from './desk.dto.js';
import { soonDays } from './soon.js';

const shown = 3;

interface LapsingRow {
  readonly id: string;
  readonly question_key: string;
  readonly text: Localised;
  readonly expires_on: string;
  readonly lapsing: number;
}

/** The workspace's own answers: how many, and those of today that rest on a piece which lapses. */
export async function readKeptAnswers(tx: Tx, scope: Scope, today: Day): Promise<DeskAnswersResponse> {
  const { organisationId } = scope;
  await takeSubmissions(tx, scope);
  const { total } = await tx.get<{ total: number }>(
    'SELECT count(DISTINCT question_key)::int AS total FROM library_entries WHERE organisation_id = $1',
    [organisationId],
  );
  // From the pieces that lapse, which are few, back to those that they replaced and the answers beside them.
  const rows = await tx.query<LapsingRow>(
    `WITH RECURSIVE line AS (
       SELECT v.id, v.supersedes_id, v.expires_on FROM evidence v
       WHERE v.organisation_id = $1 AND v.superseded_at IS NULL AND v.expires_on <= $2
       UNION
       SELECT v.id, v.supersedes_id, line.expires_on FROM line
       JOIN evidence v ON v.organisation_id = $1 AND v.id = line.supersedes_id)
     SELECT e.id, e.question_key, q.question -> 'text' AS text, min(line.expires_on)::text AS expires_on,
       count(*) OVER ()::int AS lapsing
     FROM line JOIN library_pieces p ON p.organisation_id = $1 AND p.evidence_id = line.id
     JOIN library_entries e ON e.organisation_id = $1 AND e.id = p.entry_id AND e.retired_at IS NULL
     JOIN library_questions q ON q.organisation_id = $1 AND q.sha256 = e.question_sha256
     WHERE NOT EXISTS (SELECT 1 FROM library_entries o WHERE o.organisation_id = $1 AND o.question_key = e.question_key
       AND o.retired_at IS NULL AND (o.given_at, o.id) > (e.given_at, e.id))
     GROUP BY e.id, e.question_key, q.question ORDER BY min(line.expires_on), e.question_key LIMIT $3`,
    [organisationId, addDays(today, soonDays), shown],
  );
  return {
    total,
    lapsing: rows[0]?.lapsing ?? 0,
    next: rows.map((row) => ({
      id: row.id,
      questionId: row.question_key,
      text: { ...row.text },
      expiresOn: row.expires_on,
      lapsed: row.expires_on < today,
    })),
  };
}
