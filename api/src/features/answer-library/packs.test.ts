import type { PackManifest } from '@probant/shared/answer-library/pack-format';
import { packManifestText, packSealedText, packSealText } from '@probant/shared/answer-library/pack-format';
import type { ProblemCode } from '@probant/shared/problems';
import { signText, testCrypto, testKey, zipOf, type TestKey } from '@probant/shared/testing/seal-in-memory';
import { zipOf as compressed } from '../../../test/fixtures/archives.js';
import type { Actor, Reply } from '../../../test/harness/actor.js';
import { givenAssessment } from '../../../test/harness/given-assessment.js';
import { givenSubmission } from '../../../test/harness/given-submission.js';
import { sha256 } from '../../../test/harness/read-chain.js';
import { world, type World } from '../../../test/harness/world.js';
import { digest } from '../../../test/isolation/digest.js';
import { eicarBytes } from '../../platform/scan/eicar.js';

interface Preview {
  readonly manifestSha256: string;
  readonly signer: { readonly own: boolean; readonly name: string | null; readonly fingerprint: string };
  readonly entries: { readonly place: number; readonly standing: string; readonly taken: boolean }[];
  readonly pieces: { readonly name: string; readonly known: boolean }[];
}

const givenAt = '2026-11-01T08:00:00.000Z';
const question = {
  id: 'BKP-02',
  type: 'text' as const,
  text: { fr: 'Comment sauvegardez-vous ?', en: 'How do you back up?' },
};
const aManifest = (more: Partial<PackManifest> = {}): Omit<PackManifest, 'format'> => ({
  exportedAt: '2026-11-20T08:00:00.000Z',
  owner: 'Cadran ailleurs',
  entries: [{ question, answer: { state: 'answered', value: 'Sur bande' }, givenAt, pieces: [] }],
  pieces: [],
  ...more,
});

interface PackFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A pack made by hand, signed by a key of its own. */
function aPack(
  manifest: Omit<PackManifest, 'format'> = aManifest(),
  files: readonly PackFile[] = [],
  key: TestKey = testKey(),
  text: string = packManifestText(manifest),
): Buffer {
  const facts = { manifestSha256: sha256(text), publicKey: key.publicKey };
  const seal = packSealText({ ...facts, signature: signText(key, packSealedText(facts)) });
  return Buffer.from(
    zipOf([
      ...files,
      { path: 'manifest.json', bytes: Uint8Array.from(Buffer.from(text)) },
      { path: 'seal.json', bytes: Uint8Array.from(Buffer.from(seal)) },
    ]),
  );
}

function withPiece(
  content: Buffer,
  name: string,
  more: object = {},
): [Omit<PackManifest, 'format'>, PackFile[]] {
  const hash = testCrypto.sha256OfBytes(content);
  const piece = {
    sha256: hash,
    bytes: content.length,
    name,
    kind: 'pv_test',
    datedOn: null,
    expiresOn: null,
  };
  const entries = [
    { question, answer: { state: 'answered' as const, value: 'Sur bande' }, givenAt, pieces: [0] },
  ];
  return [
    aManifest({ entries, pieces: [{ ...piece, ...more }] }),
    [{ path: `pieces/${hash}`, bytes: Uint8Array.from(content) }],
  ];
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
  const send = async <T = Preview>(
    actor: Actor,
    step: 'preview' | 'import',
    pack: Buffer,
    fields: Readonly<Record<string, string>> = {},
  ): Promise<Reply<T>> => {
    let call = actor.start('post', `/api/answer-packs/${step}`);
    for (const [name, value] of Object.entries(fields)) call = call.field(name, value);
    return actor.finish<T>(await call.attach('file', pack, 'lot.zip'));
  };

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

  const text = Buffer.from('Procès-verbal');
  const zipped = (name: string, bytes: Buffer) => compressed({ name, bytes });
  const flipped = (pack: Buffer, at: number): Buffer => {
    const copy = Buffer.from(pack);
    copy[at] = (copy[at] ?? 0) ^ 1;
    return copy;
  };
  const hostile: readonly (readonly [string, () => Buffer | Promise<Buffer>, ProblemCode, object])[] = [
    ['no archive', () => Buffer.from('bonjour'), 'pack-broken', { code: 'archive' }],
    [
      'a compressed archive',
      () => zipped('manifest.json', Buffer.alloc(5_000_000)),
      'pack-broken',
      { code: 'archive' },
    ],
    [
      'a path upwards',
      () => Buffer.from(zipOf([{ path: 'pieces/../../x', bytes: text }])),
      'pack-broken',
      { code: 'name' },
    ],
    [
      'an absolute path',
      () => Buffer.from(zipOf([{ path: '/etc/passwd', bytes: text }])),
      'pack-broken',
      { code: 'name' },
    ],
    [
      'a name twice',
      () =>
        Buffer.from(
          zipOf([
            { path: 'a.txt', bytes: text },
            { path: 'a.txt', bytes: text },
          ]),
        ),
      'pack-broken',
      { code: 'duplicate' },
    ],
    [
      'a symbolic link',
      () => {
        const pack = aPack(...withPiece(text, 'pv.txt'));
        const table = pack.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
        pack.writeUInt32LE(0o120777 * 65_536, table + 38);
        return pack;
      },
      'pack-broken',
      { code: 'header' },
    ],
    [
      'a file that the manifest does not list',
      () => aPack(aManifest(), [{ path: 'x.sh', bytes: text }]),
      'pack-broken',
      { code: 'unlisted', path: 'x.sh' },
    ],
    [
      'a piece that is missing',
      () => aPack(withPiece(text, 'pv.txt')[0]),
      'pack-broken',
      { code: 'missing' },
    ],
    [
      'a changed piece',
      () => {
        const pack = aPack(...withPiece(text, 'pv.txt'));
        return flipped(pack, pack.indexOf(text));
      },
      'pack-broken',
      { code: 'changed' },
    ],
    [
      'a changed answer',
      () => {
        const pack = aPack();
        return flipped(pack, pack.indexOf('Sur bande'));
      },
      'pack-broken',
      { code: 'header', path: 'manifest.json' },
    ],
    [
      'an answer changed with its checksum',
      () => {
        const key = testKey();
        const manifest = packManifestText(aManifest());
        const facts = { manifestSha256: sha256(manifest), publicKey: key.publicKey };
        const seal = packSealText({ ...facts, signature: signText(key, packSealedText(facts)) });
        const bytes = (content: string) => Uint8Array.from(Buffer.from(content));
        return Buffer.from(
          zipOf([
            { path: 'manifest.json', bytes: bytes(manifest.replace('Sur bande', 'Sur bonde')) },
            { path: 'seal.json', bytes: bytes(seal) },
          ]),
        );
      },
      'pack-broken',
      { code: 'changed', path: 'manifest.json' },
    ],
    [
      'a signature of another key',
      () => {
        const text_ = packManifestText(aManifest());
        const facts = { manifestSha256: sha256(text_), publicKey: testKey().publicKey };
        const seal = packSealText({ ...facts, signature: signText(testKey(), packSealedText(facts)) });
        const bytes = (content: string) => Uint8Array.from(Buffer.from(content));
        return Buffer.from(
          zipOf([
            { path: 'manifest.json', bytes: bytes(text_) },
            { path: 'seal.json', bytes: bytes(seal) },
          ]),
        );
      },
      'pack-broken',
      { code: 'seal' },
    ],
    [
      'an answer that is none to its question',
      () =>
        aPack(
          aManifest({
            entries: [
              {
                ...aManifest().entries[0],
                question,
                givenAt,
                pieces: [],
                answer: { state: 'answered', value: 12 },
              },
            ],
          }),
        ),
      'pack-broken',
      { code: 'entry', place: 1 },
    ],
    [
      'a level of evidence claimed in it',
      () => aPack(...withPiece(text, 'pv.txt', { level: 'E4' })),
      'pack-broken',
      { code: 'piece', place: 1 },
    ],
    [
      'a path as the name of a piece',
      () => aPack(...withPiece(text, '../pv.txt')),
      'pack-broken',
      { code: 'piece', place: 1 },
    ],
    [
      'too many pieces',
      () =>
        aPack(
          aManifest({
            pieces: Array.from({ length: 501 }, () => withPiece(text, 'pv.txt')[0].pieces[0]) as never,
          }),
        ),
      'pack-broken',
      { code: 'too-many' },
    ],
    [
      'a manifest that is not canonical',
      () => aPack(aManifest(), [], testKey(), ` ${packManifestText(aManifest())}`),
      'pack-broken',
      { code: 'malformed' },
    ],
  ];

  test.each(hostile)(
    '%s is refused with what is wrong, and nothing of it is kept',
    async (_name, make, code, fault) => {
      const pack = await make();
      const before = await digest(all);
      for (const step of ['preview', 'import'] as const) {
        const fields = step === 'import' ? { manifestSha256: 'a'.repeat(64), places: '0' } : undefined;
        const reply = await send<{ conflicts: object[] }>(cadran(), step, pack, fields);
        expect(reply).toBeProblem(code);
        expect(reply.body.conflicts[0]).toMatchObject({ ...fault, detail: expect.any(String) });
      }
      const after = await digest(all);
      const moved = Object.keys(after).filter((table) => after[table] !== before[table]);
      // A refused pack is told of.
      expect(moved.sort()).toEqual(
        ['chains', 'events', 'rate_limits'].filter((table) => moved.includes(table)),
      );
    },
  );

  test('a piece that carries a virus, or is of no type that is taken, refuses the whole pack', async () => {
    const bomb = await zipped('a.bin', Buffer.alloc(120_000_000));
    for (const [content, name, code] of [
      [eicarBytes(), 'pv.txt', 'file-infected'],
      [await zipped('pv.txt', eicarBytes()), 'pv.zip', 'file-infected'],
      [Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), 'pv.exe', 'file-type-refused'],
      [bomb, 'pv.zip', 'file-not-scannable'],
    ] as const) {
      const pack = aPack(...withPiece(content, name));
      const reply = await send(cadran(), 'preview', pack);
      expect([name, (reply.body as unknown as { code: string }).code]).toEqual([name, code]);
      expect(
        await all.sql('SELECT 1 FROM evidence_files WHERE sha256 = $1', [testCrypto.sha256OfBytes(content)]),
      ).toEqual([]);
    }
    const told = await all.sql<{ text: string }>(
      `SELECT text FROM events WHERE kind = 'answer-pack-refused' ORDER BY sequence DESC LIMIT 1`,
    );
    expect(JSON.parse(told[0]?.text ?? '{}')).toMatchObject({
      name: 'lot.zip',
      reason: 'file-not-scannable',
    });
  });
});
