import { testKey } from '@probant/shared/testing/seal-in-memory';
import { aManifest, aPack, question, sendPack } from '../../../test/fixtures/answer-packs.js';
import type { Actor } from '../../../test/harness/actor.js';
import { givenAssessment } from '../../../test/harness/given-assessment.js';
import { givenSubmission } from '../../../test/harness/given-submission.js';
import { world, type World } from '../../../test/harness/world.js';

interface Preview {
  readonly manifestSha256: string;
  readonly signer: { readonly own: boolean; readonly name: string | null; readonly fingerprint: string };
  readonly entries: { readonly place: number; readonly standing: string; readonly taken: boolean }[];
  readonly pieces: { readonly name: string; readonly known: boolean }[];
}

describe('packs of answers', () => {
  let all: World;
  beforeAll(async () => {
    all = await world();
    await givenSubmission(all, {
      answers: {
        'BKP-04': { state: 'answered', value: 'immuable', comment: 'Objet verrouillé' },
        'BKP-02': { state: 'answered', value: 24 },
      },
      pieces: [{ questions: ['BKP-04'], name: 'pv.txt', datedOn: '2026-10-01' }],
    });
  });
  afterAll(() => all.close());
  const cadran = () => all.cadran['supplier-admin'];
  const talweg = () => all.talweg['supplier-admin'];

  const download = async (actor: Actor, query = ''): Promise<Buffer> => {
    const call = actor.start('get', `/api/answer-packs/own${query}`).buffer(true);
    const { body } = await call.parse((response, done) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        done(null, Buffer.concat(parts));
      });
    });
    return body as Buffer;
  };
  const send = (
    actor: Actor,
    step: 'preview' | 'import',
    pack: Buffer,
    fields?: Readonly<Record<string, string>>,
  ) => sendPack<Preview>(actor, step, pack, fields);

  test('what one workspace exports another reads, and takes into its library as chosen', async () => {
    const pack = await download(cadran());
    const preview = await send(talweg(), 'preview', pack);
    expect(preview.body).toMatchObject({
      owner: 'cadran',
      signer: { own: true, name: null },
      entries: [
        { questionId: 'BKP-02', standing: 'new', taken: true },
        { questionId: 'BKP-04', standing: 'new', taken: true, pieces: 1 },
      ],
      pieces: [{ name: 'pv.txt', known: false }],
    });
    expect(pack.toString('latin1')).not.toContain('acme');
    const { manifestSha256 } = preview.body;
    const imported = await send(talweg(), 'import', pack, { manifestSha256, places: '1' });
    expect(imported.body).toEqual({ answers: 1, pieces: 1 });
    const now = await givenAssessment(all, { supplier: all.talweg, buyer: all.globex });
    const { body } = await talweg().get<{ items: object[] }>(
      `/api/requests/${now.assessmentId}/answers/BKP-04/suggestions`,
    );
    expect(body.items).toMatchObject([
      {
        fitted: { value: 'immuable' },
        source: { kind: 'pack', packOwner: 'cadran', buyerName: '' },
        pieces: [{ name: 'pv.txt', datedOn: '2026-10-01' }],
      },
    ]);
    expect(
      await all.sql('SELECT 1 FROM working_answers WHERE supplier_organisation_id = $1', [all.talweg.id]),
    ).toEqual([]);
    const again = await send(talweg(), 'preview', pack);
    expect(again.body.entries).toMatchObject([{ standing: 'new' }, { standing: 'same', taken: false }]);
    expect(again.body.pieces).toMatchObject([{ known: true }]);
  });

  test('newer and older answers to the very same question stand beside one’s own, to choose from', async () => {
    const at = (day: string, value: string) => ({
      ...aManifest().entries[0],
      question,
      pieces: [],
      answer: { state: 'answered' as const, value },
      givenAt: `2026-11-${day}T08:00:00.000Z`,
    });
    const actor = all.talweg['supplier-admin'];
    const first = aPack(aManifest({ entries: [at('10', 'Sur disque')] }));
    const { manifestSha256 } = (await send(actor, 'preview', first)).body;
    await send(actor, 'import', first, { manifestSha256, places: '0' });
    const second = aPack(
      aManifest({ entries: [at('09', 'Sur bande'), at('11', 'Au nuage'), at('12', 'Sur disque')] }),
    );
    expect((await send(actor, 'preview', second)).body.entries).toMatchObject([
      { standing: 'older', taken: false, mine: { value: 'Sur disque' } },
      { standing: 'newer', taken: true, mine: { value: 'Sur disque' } },
      { standing: 'same', taken: false, mine: null },
    ]);
  });

  test('an unknown signer shows by its fingerprint, and by its name once the workspace knows it', async () => {
    const key = testKey();
    const pack = aPack(aManifest(), [], key);
    const { signer } = (await send(talweg(), 'preview', pack)).body;
    expect(signer).toMatchObject({ own: false, name: null });
    const { fingerprint } = signer;
    const trust = (body: object) => talweg().post('/api/answer-packs/signers', body);
    expect((await trust({ fingerprint, name: 'Notre espace chez Globex' })).status).toBe(200);
    expect(await trust({ fingerprint, name: 'Encore' })).toBeProblem('invalid-input', ['/fingerprint']);
    expect((await send(talweg(), 'preview', pack)).body.signer.name).toBe('Notre espace chez Globex');
    expect((await send(cadran(), 'preview', pack)).body.signer.name).toBeNull();
    expect(await cadran().delete(`/api/answer-packs/signers/${fingerprint}`)).toBeProblem('not-found');
    await talweg().delete(`/api/answer-packs/signers/${fingerprint}`);
    expect((await send(talweg(), 'preview', pack)).body.signer.name).toBeNull();
  });

  test('what is chosen goes out, what is somebody else’s does not', async () => {
    const { body } = await cadran().get<{ items: { id: string }[] }>('/api/answer-library?search=BKP-02');
    const id = body.items[0]?.id ?? '';
    const pack = await download(cadran(), `?entries=${id}`);
    expect((await send(cadran(), 'preview', pack)).body.entries).toMatchObject([{ standing: 'same' }]);
    expect(await talweg().get(`/api/answer-packs/own?entries=${id}`)).toBeProblem('not-found');
    expect(await all.cadran.contributor.get('/api/answer-packs/own')).toBeProblem('not-permitted');
  });

  test('another file than the one of the preview is refused, and so are places that are not in it', async () => {
    const pack = aPack();
    const { manifestSha256 } = (await send(cadran(), 'preview', pack)).body;
    const other = aPack(aManifest({ owner: 'Autre' }));
    expect(await send(cadran(), 'import', other, { manifestSha256, places: '0' })).toBeProblem(
      'pack-outdated',
    );
    for (const places of ['1', ''])
      expect(await send(cadran(), 'import', pack, { manifestSha256, places })).toBeProblem('invalid-input', [
        '/places',
      ]);
  });
});
