import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { changes, one } from '../../../test/fixtures/document-changes.js';
import { startApp, type RunningApp } from '../../../test/harness/running-app.js';
import { verifyDatabase } from '../../cli/verify.js';
import { CONFIG, type ServeConfig } from '../../platform/config/config-token.js';
import { ownerRole } from '../../platform/database/roles.js';
import { prepareFirstStart } from '../../start/first-start.js';
import { verifyChains, type LocatedFault } from './verify-chains.js';

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
       WHERE (buyer_id, sha256) = (SELECT buyer_id, document_sha256 FROM assessments a
         WHERE NOT EXISTS (SELECT FROM version_moves m WHERE m.assessment_id = a.id) LIMIT 1) RETURNING sha256 AS id`,
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
