import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { canonicalJson } from '@probant/shared/proof/canonical-json';
import pg from 'pg';
import { givenAssessment, type GivenAssessment } from '../../../test/harness/given-assessment.js';
import { world, type World } from '../../../test/harness/world.js';
import { verify, verifyDatabase } from '../../cli/verify.js';
import { verifyChains, type LocatedFault } from './verify-chains.js';

interface Printed {
  readonly sound: boolean;
  readonly chains: number;
  readonly events: number;
  readonly more: boolean;
  readonly faults: readonly {
    readonly chainId: string;
    readonly organisation: string;
    readonly sentence: string;
  }[];
}

async function verifyOn(ownerUrl: string): Promise<{ code: number; printed: Printed }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await verifyDatabase(ownerUrl, { json: true }, { stdout, stderr });
  stdout.end();
  return { code, printed: JSON.parse(await text(stdout)) as Printed };
}

describe('everything that the product writes', () => {
  let all: World;
  beforeAll(async () => {
    all = await world();
  });
  afterAll(() => all.close());

  test('is sound, in the chains of every organisation', async () => {
    const given = await givenAssessment(all);
    await answered(given);
    await tellsVersion(all, given);
    const { code, printed } = await verifyOn(all.database.ownerUrl);
    expect(printed).toMatchObject({ sound: true, faults: [], more: false });
    expect(code).toBe(0);
    const [counted] = await all.sql<{ chains: number; events: number }>(
      'SELECT (SELECT count(*)::int FROM chains) AS chains, (SELECT count(*)::int FROM events) AS events',
    );
    expect(printed).toMatchObject(counted ?? {});
  });
});

/** The version of a test is there before anybody published it. */
async function tellsVersion(
  all: World,
  { buyerId, questionnaireId, versionId }: GivenAssessment,
): Promise<void> {
  const [version] = await all.sql<{ sha256: string }>(
    'SELECT sha256 FROM questionnaire_versions WHERE id = $1',
    [versionId],
  );
  const kind = 'questionnaire-published';
  const event = { kind, questionnaireId, versionId, title: '', number: 1, documentSha256: version?.sha256 };
  await all.sql(
    `WITH speaker AS MATERIALIZED (SELECT set_config('app.organisation_id', $1, true) AS id)
     SELECT e.* FROM speaker, LATERAL append_event(speaker.id::uuid, $2, 'system', $3) e`,
    [buyerId, kind, canonicalJson(event)],
  );
}

describe('what somebody with all rights changed is found and named', () => {
  let all: World;
  let given: GivenAssessment;
  /** The supplier's chain and the buyer's. */
  let supplier: string;
  let buyer: string;
  beforeAll(async () => {
    all = await world();
  });
  beforeEach(async () => {
    given = await givenAssessment(all);
    await answered(given);
    [supplier, buyer] = [given.supplierOrganisationId, given.buyerId];
  });
  afterAll(() => all.close());

  const tamper = (set: string, organisationId: string, sequence: number) =>
    all.sql(
      `UPDATE events SET ${set} WHERE organisation_id = $1 AND chain_id = $2 AND sequence = $3 RETURNING kind`,
      [organisationId, given.assessmentId, sequence],
    );
  const cut = (organisationId: string, from: number, to = Number.MAX_SAFE_INTEGER) =>
    all.sql(
      'DELETE FROM events WHERE organisation_id = $1 AND chain_id = $2 AND sequence BETWEEN $3 AND $4',
      [organisationId, given.assessmentId, from, to],
    );
  const lengthOf = async (organisationId: string) => {
    const [row] = await all.sql<{ sequence: number }>(
      'SELECT sequence::int FROM chains WHERE organisation_id = $1 AND id = $2',
      [organisationId, given.assessmentId],
    );
    return row?.sequence ?? 0;
  };
  const turnHeadBack = (organisationId: string) =>
    all.sql(
      `UPDATE chains c SET sequence = e.sequence, hash = e.hash FROM (
         SELECT sequence, hash FROM events WHERE organisation_id = $1 AND chain_id = $2 ORDER BY sequence DESC LIMIT 1) e
       WHERE c.organisation_id = $1 AND c.id = $2`,
      [organisationId, given.assessmentId],
    );
  const sequenceOf = async (organisationId: string, kind: string) => {
    const [row] = await all.sql<{ sequence: number }>(
      'SELECT sequence::int FROM events WHERE organisation_id = $1 AND chain_id = $2 AND kind = $3 ORDER BY sequence DESC LIMIT 1',
      [organisationId, given.assessmentId, kind],
    );
    return row?.sequence ?? 0;
  };
  const faults = async (): Promise<LocatedFault[]> => {
    const client = new pg.Client({ connectionString: all.database.ownerUrl });
    await client.connect();
    const report = await verifyChains(client);
    await client.end();
    return report.faults.filter(({ chainId }) => chainId === given.assessmentId);
  };
  const at = (organisationId: string, fault: object) => ({
    organisationId,
    chainId: given.assessmentId,
    ...fault,
  });

  test('a changed text', async () => {
    const sequence = await sequenceOf(supplier, 'answer-saved');
    await tamper(`text = replace(text, 'immuable', 'aucune')`, supplier, sequence);
    expect(await faults()).toEqual([at(supplier, { fault: 'changed', sequence })]);
  });

  test('a changed text with its hashes made anew, betrayed by the next event', async () => {
    const sequence = await sequenceOf(supplier, 'answer-saved');
    await tamper(
      `text = '{}', text_sha256 = encode(sha256('{}'), 'hex'), hash = encode(sha256(convert_to(concat_ws(E'\\n', previous_hash,
         organisation_id::text || '/' || chain_id::text, sequence::text, instant_text(at), actor, kind,
         encode(sha256('{}'), 'hex')), 'UTF8')), 'hex')`,
      supplier,
      sequence,
    );
    expect(await faults()).toEqual([at(supplier, { fault: 'changed', sequence })]);
  });

  test('an instant moved by less than the hash covers', async () => {
    await tamper(`at = at + interval '300 microseconds'`, buyer, 2);
    expect(await faults()).toEqual([at(buyer, { fault: 'changed', sequence: 2 })]);
  });

  test('an instant moved by an hour', async () => {
    await tamper(`at = at - interval '1 hour'`, buyer, 1);
    expect(await faults()).toEqual([at(buyer, { fault: 'changed', sequence: 1 })]);
  });

  test('a deleted event', async () => {
    const sequence = await sequenceOf(supplier, 'workspace-chosen');
    await cut(supplier, sequence, sequence);
    expect(await faults()).toEqual([at(supplier, { fault: 'missing', sequence })]);
  });

  test('two events that exchanged their numbers', async () => {
    const last = await lengthOf(supplier);
    await all.sql(
      `UPDATE events SET sequence = -sequence WHERE organisation_id = $1 AND chain_id = $2 AND sequence IN ($3, $4)`,
      [supplier, given.assessmentId, last - 1, last],
    );
    await all.sql(
      `UPDATE events SET sequence = $3::bigint + sequence WHERE organisation_id = $1 AND chain_id = $2 AND sequence < 0`,
      [supplier, given.assessmentId, last * 2 - 1],
    );
    expect(await faults()).toEqual([
      at(supplier, { fault: 'reordered', sequence: last - 1, writtenAs: last }),
      at(supplier, { fault: 'reordered', sequence: last, writtenAs: last - 1 }),
    ]);
  });

  test('a tail that was cut off', async () => {
    const last = await lengthOf(supplier);
    await cut(supplier, last - 1);
    expect(await faults()).toContainEqual(at(supplier, { fault: 'cut-off', from: last - 1, to: last }));
  });

  test('an event that was added beyond the head', async () => {
    const last = await lengthOf(supplier);
    await all.sql(
      `INSERT INTO events SELECT organisation_id, chain_id, sequence + 1, at, actor, kind, text, text_sha256, hash, hash
       FROM events WHERE organisation_id = $1 AND chain_id = $2 AND sequence = $3`,
      [supplier, given.assessmentId, last],
    );
    expect(await faults()).toContainEqual(at(supplier, { fault: 'added', sequence: last + 1 }));
  });

  test("the supplier's tail cut off and its head turned back: the buyer's chain tells of the act", async () => {
    const started = await sequenceOf(supplier, 'answering-started');
    const witness = await sequenceOf(buyer, 'answering-started');
    await cut(supplier, started);
    await turnHeadBack(supplier);
    expect(await faults()).toEqual([
      at(supplier, {
        fault: 'act-missing',
        kind: 'answering-started',
        after: started - 1,
        witnessOrganisationId: buyer,
        witnessSequence: witness,
      }),
    ]);
  });

  test("the buyer's tail cut off and its head turned back: the supplier's chain tells of the act", async () => {
    const started = await sequenceOf(buyer, 'answering-started');
    await cut(buyer, started);
    await turnHeadBack(buyer);
    expect(await faults()).toEqual([
      at(buyer, {
        fault: 'act-missing',
        kind: 'answering-started',
        after: started - 1,
        witnessOrganisationId: supplier,
        witnessSequence: await sequenceOf(supplier, 'answering-started'),
      }),
    ]);
  });

  test("the buyer's act cut out of the supplier's chain, head and all", async () => {
    await given.buyer.post(`/api/assessments/${given.assessmentId}/cancel`, { reason: 'Projet arrêté' });
    const cancelled = await sequenceOf(supplier, 'assessment-cancelled');
    expect(cancelled).toBeGreaterThan(0);
    await cut(supplier, cancelled);
    await turnHeadBack(supplier);
    expect(await faults()).toEqual([
      at(supplier, {
        fault: 'act-missing',
        kind: 'assessment-cancelled',
        after: cancelled - 1,
        witnessOrganisationId: buyer,
        witnessSequence: await sequenceOf(buyer, 'assessment-cancelled'),
      }),
    ]);
  });

  test('a whole chain that was taken out, and events whose count is gone', async () => {
    await all.sql('DELETE FROM events WHERE organisation_id = $1 AND chain_id = $2', [
      buyer,
      given.assessmentId,
    ]);
    await all.sql('DELETE FROM chains WHERE organisation_id = $1 AND id = $2', [buyer, given.assessmentId]);
    expect(await faults()).toContainEqual(at(buyer, { fault: 'no-chain' }));
  });

  test('the command ends with 1 and one sentence per fault that names organisation, chain and event', async () => {
    const sequence = await sequenceOf(supplier, 'answer-saved');
    await tamper(`actor = 'system'`, supplier, sequence);
    const { code, printed } = await verifyOn(all.database.ownerUrl);
    expect(code).toBe(1);
    expect(printed.sound).toBe(false);
    expect(printed.faults.filter(({ chainId }) => chainId === given.assessmentId)).toMatchObject([
      { organisation: 'cadran', fault: 'changed', sequence, sentence: `event ${sequence} was changed` },
    ]);
  });
});

test.each([[[]], [['--json']], [['--chain', '--all']], [['chain']]])(
  'arguments %j are refused with exit 2 and nothing on stdout',
  async (args) => {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    expect(await verify(args, { stdout, stderr })).toBe(2);
    stdout.end();
    stderr.end();
    expect(await text(stdout)).toBe('');
    expect(await text(stderr)).toMatch(/^Usage/);
  },
);

/** Three saves, so that the chain has a middle. */
async function answered(given: GivenAssessment): Promise<void> {
  const save = (questionId: string, value: unknown, revision: number) =>
    given.supplier.put(`/api/requests/${given.assessmentId}/answers`, {
      answers: [
        { questionId, revision, clientKey: `cle-${questionId}-${revision}`, state: 'answered', value },
      ],
    });
  for (const reply of [
    await save('BKP-04', 'immuable', 0),
    await save('BKP-02', 24, 0),
    await save('BKP-04', 'immuable', 1),
  ])
    expect(reply.status).toBe(200);
}
