import { signText, testCrypto, testKey } from '../testing/seal-in-memory.js';
import { canonicalJson } from './canonical-json.js';
import { checkRoots } from './check-roots.js';
import type { SignedRoot } from './signed-root.js';

const { sha256 } = testCrypto;
const key = testKey();
const facts = { format: 'probant-root/1', at: '2026-11-28T09:00:00.000Z', heads: 1, root: sha256('x') };

function aRoot(change: object): SignedRoot {
  const statement = canonicalJson({ ...facts, previousSha256: null, number: 1, ...change });
  return { statement, publicKey: key.publicKey, signature: signText(key, statement), timestamp: null };
}

const check = (roots: readonly SignedRoot[]) => checkRoots('roots.json', canonicalJson(roots), testCrypto);
const first = aRoot({});
const second = (change: object = {}) =>
  aRoot({ number: 2, previousSha256: sha256(first.statement), ...change });
const third = aRoot({ number: 3, previousSha256: sha256(second().statement) });
const forged = { ...second(), signature: signText(key, 'other') };

test.each<[string, readonly SignedRoot[], readonly string[], readonly number[]]>([
  ['numbers that rise', [first, second(), third], [], [1, 2, 3]],
  ['a gap in the numbers', [first, third], [], [1, 3]],
  ['a link to another root', [first, second({ previousSha256: sha256('y') })], ['anchor root 2'], [1, 2]],
  ['a number that stands twice', [first, first], ['anchor order 2'], [1]],
  ['a number that falls', [second(), first], ['anchor order 2'], [2]],
  ['a signature of other words', [first, forged, third], ['anchor signature 2'], [1, 3]],
  ['a number that is text', [first, second({ number: '2' })], ['anchor signature 2'], [1]],
  ['a day for an instant', [first, second({ at: '2026-11-28' })], ['anchor signature 2'], [1]],
  ['a root that is no hash', [first, second({ root: 'x' })], ['anchor signature 2'], [1]],
  ['a timestamp in capitals', [{ ...first, timestamp: 'AB' }], ['malformed'], []],
])('%s', async (_name, list, faults, held) => {
  const { roots, faults: found } = await check(list);
  expect(found.map(({ code, detail }) => [code, detail].join(' ').trim())).toEqual(faults);
  expect([...roots.keys()]).toEqual(held);
});
