import { sealed, sourceOf, testCrypto } from '../testing/seal-in-memory.js';
import { verifyProof } from './verify-proof.js';

const paths = ['a.txt', 'bb.txt', 'ccc.txt'];
const archive = sealed(paths.map((path) => ({ path, role: 'data', content: `content of ${path}` })));
/** Of the entry of `bb.txt` in the table of contents. */
const entry = Buffer.from(archive).lastIndexOf('bb.txt') - 46;
const endAt = archive.length - 22;

test.each([
  ['a valid letter of its name', entry + 46, 1, 'header bb.txt'],
  ['an invalid byte of its name', entry + 50, 0x80, 'header bb.txt'],
  ['the length of its name', entry + 28, 1, 'header bb.txt'],
  ['its offset', entry + 42, 1, 'header bb.txt'],
  ['its size', entry + 24, 1, 'header bb.txt'],
  ['its sum', entry + 16, 1, 'header bb.txt'],
  ['its signature', entry, 1, 'header bb.txt'],
  ['its date', entry + 14, 1, 'header bb.txt'],
  ['the length of its extra field', entry + 30, 1, 'header bb.txt'],
  ['the number of files at the end', endAt + 8, 1, 'archive '],
])(
  'an entry of the table that was changed is the one that is named: %s',
  async (_name, place, flip, fault) => {
    const broken = Uint8Array.from(archive);
    broken[place] = (broken[place] ?? 0) ^ flip;
    const { faults } = await verifyProof(sourceOf(broken), { crypto: testCrypto });
    expect(faults.map(({ code, path }) => `${code} ${path}`)).toEqual([fault]);
  },
);

test('a name that both tell, and the manifest does not, is a file that is not listed', async () => {
  const renamed = Buffer.from(archive);
  for (const place of [renamed.indexOf('bb.txt'), entry + 46]) renamed.write('x', place);
  const { faults } = await verifyProof(sourceOf(Uint8Array.from(renamed)), { crypto: testCrypto });
  expect(faults.map(({ code, path }) => `${code} ${path}`).sort()).toEqual([
    'missing bb.txt',
    'unlisted xb.txt',
  ]);
});
