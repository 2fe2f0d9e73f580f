import { canonicalJson } from './canonical-json.js';
import { parseManifest } from './manifest.js';

describe('a manifest has its members, each of its form', () => {
  const manifest = {
    format: 'probant-proof/1',
    kind: 'request',
    owner: { id: 'o', name: 'Mutuelle du Ponant' },
    subject: { id: 'a', title: 'Évaluation 2026' },
    sealedAt: '2026-11-28T09:00:00.000Z',
    product: 'test',
    files: [{ path: 'a', role: 'data', bytes: 0, sha256: 'a'.repeat(64), crc32: '0'.repeat(8), title: 'A' }],
  };
  const [file] = manifest.files;
  const read = (change: object) => parseManifest(canonicalJson({ ...manifest, ...change }));

  test('this one has', () => {
    expect(read({})).toEqual(manifest);
  });

  test.each([
    ['a word for an instant', { sealedAt: 'yesterday' }],
    ['month 13', { sealedAt: '2026-13-28T09:00:00.000Z' }],
    ['an instant without its decimals', { sealedAt: '2026-11-28T09:00:00Z' }],
    ['an owner without a name', { owner: { id: 'o' } }],
    ['a subject without a title', { subject: { id: 'a' } }],
    ['another kind', { kind: 'contract' }],
    ['another role', { files: [{ ...file, role: 'video' }] }],
    ['fewer bytes than none', { files: [{ ...file, bytes: -1 }] }],
    ['capitals in a sum', { files: [{ ...file, crc32: 'ABCDEF00' }] }],
  ])('%s', (_name, change) => {
    expect(read(change)).toBeUndefined();
  });
});
