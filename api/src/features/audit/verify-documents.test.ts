import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { startApp, type RunningApp } from '../../../test/harness/running-app.js';
import { verifyDatabase } from '../../cli/verify.js';
import { CONFIG, type ServeConfig } from '../../platform/config/config-token.js';
import { ownerRole } from '../../platform/database/roles.js';
import { prepareFirstStart } from '../../start/first-start.js';
import { verifyChains, type LocatedFault } from './verify-chains.js';

const one = (table: string, more = '') => `(SELECT ctid FROM ${table} ${more} LIMIT 1)`;

/** What of each kind is changed, and how. */
const changes: readonly (readonly [document: string, statement: string])[] = [
  [
    'submission',
    `UPDATE submissions SET submission_text = replace(submission_text, '"format":1', '"format":2')
       WHERE ctid = ${one('submissions')} RETURNING id`,
  ],
  [
    'submission',
    `UPDATE submissions SET sha256 = repeat('b', 64) WHERE ctid = ${one('submissions', "WHERE sha256 <> repeat('b', 64) ORDER BY id DESC")} RETURNING id`,
  ],
  [
    'submitted pieces',
    `UPDATE submission_pieces SET sha256 = repeat('c', 64) WHERE ctid = (SELECT p.ctid FROM submission_pieces p
         JOIN submissions s ON s.id = p.submission_id
         WHERE s.sha256 = encode(sha256(convert_to(s.submission_text, 'UTF8')), 'hex') LIMIT 1) RETURNING submission_id AS id`,
  ],
  [
    'questionnaire version',
    `UPDATE questionnaire_versions SET document_text = replace(document_text, '"weight":', '"weight" :')
       WHERE ctid = ${one('questionnaire_versions')} RETURNING id`,
  ],
  [
    'context as sent',
    `UPDATE assessment_frames SET context = context || '{"criticality": "low", "moved": true}'
       WHERE ctid = ${one('assessment_frames')} RETURNING assessment_id AS id`,
  ],
  [
    'questionnaire as sent',
    `UPDATE assessments SET version_sha256 = repeat('d', 64)
       WHERE id = (SELECT id FROM assessments LIMIT 1) RETURNING id`,
  ],
  [
    'score snapshot',
    `UPDATE score_snapshots SET score = score - 1 WHERE ctid = ${one('score_snapshots', 'WHERE score > 10')} RETURNING id`,
  ],
  [
    'score snapshot',
    `UPDATE score_snapshots SET inputs = jsonb_set(inputs, '{unexamined}', '999')
       WHERE ctid = ${one('score_snapshots', 'ORDER BY at DESC')} RETURNING id`,
  ],
  [
    'decision',
    `UPDATE decisions SET outcome = 'refuse' WHERE ctid = ${one('decisions', "WHERE outcome <> 'refuse'")}
       RETURNING snapshot_id AS id`,
  ],
  [
    'decision notice',
    `UPDATE decision_notices SET message = message || '!' WHERE ctid = ${one('decision_notices')}
       RETURNING assessment_id AS id`,
  ],
  [
    'message',
    `UPDATE clarifications SET body = body || '!' WHERE ctid = ${one('clarifications')} RETURNING id`,
  ],
  [
    'weight profile',
    `UPDATE weight_profiles SET questions = '{"BKP-04": 1000}' WHERE id IN (
         SELECT (text::jsonb ->> 'profileId')::uuid FROM events WHERE kind = 'profile-saved' LIMIT 1) RETURNING id`,
  ],
  [
    'exposure statement',
    `UPDATE exposure_statements SET statement = jsonb_set(statement, '{moved}', 'true')
       WHERE ctid = ${one('exposure_statements')} RETURNING engagement_id || '/' || revision AS id`,
  ],
  [
    'admission',
    `UPDATE regulation_admissions SET admission = jsonb_set(admission, '{changeBy}', '"2030-01-01"')
       WHERE ctid = ${one('regulation_admissions')} RETURNING engagement_id || '/' || key || '/' || number AS id`,
  ],
  [
    'contract terms',
    `UPDATE contract_terms SET terms = jsonb_set(terms, '{annualFeesCents}', '1')
       WHERE ctid = ${one('contract_terms')} RETURNING engagement_id || '/' || number AS id`,
  ],
  [
    'contract document',
    `UPDATE contract_documents SET text = text || '!' WHERE ctid = ${one('contract_documents')} RETURNING id`,
  ],
  [
    'clause assessment',
    `UPDATE clause_assessments SET quote = quote || '!'
       WHERE ctid = ${one('clause_assessments', 'WHERE document_id IS NOT NULL')}
       RETURNING engagement_id || '/' || clause_id || '/' || revision AS id`,
  ],
  [
    'warning',
    `UPDATE warnings SET content_text = replace(content_text, '"format":1', '"format":2')
       WHERE ctid = ${one('warnings')} RETURNING id`,
  ],
  [
    'decision on a warning',
    `UPDATE warning_decisions SET decision = 'accepted'
       WHERE ctid = ${one('warning_decisions', "WHERE decision = 'refused'")} RETURNING id`,
  ],
  [
    'incident statement',
    `UPDATE incident_statements SET facts = jsonb_set(facts, '{toldAt}', 'null')
       WHERE ctid = ${one('incident_statements')} RETURNING id`,
  ],
  [
    'incident file',
    `UPDATE incident_files SET file = jsonb_set(file, '{note}', '"Autre"')
       WHERE ctid = ${one('incident_files')} RETURNING incident_id || '/' || revision AS id`,
  ],
  [
    'drill authorisation',
    `UPDATE drill_authorisations SET perimeter = perimeter || '!' WHERE ctid = ${one('drill_authorisations')} RETURNING id`,
  ],
  [
    'drill plan',
    `UPDATE drill_plans SET drops = '[]' WHERE ctid = ${one('drill_plans')}
       RETURNING engagement_id || '/' || revision AS id`,
  ],
  [
    'drill',
    `UPDATE drills SET head = jsonb_set(head, '{limits,tellHours}', '72') WHERE ctid = ${one('drills')} RETURNING id`,
  ],
  [
    'drop',
    `UPDATE drill_drops SET content = jsonb_set(content, '{tickets,0,closedBy}', '"X"')
       WHERE ctid = ${one('drill_drops')} RETURNING id`,
  ],
  [
    'drill record',
    `UPDATE drill_records SET record_text = record_text || ' ' WHERE ctid = ${one('drill_records')} RETURNING id`,
  ],
  [
    'drill reply',
    `UPDATE drill_replies SET reason = 'Rien à redire' WHERE ctid = ${one('drill_replies')} RETURNING id`,
  ],
  [
    'notice draft',
    `UPDATE notices SET draft = jsonb_set(draft, '{demand}', '"rien"')
       WHERE ctid = ${one('notices')} RETURNING id`,
  ],
  [
    'notice letter',
    `UPDATE notice_letters SET letter_text = replace(letter_text, 'jours', 'mois')
       WHERE ctid = ${one('notice_letters')} RETURNING notice_id || '/' || kind AS id`,
  ],
  [
    'notice step',
    `UPDATE notice_steps SET happened_on = happened_on - 1
       WHERE ctid = ${one('notice_steps', "WHERE step = 'receive'")} RETURNING notice_id || '/' || number AS id`,
  ],
  [
    'notice piece',
    `UPDATE notice_pieces SET role = 'posting'
       WHERE ctid = ${one('notice_pieces', "WHERE role = 'receipt'")} RETURNING id`,
  ],
  [
    'notice reply',
    `UPDATE notice_replies SET body = body || '!' WHERE ctid = ${one('notice_replies')} RETURNING id`,
  ],
  [
    'end of contract',
    `UPDATE contract_endings SET ground = 'agreement'
       WHERE ctid = ${one('contract_endings')} RETURNING engagement_id || '/' || number AS id`,
  ],
  [
    'finding act',
    `UPDATE finding_acts SET reason = reason || '!' WHERE ctid = ${one('finding_acts', "WHERE act = 'verify'")}
       RETURNING finding_id || '/' || number AS id`,
  ],
  [
    'finding piece',
    `UPDATE finding_pieces SET name = name || '!' WHERE ctid = ${one('finding_pieces')} RETURNING finding_id || '/' || evidence_id AS id`,
  ],
  [
    'verification',
    `UPDATE finding_verifications SET level = 'E1' WHERE ctid = ${one('finding_verifications')} RETURNING finding_id || '/' || number AS id`,
  ],
  [
    'override',
    `UPDATE answer_reviews SET override_state = 'refused', override_value = NULL
       WHERE ctid = ${one('answer_reviews', "WHERE override_state = 'answered'")} RETURNING assessment_id || '/' || question_key AS id`,
  ],
];

/** The demo has a row of every kind that an event tells of. */
describe('a row that is no longer what its event tells', () => {
  let demo: RunningApp;
  /** What was found before: every test leaves its change. */
  let known: Set<string>;
  beforeAll(async () => {
    demo = await startApp({ demo: true });
    await prepareFirstStart(demo.app, demo.app.get<ServeConfig>(CONFIG), demo.database.ownerUrl);
    known = new Set();
  }, 120_000);
  afterAll(() => demo.close());

  const newFaults = async (): Promise<LocatedFault[]> => {
    const client = new pg.Client({ connectionString: demo.database.ownerUrl });
    await client.connect();
    // As the command does: row security decides what it may read.
    await client.query(`SET ROLE ${ownerRole}`);
    const { faults } = await verifyChains(client);
    await client.end();
    const fresh = faults.filter((fault) => !known.has(JSON.stringify(fault)));
    for (const fault of fresh) known.add(JSON.stringify(fault));
    return fresh;
  };
  /** Changes one row and returns its id. */
  const change = async (statement: string): Promise<string> => {
    const [row] = await demo.sql<{ id: string }>(statement);
    if (!row) throw new Error(`nothing was changed by ${statement}`);
    return row.id;
  };

  test('the demo itself is sound', async () => {
    expect(await newFaults()).toEqual([]);
  });

  // Each walk through the demo takes a second: all are changed, and then it is walked once.
  test('a row of every kind, changed', async () => {
    const expected: object[] = [];
    for (const [document, statement] of changes) {
      const documentId = await change(statement);
      expected.push(expect.objectContaining({ fault: 'document-differs', document, documentId }) as object);
    }
    const faults = await newFaults();
    expect(faults).toEqual(expect.arrayContaining(expected));
    expect(faults).toHaveLength(expected.length);
  });

  test.each(['{}', 'nothing', '{"pieces":[{"id":1}]}'])(
    'a submission rewritten as %s, with its own hash',
    async (other) => {
      const documentId = await change(
        `UPDATE submissions SET submission_text = '${other}', sha256 = encode(sha256('${other}'), 'hex')
       WHERE ctid = (SELECT s.ctid FROM submissions s WHERE length(s.submission_text) > 100
         AND s.sha256 = encode(sha256(convert_to(s.submission_text, 'UTF8')), 'hex') LIMIT 1) RETURNING id`,
      );
      expect(await newFaults()).toContainEqual(
        expect.objectContaining({ fault: 'document-differs', document: 'submission', documentId }),
      );
    },
  );

  test('a piece that now names another file of the same organisation', async () => {
    const documentId = await change(
      `UPDATE evidence e SET sha256 = (SELECT f.sha256 FROM evidence_files f WHERE f.organisation_id = e.organisation_id
         AND f.sha256 <> e.sha256 LIMIT 1)
       WHERE ctid = (SELECT e.ctid FROM evidence e JOIN evidence_files f ON f.organisation_id = e.organisation_id
         AND f.sha256 <> e.sha256 LIMIT 1) RETURNING id`,
    );
    expect(await newFaults()).toEqual([
      expect.objectContaining({ fault: 'document-differs', document: 'piece', documentId }),
    ]);
  });

  test('the supplier’s questionnaire, for every request that was sent with it', async () => {
    await change(
      `UPDATE supplier_documents SET document_text = document_text || ' '
       WHERE ctid = ${one('supplier_documents')} RETURNING sha256 AS id`,
    );
    const faults = await newFaults();
    expect(faults.length).toBeGreaterThan(0);
    for (const fault of faults)
      expect(fault).toMatchObject({ fault: 'document-differs', document: 'questionnaire as sent' });
  });

  test('a row that is gone, and one that no event tells of', async () => {
    const gone = await change(
      `DELETE FROM clarifications WHERE ctid = ${one('clarifications', 'ORDER BY id DESC')} RETURNING id`,
    );
    const added = await change(
      `INSERT INTO decisions SELECT organisation_id, gen_random_uuid(), assessment_id, 'sign', 'antedated',
         (SELECT id FROM score_snapshots s WHERE s.assessment_id = decisions.assessment_id AND s.id <> snapshot_id LIMIT 1),
         decided_by, decided_by_name, at FROM decisions LIMIT 1 RETURNING snapshot_id AS id`,
    );
    const faults = await newFaults();
    expect(faults).toHaveLength(2);
    expect(faults).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ fault: 'document-missing', document: 'message', documentId: gone }),
        expect.objectContaining({ fault: 'document-untold', document: 'decision', documentId: added }),
      ]),
    );
  });

  test.each(['{}', 'null', '{"submissionId":"x"}', 'nothing'])(
    'an event that was made to tell %s',
    async (told) => {
      const [event] = await demo.sql<{ sequence: number }>(
        `UPDATE events SET text = '${told}' WHERE ctid = (SELECT ctid FROM events WHERE kind = 'submitted'
         AND text LIKE '{"a%' AND text NOT LIKE '%"~with"%' LIMIT 1) RETURNING sequence::int`,
      );
      const faults = await newFaults();
      expect(faults).toContainEqual(expect.objectContaining({ fault: 'changed', sequence: event?.sequence }));
      expect(faults).toContainEqual(
        expect.objectContaining({ fault: 'document-untold', document: 'submission' }),
      );
    },
  );

  test('is named by the command', async () => {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    expect(await verifyDatabase(demo.database.ownerUrl, { json: false }, { stdout, stderr })).toBe(1);
    stdout.end();
    const printed = await text(stdout);
    expect(printed).toMatch(/: the submission [0-9a-f-]{36} is not what event \d+, "submitted", tells\n/);
    expect(printed).toMatch(/: no event tells of the decision [0-9a-f-]{36}\n/);
  });
});
