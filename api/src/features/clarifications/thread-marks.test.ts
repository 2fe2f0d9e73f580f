import type { Actor, Reply } from '../../../test/harness/actor.js';
import { givenAssessment, type GivenAssessment } from '../../../test/harness/given-assessment.js';
import { world, type World } from '../../../test/harness/world.js';

interface Message {
  readonly body: string;
  readonly mentions: readonly string[];
  readonly files: readonly { readonly id: string; readonly name: string; readonly sha256: string }[];
}
interface Threads {
  readonly threads: readonly {
    readonly questionId: string;
    readonly awaiting: boolean;
    readonly resolved: boolean;
    readonly asked: boolean;
    readonly unread: number;
    readonly messages: readonly Message[];
  }[];
}

describe('beside the messages of a thread', () => {
  let all: World;
  let given: GivenAssessment;
  beforeAll(async () => {
    all = await world();
  });
  beforeEach(async () => {
    given = await givenAssessment(all);
  });
  afterAll(() => all.close());

  const buyers = (rest = '') => `/api/assessments/${given.assessmentId}/clarifications${rest}`;
  const suppliers = (rest = '') => `/api/requests/${given.assessmentId}/clarifications${rest}`;
  const asks = (more: object = {}) =>
    all.acme.buyer.post<Threads>(buyers(), { questionId: 'BKP-04', body: 'Un courriel ?', ...more });
  const replies = (more: object = {}) =>
    all.cadran.contributor.post<Threads>(suppliers(), { questionId: 'BKP-04', body: 'Non.', ...more });
  const wait = () => {
    all.clock.at = new Date(all.clock.at.getTime() + 1_000);
  };
  const thread = (reply: Reply<Threads>) => reply.body.threads[0];
  const settle = (actor: Actor, path: string, resolved: boolean) =>
    actor.send('put', path, { questionId: 'BKP-04', resolved });
  const send = async (actor: Actor, path: string, content: string, name = 'releve.txt') =>
    actor.finish<Threads>(
      await actor
        .start('post', path)
        .field('questionId', 'BKP-04')
        .field('body', 'Ci-joint.')
        .attach('file', Buffer.from(content), name),
    );

  test('whoever asked says that it is resolved; either side opens it again, and so does a message', async () => {
    await asks();
    wait();
    await replies();
    wait();
    expect(await settle(all.cadran.contributor, suppliers('/resolved'), true)).toBeProblem('asker-resolves');
    expect((await settle(all.acme.buyer, buyers('/resolved'), true)).status).toBe(204);
    expect(await settle(all.acme.buyer, buyers('/resolved'), true)).toBeProblem('transition-refused');
    expect(thread(await all.cadran.contributor.get<Threads>(suppliers()))).toMatchObject({
      resolved: true,
      awaiting: false,
      asked: false,
    });
    wait();
    expect((await settle(all.cadran.contributor, suppliers('/resolved'), false)).status).toBe(204);
    expect(thread(await all.acme.buyer.get<Threads>(buyers()))).toMatchObject({
      resolved: false,
      asked: true,
    });
    wait();
    await settle(all.acme.buyer, buyers('/resolved'), true);
    wait();
    expect(thread(await replies({ body: 'Encore une chose.' }))).toMatchObject({ resolved: false });
    const told = await all.sql<{ kind: string; organisations: number }>(
      `SELECT kind, count(DISTINCT organisation_id)::int AS organisations FROM events
       WHERE chain_id = $1 AND kind IN ('clarification-resolved', 'clarification-reopened') GROUP BY kind ORDER BY kind`,
      [given.assessmentId],
    );
    expect(told).toEqual([
      { kind: 'clarification-reopened', organisations: 2 },
      { kind: 'clarification-resolved', organisations: 2 },
    ]);
  });

  test('a resolved thread no longer waits on the supplier’s sheet', async () => {
    await asks();
    const sheet = async () =>
      (
        await given.supplier.get<{ sheet: { threads: { awaiting: boolean }[] } }>(
          `/api/requests/${given.assessmentId}/sheet`,
        )
      ).body.sheet.threads;
    expect(await sheet()).toMatchObject([{ awaiting: true }]);
    wait();
    await settle(all.acme.buyer, buyers('/resolved'), true);
    expect(await sheet()).toMatchObject([{ awaiting: false }]);
  });

  test('a thread that nobody opened cannot be settled', async () => {
    expect(await settle(all.acme.buyer, buyers('/resolved'), true)).toBeProblem('not-found');
  });

  test('what others wrote is unread until one has looked, each for themselves', async () => {
    await asks();
    wait();
    const read = async (actor: Actor) => thread(await actor.get<Threads>(suppliers()))?.unread;
    expect(await read(all.cadran.contributor)).toBe(1);
    await all.cadran.contributor.send('put', suppliers('/read'), { questionId: 'BKP-04' });
    expect([await read(all.cadran.contributor), await read(given.supplier)]).toEqual([0, 1]);
    wait();
    await replies();
    expect([await read(all.cadran.contributor), await read(given.supplier)]).toEqual([0, 2]);
  });

  test('a file is scanned, kept by its hash, and read by the other side', async () => {
    const sent = await send(all.acme.buyer, buyers('/files'), 'Relevé du 14 octobre');
    expect(sent.status).toBe(200);
    const [file] = thread(sent)?.messages[0]?.files ?? [];
    expect(file).toMatchObject({ name: 'releve.txt' });
    const opened = await all.cadran.contributor.get(suppliers(`/files/${file?.id ?? ''}/content`));
    expect(opened.status).toBe(200);
    expect(thread(await all.cadran.contributor.get<Threads>(suppliers()))?.messages).toMatchObject([
      { body: 'Ci-joint.', files: [{ name: 'releve.txt', sha256: file?.sha256 }] },
    ]);
    const [event] = await all.sql<{ text: string }>(
      `SELECT text FROM events WHERE organisation_id = $2 AND chain_id = $1 AND kind = 'clarification-asked'`,
      [given.assessmentId, all.acme.id],
    );
    expect(JSON.parse(event?.text ?? '{}')).toMatchObject({ file: { sha256: file?.sha256 } });
  });

  test('a file of another kind than it says leaves no message', async () => {
    expect((await send(all.acme.buyer, buyers('/files'), 'MZ\u0000\u0001', 'outil.exe')).status).toBe(415);
    expect((await all.acme.buyer.get<Threads>(buyers())).body.threads).toEqual([]);
  });

  test('a colleague who is mentioned gets a letter with the thread; the other side learns nothing of it', async () => {
    const { body } = await all.cadran.contributor.get<{ items: { accountId: string; name: string }[] }>(
      suppliers('/colleagues'),
    );
    expect(body.items.map(({ name }) => name)).toEqual(['supplier-admin cadran']);
    const mentions = body.items.map(({ accountId }) => accountId);
    await asks();
    wait();
    const own = await replies({ mentions });
    expect(thread(own)?.messages[1]?.mentions).toEqual(['supplier-admin cadran']);
    const [letter] = await all.sql<{ to_address: string; body_text: string }>(
      "SELECT to_address, body_text FROM mail_messages WHERE assessment_id = $1 AND template = 'clarification-mentioned'",
      [given.assessmentId],
    );
    expect(letter).toMatchObject({ to_address: 'supplier-admin@cadran.example' });
    expect(letter?.body_text).toContain(`/requests/${given.assessmentId}?q=BKP-04`);
    const other = await all.acme.buyer.get<Threads>(buyers());
    expect(thread(other)?.messages[1]?.mentions).toEqual([]);
    expect(JSON.stringify(other.body)).not.toContain('supplier-admin');
  });

  test('somebody of the other side cannot be mentioned, and nothing is written', async () => {
    const { body } = await all.acme.buyer.get<{ items: { accountId: string }[] }>(buyers('/colleagues'));
    const refused = await replies({ mentions: [body.items[0]?.accountId] });
    expect(refused).toBeProblem('invalid-input', ['/mentions/0']);
    expect((await all.acme.buyer.get<Threads>(buyers())).body.threads).toEqual([]);
  });
});
