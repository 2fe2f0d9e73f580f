import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Instants that people read; those that rights and deadlines of the platform hang on stay the database's own. */
const shown = [
  'organisations.created_at',
  'accounts.created_at',
  'memberships.created_at',
  'mail_messages.created_at',
  'suppliers.created_at',
  'suppliers.updated_at',
  'contacts.created_at',
  'engagements.created_at',
  'engagements.updated_at',
  'questionnaires.created_at',
  'questionnaires.updated_at',
  'questionnaire_versions.published_at',
  'weight_profiles.created_at',
  'campaigns.created_at',
  'assessments.status_at',
  'assessments.created_at',
  'recipients.created_at',
  'acceptances.accepted_at',
  'working_answers.updated_at',
  'evidence.uploaded_at',
  'evidence_links.linked_at',
  'clarifications.at',
  'answer_reviews.updated_at',
  'evidence_reviews.updated_at',
  'findings.raised_at',
  'score_snapshots.at',
  'decisions.at',
  'decision_notices.at',
  'review_notices.at',
] as const;

const writers = [
  'append_event(uuid, text, text, text)',
  'save_answers(bytea, uuid, text[], text, jsonb, jsonb)',
] as const;

const clock = 'clock_timestamp()';
const playedClock = 'coalesce(played_at(), clock_timestamp())';

/**
 * The demo is played in the past: its rows and events carry the instants at which they would have happened. Only a session
 * that signed in as the owner of the tables may say such an instant, and the owner can write any row as it is; the role that
 * the API signs in with is no member of the owner, so that on a running service every instant is the database's clock.
 */
export class PlayedInstants20261127231000 implements MigrationInterface {
  name = 'PlayedInstants20261127231000';

  async up(runner: QueryRunner): Promise<void> {
    // session_user is whoever signed in: unlike current_user and settings, nothing that a statement says changes it.
    await runner.query(`
CREATE FUNCTION played_at() RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN coalesce(current_setting('app.played_at', true), '') = '' THEN NULL
    WHEN pg_has_role(session_user, 'probant_owner', 'MEMBER') THEN current_setting('app.played_at', true)::timestamptz
  END
$$`);
    for (const column of shown) await runner.query(defaultOf(column, 'coalesce(played_at(), now())'));
    for (const writer of writers) await runner.query(replaceIn(writer, clock, playedClock));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of shown) await runner.query(defaultOf(column, 'now()'));
    for (const writer of writers) await runner.query(replaceIn(writer, playedClock, clock));
    await runner.query('DROP FUNCTION played_at()');
  }
}

function defaultOf(place: string, value: string): string {
  const [table, column] = place.split('.');
  return `ALTER TABLE ${table ?? ''} ALTER COLUMN ${column ?? ''} SET DEFAULT ${value}`;
}

/** The function as it stands, but for where it reads the clock. */
function replaceIn(writer: string, from: string, to: string): string {
  return `
DO $do$
DECLARE
  v_text text := pg_get_functiondef('${writer}'::regprocedure);
BEGIN
  IF strpos(v_text, '${from}') = 0 THEN RAISE EXCEPTION 'nothing to replace in ${writer}'; END IF;
  EXECUTE replace(v_text, '${from}', '${to}');
END $do$`;
}
