import { packManifestText, packSealedText, packSealText } from '@probant/shared/answer-library/pack-format';
import type { ProblemCode } from '@probant/shared/problems';
import { signText, testCrypto, testKey, zipOf } from '@probant/shared/testing/seal-in-memory';
import {
  aManifest,
  aPack,
  givenAt,
  question,
  sendPack,
  withPiece,
} from '../../../test/fixtures/answer-packs.js';
import { zipOf as compressed } from '../../../test/fixtures/archives.js';
import { sha256 } from '../../../test/harness/read-chain.js';
import { world, type World } from '../../../test/harness/world.js';
import { digest } from '../../../test/isolation/digest.js';
import { eicarBytes } from '../../platform/scan/eicar.js';

describe('hostile packs', () => {
  let all: World;
  beforeAll(async () => {
    all = await world();
  });
  afterAll(() => all.close());
  const cadran = () => all.cadran['supplier-admin'];

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
      { code: 'changed', path: 'manifest.json' },
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
        const reply = await sendPack<{ conflicts: object[] }>(cadran(), step, pack, fields);
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
      const reply = await sendPack<{ code: string }>(cadran(), 'preview', pack);
      expect([name, reply.body.code]).toEqual([name, code]);
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
