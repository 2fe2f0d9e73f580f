import { createHash } from 'node:crypto';
import { maxCounts } from '@probant/shared/limits';
import { eicarBytes } from '../../platform/scan/eicar.js';
import { zipOf } from '../../../test/fixtures/archives.js';
import { givenAssessment, type GivenAssessment } from '../../../test/harness/given-assessment.js';
import type { Actor, Reply } from '../../../test/harness/actor.js';
import { digest } from '../../../test/isolation/digest.js';
import { world, type World } from '../../../test/harness/world.js';

const pdf = Buffer.from(
  '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n',
);
const eicar = eicarBytes();

interface Piece {
  id: string;
  revision: number;
  sheetRevision: number;
  questionIds: string[];
}

describe('pieces of evidence', () => {
  let all: World;
  let given: GivenAssessment;
  let evidence: string;
  beforeAll(async () => {
    all = await world();
  });
  beforeEach(async () => {
    given = await givenAssessment(all);
    evidence = `/api/requests/${given.assessmentId}/evidence`;
  });
  afterAll(() => all.close());

  const attach = async (
    actor: Actor,
    path: string,
    {
      content,
      name,
      ...fields
    }: {
      content: Buffer;
      name: string;
      kind?: string;
      datedOn?: string;
      questionId?: string | readonly string[];
    },
  ): Promise<Reply<Piece>> => {
    let call = actor.start('post', path).field('kind', fields.kind ?? 'pv_test');
    if (fields.datedOn !== undefined) call = call.field('datedOn', fields.datedOn);
    for (const id of [fields.questionId ?? []].flat()) call = call.field('questionIds[]', id);
    return actor.finish<Piece>(await call.attach('file', content, { filepath: name } as object));
  };
  const add = (more: Partial<Parameters<typeof attach>[2]> = {}) =>
    attach(given.supplier, evidence, {
      content: pdf,
      name: 'pv.pdf',
      questionId: 'BKP-04',
      datedOn: '2026-10-14',
      ...more,
    });

  test('a piece is kept with its hash, shown on the sheet, and read back byte for byte', async () => {
    const reply = await add();
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({
      name: 'pv.pdf',
      mediaType: 'application/pdf',
      sha256: createHash('sha256').update(pdf).digest('hex'),
      scanPartial: true,
      questionIds: ['BKP-04'],
      sheetRevision: 1,
    });
    const sheet = await given.supplier.get(`/api/requests/${given.assessmentId}/sheet`);
    expect(sheet.body).toMatchObject({
      sheet: {
        status: 'in-progress',
        pieces: [{ questionId: 'BKP-04', name: 'pv.pdf', datedOn: '2026-10-14' }],
      },
    });
    const download = await given.supplier
      .start('get', `${evidence}/${reply.body.id}/content`)
      .buffer(true)
      .parse((res, done) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk));
        res.on('end', () => done(null, Buffer.concat(chunks)));
      });
    expect(Buffer.compare(download.body as Buffer, pdf)).toBe(0);
    expect(download.headers['content-security-policy']).toContain('sandbox');
  });

  test('a piece stands beside as many questions as the limits say, and the next one is refused by name', async () => {
    const asked = given.questionnaire.themes.flatMap(({ questions }) => questions.map(({ id }) => id));
    expect(asked.length).toBeGreaterThan(40);
    const reply = await add({ questionId: asked });
    expect(reply.status).toBe(200);
    expect(reply.body.questionIds.toSorted()).toEqual(asked.toSorted());
    expect(await add({ questionId: Array<string>(201).fill('BKP-04') })).toBeProblem('invalid-input', [
      '/questionIds',
    ]);
  });

  test.each([
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x2e, 0x74, 0x78, 0x74])],
    ['half a character', Buffer.from([0x61, 0xc3, 0x2e, 0x74, 0x78, 0x74])],
  ])('a name of %s is refused', async (_what, name) => {
    const part = (head: string | Buffer, body: string): Buffer =>
      Buffer.concat([
        Buffer.from('--B\r\nContent-Disposition: form-data; name='),
        Buffer.from(head),
        Buffer.from(`\r\n\r\n${body}\r\n`),
      ]);
    const file = Buffer.concat([
      Buffer.from('"file"; filename="'),
      name,
      Buffer.from('"\r\nContent-Type: text/plain'),
    ]);
    const body = Buffer.concat([part('"kind"', 'pv_test'), part(file, 'bonjour'), Buffer.from('--B--\r\n')]);
    const reply = given.supplier.finish(
      await given.supplier
        .start('post', evidence)
        .set('content-type', 'multipart/form-data; boundary=B')
        .serialize((raw: unknown) => raw as string)
        .send(body as never),
    );
    expect(reply).toBeProblem('file-name-refused', ['/fileName']);
    expect(await all.sql("SELECT 1 FROM evidence WHERE name LIKE '%.txt'")).toEqual([]);
  });

  test('a name with signs of its own is written as RFC 5987 wants it', async () => {
    const { body } = await add({ name: "Plan d'accès (v2) *é*.pdf" });
    const { headers } = await given.supplier.get(`${evidence}/${body.id}/content`);
    expect(headers['content-disposition']).toBe(
      "attachment; filename*=UTF-8''Plan%20d%27acc%C3%A8s%20%28v2%29%20%2A%C3%A9%2A.pdf",
    );
  });

  test('the same bytes twice are stored once and stay two pieces', async () => {
    await add();
    await add({ questionId: 'BKP-07' });
    const files = await all.sql('SELECT 1 FROM evidence_files WHERE organisation_id = $1 AND sha256 = $2', [
      all.cadran.id,
      createHash('sha256').update(pdf).digest('hex'),
    ]);
    expect(files).toHaveLength(1);
  });

  test.each([
    ['EICAR as it is', eicar, 'essai.txt'],
    ['EICAR renamed .pdf', eicar, 'essai.pdf'],
    ['EICAR in a zip', null, 'lot.zip'],
  ])('%s is refused by its name, and only the event is kept', async (_name, content, name) => {
    const before = await digest(all);
    const reply = await add({ content: content ?? (await zipOf({ name: 'a.txt', bytes: eicar })), name });
    expect(reply).toBeProblem('file-infected');
    expect(reply.body).toMatchObject({ params: { signature: expect.stringContaining('Eicar') } });
    const after = await digest(all);
    expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual([
      'chains',
      'events',
    ]);
  });

  test.each([
    ['an empty file', Buffer.alloc(0), 'vide.pdf', 'file-empty'],
    ['a file that lies about its type', pdf, 'photo.png', 'file-type-mismatch'],
    [
      'a program',
      Buffer.from('MZ\u0090\u0000\u0003\u0000\u0000\u0000', 'latin1'),
      'outil.exe',
      'file-type-refused',
    ],
    ['a name with path parts', pdf, '../../etc/pv.pdf', 'file-name-refused'],
  ] as const)('%s is refused and no piece is kept', async (_name, content, name, code) => {
    expect(await add({ content, name })).toBeProblem(code);
    expect(
      (await given.supplier.get<{ items: { questionIds: string[] }[] }>(evidence)).body.items.filter(
        (item) => item.questionIds.length > 0,
      ),
    ).toEqual([]);
  });

  test.each([
    ['an unknown question', { questionId: 'XXX-01' }, ['/questionIds/0']],
    ['an unknown kind', { kind: 'selfie' }, ['/kind']],
    ['a date to come', { datedOn: '2027-01-01' }, ['/datedOn']],
    ['a date that does not exist', { datedOn: '2026-02-30' }, ['/datedOn']],
  ])('%s is refused and nothing is kept', async (_name, more, pointers) => {
    const before = await digest(all);
    expect(await add(more)).toBeProblem('invalid-input', pointers);
    expect(await digest(all)).toEqual(before);
  });

  test('a piece may be given to as many questions at once as it may stand beside, and to no more', async () => {
    const send = async (questionIds: readonly string[]) => {
      let call = given.supplier.start('post', evidence).field('kind', 'pv_test');
      for (const id of questionIds) call = call.field('questionIds[]', id);
      return given.supplier.finish<Piece>(await call.attach('file', pdf, { filepath: 'pv.pdf' } as object));
    };
    const sheet = await given.supplier.get<{ document: { themes: { questions: { id: string }[] }[] } }>(
      `/api/requests/${given.assessmentId}/sheet`,
    );
    const questionIds = sheet.body.document.themes
      .flatMap(({ questions }) => questions.map(({ id }) => id))
      .slice(0, 60);
    expect(questionIds.length).toBeGreaterThan(30);
    expect((await send(questionIds)).body.questionIds.toSorted()).toEqual(questionIds.toSorted());
    const most = Array.from({ length: maxCounts.questionsPerEvidence }, (_, at) => `NON-${at}`);
    expect(await send(most)).toBeProblem('invalid-input');
    expect(await send([...most, 'NON-X'])).toBeProblem('invalid-input', ['/questionIds']);
  });

  test('a piece stands beside several questions, and is taken away from one', async () => {
    const { body } = await add();
    await given.supplier.post(`${evidence}/${body.id}/links`, { questionId: 'BKP-07' });
    const linked = await given.supplier.post<Piece>(`${evidence}/${body.id}/links`, { questionId: 'BKP-08' });
    expect(linked.body).toMatchObject({ questionIds: ['BKP-04', 'BKP-07', 'BKP-08'], sheetRevision: 3 });
    const unlinked = await given.supplier.delete<Piece>(`${evidence}/${body.id}/links/BKP-07`);
    expect(unlinked.body).toMatchObject({ questionIds: ['BKP-04', 'BKP-08'] });
  });

  test('a newer piece takes the older one’s place, and the older one stays', async () => {
    const { body: older } = await add();
    const newer = await attach(given.supplier, `${evidence}/${older.id}/supersede`, {
      content: Buffer.concat([pdf, Buffer.from('\n')]),
      name: 'pv-2.pdf',
    });
    expect(newer.body).toMatchObject({ name: 'pv-2.pdf', questionIds: ['BKP-04'] });
    const { body } = await given.supplier.get<{ items: Piece[] }>(evidence);
    expect(body.items.find((item) => item.id === older.id)).toMatchObject({
      superseded: true,
      questionIds: [],
    });
  });

  test('a file that stands beside the question already stays one piece, whatever its name', async () => {
    const { body: first } = await add();
    const again = await add({ name: 'pv-bis.pdf', datedOn: '2026-10-15' });
    expect(again.body).toMatchObject({ id: first.id, name: 'pv.pdf', questionIds: ['BKP-04'] });
    const sheet = await given.supplier.get<{ sheet: { pieces: object[] } }>(
      `/api/requests/${given.assessmentId}/sheet`,
    );
    expect(sheet.body.sheet.pieces).toHaveLength(1);
  });

  test('replaced by a file that stands beside it already, a piece leaves that one alone there', async () => {
    const { body: kept } = await add();
    const other = Buffer.concat([pdf, Buffer.from('\n\n')]);
    const { body: older } = await add({ content: other, name: 'ancien.pdf' });
    await given.supplier.post(`${evidence}/${older.id}/links`, { questionId: 'BKP-07' });
    const reply = await attach(given.supplier, `${evidence}/${older.id}/supersede`, {
      content: pdf,
      name: 'pv-nouveau.pdf',
    });
    expect(reply.body).toMatchObject({ id: kept.id, questionIds: ['BKP-04', 'BKP-07'] });
    const { body } = await given.supplier.get<{ items: Piece[] }>(evidence);
    expect(body.items.find(({ id }) => id === older.id)).toMatchObject({ superseded: true, questionIds: [] });
  });

  test('a piece may wait for its kind, and an expiry before its date is refused in its own words', async () => {
    const { body } = await add({ kind: 'a_preciser' });
    expect(body).toMatchObject({ kind: 'a_preciser' });
    const change = { kind: 'pv_test', datedOn: '2026-10-14', expiresOn: '2026-10-13', revision: 1 };
    const reply = await given.supplier.put(`${evidence}/${body.id}`, change);
    expect(reply.body).toMatchObject({
      errors: [{ pointer: '/expiresOn', code: 'expires-before-issue' }],
    });
    const old = await given.supplier.put(`${evidence}/${body.id}`, { ...change, datedOn: '1800-05-01' });
    expect(old.body).toMatchObject({ errors: [{ pointer: '/datedOn', code: 'date-too-old' }] });
    const far = await given.supplier.put(`${evidence}/${body.id}`, { ...change, expiresOn: '9999-12-31' });
    expect(far.body).toMatchObject({ errors: [{ pointer: '/expiresOn', code: 'date-too-far' }] });
  });

  test('another workspace and the buyer reach no draft piece', async () => {
    const { body } = await add();
    for (const actor of [all.talweg['supplier-admin'], all.talweg.contributor]) {
      expect(await actor.get(`${evidence}/${body.id}/content`)).toBeProblem('not-found');
      expect(await attach(actor, evidence, { content: pdf, name: 'pv.pdf' })).toBeProblem('not-found');
    }
    expect(await all.acme.buyer.get(`${evidence}/${body.id}/content`)).toBeProblem('not-permitted');
  });

  test('nothing is attached once it is submitted', async () => {
    await all.sql("UPDATE assessments SET status = 'submitted' WHERE id = $1", [given.assessmentId]);
    expect(await add()).toBeProblem('assessment-closed');
  });
});
