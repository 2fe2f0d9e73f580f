import pg from 'pg';
import { addOrganisation } from '../harness/world.js';
import { startApp, type RunningApp } from '../harness/running-app.js';

/** Tables that only grow, for the application's role. */
const appendOnly = [
  'acceptances',
  'assessment_carries',
  'answer_reconfirmations',
  'assessment_frames',
  'clause_assessments',
  'contract_documents',
  'contract_endings',
  'contract_terms',
  'check_replies',
  'checks',
  'clarification_files',
  'clarification_mentions',
  'clarification_settlements',
  'clarifications',
  'contradiction_acts',
  'delegation_reminders',
  'assessment_reminders',
  'assessment_nudges',
  'decision_notices',
  'decision_rules',
  'decisions',
  'drill_authorisation_withdrawals',
  'drill_authorisations',
  'drill_plans',
  'drill_records',
  'drill_replies',
  'drill_test_files',
  'patch_report_expectations',
  'patch_reports',
  'incident_files',
  'library_questions',
  'library_sources',
  'library_takes',
  'incident_statements',
  'events',
  'equivalence_moves',
  'evidence_files',
  'expiry_announcements',
  'exposure_notices',
  'exposure_statements',
  'merkle_leaves',
  'moved_sheets',
  'merkle_roots',
  'notice_gradings',
  'notice_letters',
  'notice_pieces',
  'notice_replies',
  'notice_steps',
  'obligation_digests',
  'obligation_marks',
  'obligation_reminders',
  'finding_acts',
  'finding_pieces',
  'finding_reminders',
  'questionnaire_edits',
  'questionnaire_versions',
  'regulation_admissions',
  'regulation_questions',
  'review_notices',
  'root_timestamps',
  'score_snapshots',
  'submission_pieces',
  'submissions',
  'supplier_documents',
  'version_corrections',
  'version_equivalences',
  'warning_confirmations',
  'warning_decisions',
  'warning_files',
  'warnings',
  'weight_profiles',
  'zone_tokens',
];

describe('the database itself keeps the sides apart', () => {
  let running: RunningApp;
  let asApp: pg.Client;
  beforeAll(async () => {
    running = await startApp();
    asApp = new pg.Client({ connectionString: running.database.apiUrl });
    await asApp.connect();
    await asApp.query('SET search_path = probant, public');
  });
  afterAll(async () => {
    await asApp.end();
    await running.close();
  });

  test('every table forces row security and has a policy', async () => {
    const open = await running.sql(
      `SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'probant'::regnamespace AND c.relkind IN ('r', 'p')
         AND (NOT c.relrowsecurity OR NOT c.relforcerowsecurity
           OR NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid)) AND c.relname <> 'migrations'`,
    );
    expect(open).toEqual([]);
  });

  test('the application signs in with a role that owns nothing and cannot step out of row security', async () => {
    const { rows } = await asApp.query(
      `SELECT r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb,
         (SELECT count(*)::int FROM pg_class c WHERE c.relowner = r.oid) AS owns FROM pg_roles r WHERE r.rolname = current_user`,
    );
    expect(rows).toEqual([
      { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owns: 0 },
    ]);
  });

  test.each(appendOnly)('%s refuses UPDATE, DELETE and TRUNCATE', async (table) => {
    for (const statement of [`DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
      await expect(asApp.query(statement)).rejects.toMatchObject({ code: '42501' });
    }
    const [column] = await running.sql<{ name: string }>(
      'SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum = 1',
      [`probant.${table}`],
    );
    await expect(asApp.query(`UPDATE ${table} SET ${column?.name ?? ''} = NULL`)).rejects.toMatchObject({
      code: '42501',
    });
  });

  test('the application cannot say at which instant a row or an event is written', async () => {
    const { id } = await addOrganisation(running, 'ponctuel', 'buyer', ['admin']);
    await asApp.query('BEGIN');
    await asApp.query("SELECT speak($1, NULL, '')", [id]);
    await asApp.query("SET LOCAL app.played_at = '2020-01-01T00:00:00.000Z'");
    await asApp.query("SELECT append_event($1, 'demo-loaded', 'system', '{}')", [id]);
    await asApp.query(
      "INSERT INTO suppliers (organisation_id, id, name) VALUES ($1, gen_random_uuid(), 'Ponctuel')",
      [id],
    );
    const { rows } = await asApp.query(
      `SELECT now() - e.at < interval '1 minute' AS event, now() - s.created_at < interval '1 minute' AS row
       FROM suppliers s, events e WHERE e.kind = 'demo-loaded'`,
    );
    await asApp.query('ROLLBACK');

    expect(rows).toEqual([{ event: true, row: true }]);
  });

  test('without a speaker there are no rows and no writes', async () => {
    const tables = await running.sql<{ name: string }>(
      "SELECT relname AS name FROM pg_class WHERE relnamespace = 'probant'::regnamespace AND relkind = 'r' AND relname <> 'migrations'",
    );
    for (const { name } of tables.filter((table) => table.name !== 'mail_messages')) {
      const { rows } = await asApp.query(`SELECT 1 FROM ${name} LIMIT 1`);
      expect([name, rows]).toEqual([name, []]);
    }
    await expect(
      asApp.query(
        "INSERT INTO suppliers (organisation_id, id, name) VALUES (gen_random_uuid(), gen_random_uuid(), 'x')",
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });
});
