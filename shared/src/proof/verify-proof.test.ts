import * as fc from 'fast-check';
import {
  sealed,
  signText,
  sourceOf,
  testCrypto,
  testKey,
  zipOf,
  type TestFile,
  type TestKey,
} from '../testing/seal-in-memory.js';
import { bank } from '../testing/bank.js';
import { canonicalJson } from './canonical-json.js';
import { chainFileHead, eventLine } from './chain-file.js';
import { chainEvent, emptyHead, type ChainedEvent, type ChainHead } from './chain.js';
import { growTree } from './merkle.js';
import { keyFingerprint } from './proof-crypto.js';
import { scoreRange } from '../scoring/score-range.js';
import { rootText } from './signed-root.js';
import { verifyProof } from './verify-proof.js';

const { sha256 } = testCrypto;
const verify = (bytes: Uint8Array, trusted?: string[]) =>
  verifyProof(sourceOf(bytes), { crypto: testCrypto, ...(trusted ? { trusted } : {}) });
const codes = async (bytes: Uint8Array) =>
  (await verify(bytes)).faults.map(({ code, path }) => `${code} ${path}`);

const versionText = canonicalJson(bank);
const context = Object.fromEntries(
  bank.context.map(({ key, kind, values }) => [key, kind === 'bool' ? false : (values?.[0]?.value ?? '')]),
);
const inputs = { context, answers: {}, weights: {}, asOf: '2026-11-28T09:00:00.000Z', submissionNumber: 1 };

function aScore(change: object = {}): string {
  const { score, best, potential } = scoreRange(bank, inputs);
  const numbers = (one: typeof score) => ({
    score: one.score,
    base: one.base,
    floor: one.floor,
    grade: one.grade,
    confidence: one.confidence,
    knockouts: one.knockouts.map(({ id }) => id),
  });
  const result = { score, best: numbers(best), potential: numbers(potential), ...change };
  return canonicalJson(
    JSON.parse(
      JSON.stringify({
        engineVersion: '1.0.0',
        ruleSet: `${bank.code} version ${bank.version}`,
        versionSha256: sha256(versionText),
        profileId: 'p',
        inputs,
        result,
      }),
    ),
  );
}

interface Whole {
  readonly files: TestFile[];
  readonly key: TestKey;
}

/** A proof file of everything, with a chain that tells of its documents and is anchored before its last event. */
function aProof({ score = aScore(), key = testKey() } = {}): Whole {
  const questionnaire = '{"title":"Questionnaire"}';
  const piece = 'Procès-verbal de restauration';
  const submission = canonicalJson({ documentSha256: sha256(questionnaire), pieces: [sha256(piece)] });
  let head: ChainHead = emptyHead('buyer/assessment');
  const events: ChainedEvent[] = [];
  const tell = (kind: string, event: object) => {
    const one = chainEvent(
      head,
      { at: inputs.asOf, actor: 'account:1', kind, text: canonicalJson(event) },
      sha256,
    );
    events.push(one);
    head = { ...head, sequence: one.sequence, hash: one.hash };
  };
  tell('assessment-sent', { questionnaireSha256: sha256(versionText) });
  tell('submitted', { submissionSha256: sha256(submission) });
  tell('score-kept', { snapshotSha256: sha256(score) });
  const anchored = head;
  tell('note-changed', { text: 'Après la racine' });
  const others = Array.from({ length: 4 }, (_, n) => ({
    chainId: `x/${n}`,
    sequence: 1,
    hash: sha256(String(n)),
  }));
  const tree = growTree([...others, anchored], sha256);
  const statement = rootText({ number: 7, at: inputs.asOf, previousSha256: null, heads: 5, root: tree.root });
  const anchor = { root: 7, sequence: anchored.sequence, hash: anchored.hash, path: tree.paths[4] ?? [] };
  const root = { statement, publicKey: key.publicKey, signature: signText(key, statement), timestamp: null };
  return {
    key,
    files: [
      { path: 'bordereau.pdf', role: 'print', content: '%PDF-1.7 bordereau' },
      { path: 'assessments/a/questionnaire.json', role: 'questionnaire', content: questionnaire },
      { path: 'assessments/a/version.json', role: 'version', content: versionText },
      { path: 'assessments/a/submissions/1.json', role: 'submission', content: submission },
      { path: `pieces/${sha256(piece)}`, role: 'piece', content: piece },
      { path: 'assessments/a/scores/1.json', role: 'score', content: score },
      {
        path: 'chains/a.jsonl',
        role: 'events',
        content: chainFileHead(head, anchor) + events.map(eventLine).join(''),
      },
      { path: 'roots.json', role: 'roots', content: canonicalJson([root]) },
    ],
  };
}

const whole = aProof();
const archive = sealed(whole.files, whole.key);

test('a proof file is intact, and tells what it holds and who signed it', async () => {
  const report = await verify(archive);
  expect(report).toMatchObject({
    intact: true,
    faults: [],
    keyFingerprint: keyFingerprint(whole.key.publicKey, testCrypto),
    trusted: null,
    contents: {
      events: 4,
      chains: [{ events: 4, anchoredAt: inputs.asOf, anchoredEvents: 3 }],
      scores: [{ same: true }],
    },
  });
});

test('intact is one thing, signed by a key that one trusts another', async () => {
  const fingerprint = keyFingerprint(whole.key.publicKey, testCrypto);
  expect(await verify(archive, [fingerprint])).toMatchObject({ intact: true, trusted: true });
  const forged = aProof();
  expect(await verify(sealed(forged.files, forged.key), [fingerprint])).toMatchObject({
    intact: true,
    trusted: false,
  });
  // Sealed again by somebody else over genuine roots.
  const other = testKey();
  const others = keyFingerprint(other.publicKey, testCrypto);
  const resealed = sealed(whole.files, other);
  expect(await verify(resealed, [fingerprint])).toMatchObject({ trusted: false, untrustedKeys: [others] });
  expect(await verify(resealed, [others])).toMatchObject({ trusted: false, untrustedKeys: [fingerprint] });
  expect(await verify(resealed, [others, fingerprint])).toMatchObject({ trusted: true, untrustedKeys: [] });
});

test('any byte that is changed is found, and a file named', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(archive.length - 1), fc.integer({ min: 1, max: 255 }), async (place, change) => {
      const broken = Uint8Array.from(archive);
      broken[place] = (broken[place] ?? 0) ^ change;
      const { intact, faults } = await verify(broken);
      expect(intact).toBe(false);
      expect(faults.length).toBeGreaterThan(0);
    }),
    { numRuns: 1_500 },
  );
});

test('in every byte outside the version, one after the other', async () => {
  const small = sealed(whole.files.slice(0, 2), whole.key);
  for (let place = 0; place < small.length; place += 1) {
    const broken = Uint8Array.from(small);
    broken[place] = (broken[place] ?? 0) ^ 0x20;
    const { intact, faults } = await verify(broken);
    expect([place, intact, faults.length > 0]).toEqual([place, false, true]);
  }
});

test.each([
  ['in front', (bytes: Uint8Array) => Uint8Array.from([80, ...bytes])],
  ['behind', (bytes: Uint8Array) => Uint8Array.from([...bytes, 0])],
  ['cut off', (bytes: Uint8Array) => bytes.slice(0, -1)],
  ['nothing left', () => new Uint8Array()],
  ['no archive', () => new Uint8Array(1_000)],
])('bytes %s are found', async (_name, change) => {
  const report = await verify(change(archive));
  expect(report.faults.map(({ code }) => code)).toContain('archive');
});

describe('an archive made otherwise', () => {
  const pair = (path: string, content = 'x') => ({ path, bytes: Uint8Array.from(Buffer.from(content)) });

  test('a file beside those of the manifest', async () => {
    expect(await codes(sealed(whole.files, whole.key, [pair('autre.txt')]))).toEqual(['unlisted autre.txt']);
  });

  test('a name that stands twice', async () => {
    expect(await codes(zipOf([pair('a.txt'), pair('a.txt')]))).toContain('duplicate a.txt');
  });

  test.each(['../a.txt', '/a.txt', 'a//b', 'a/../b', 'c:a', 'A.TXT', 'a\\b', '.a', 'a.'])(
    'the name %s is refused',
    async (path) => {
      expect((await verify(zipOf([pair(path)]))).faults[0]).toMatchObject({ code: 'name' });
    },
  );

  test('more files than there may be', async () => {
    const end = archive.slice(-22);
    new DataView(end.buffer).setUint16(10, 65_535, true);
    expect(await codes(Uint8Array.from([...archive.slice(0, -22), ...end]))).toEqual(['archive ']);
  });

  test('an order that is not the manifest’s', async () => {
    const [first, second, ...rest] = whole.files;
    const moved = sealed([...(second ? [second] : []), ...(first ? [first] : []), ...rest], whole.key);
    expect((await verify(moved)).intact).toBe(true);
  });
});

describe('a file that was sealed wrong in the first place', () => {
  const without = (path: string) => whole.files.filter((file) => file.path !== path);
  const with_ = (path: string, content: string) =>
    whole.files.map((file) => (file.path === path ? { ...file, content } : file));

  test('a score that does not come out again', async () => {
    const { files, key } = aProof({ score: aScore({ best: { score: 1 } }) });
    expect(await codes(sealed(files, key))).toEqual(['score assessments/a/scores/1.json']);
  });

  test('a score that no event tells of', async () => {
    const { files } = aProof();
    const other = aScore({ potential: {} });
    const swapped = files.map((file) => (file.role === 'score' ? { ...file, content: other } : file));
    expect(await codes(sealed(swapped, whole.key))).toContain('untold assessments/a/scores/1.json');
  });

  test('a submission, a piece, a questionnaire that nothing tells of', async () => {
    for (const path of ['assessments/a/questionnaire.json', 'assessments/a/submissions/1.json'])
      expect(await codes(sealed(with_(path, '{}'), whole.key))).toContain(`untold ${path}`);
    const piece = whole.files.find(({ role }) => role === 'piece')?.path ?? '';
    expect(await codes(sealed(with_(piece, 'autre chose'), whole.key))).toEqual([`untold ${piece}`]);
  });

  test('a chain without its root, or with one of its events gone', async () => {
    expect(await codes(sealed(without('roots.json'), whole.key))).toEqual(['anchor chains/a.jsonl']);
    const chain = String(whole.files.find(({ role }) => role === 'events')?.content).split('\n');
    const cut = sealed(with_('chains/a.jsonl', chain.toSpliced(2, 1).join('\n')), whole.key);
    expect(await codes(cut)).toContain('chain chains/a.jsonl');
  });

  test('a score of an engine that is not known stays unchecked and says so', async () => {
    const later = canonicalJson({ ...(JSON.parse(aScore()) as object), engineVersion: '9.0.0' });
    const { files, key } = aProof({ score: later });
    expect(await verify(sealed(files, key))).toMatchObject({
      intact: true,
      contents: { scores: [{ same: null }] },
    });
  });

  test('a score without its version says so', async () => {
    const found = await codes(sealed(without('assessments/a/version.json'), whole.key));
    expect(found).toEqual(['version assessments/a/scores/1.json']);
  });
});

describe('a kept result is compared whole, and its numbers to a billionth', () => {
  const { score } = scoreRange(bank, inputs);
  const kept = (change: object) => aScore({ score: { ...score, ...change } });

  test.each([
    ['a score beyond a billionth', kept({ score: (score.score ?? 0) + 2e-9 }), 'score'],
    ['a score within a billionth', kept({ score: (score.score ?? 0) + 5e-11 }), undefined],
    ['points of a line', kept({ lines: score.lines.map((line) => ({ ...line, points: 1 })) }), 'score'],
    ['one line less', kept({ lines: score.lines.slice(1) }), 'score'],
    ['a tier', kept({ tier: 'T0' }), 'score'],
    ['a member more', kept({ more: null }), 'score'],
    ['a member less', kept({ n: undefined }), 'score'],
    ['a number as text', kept({ n: String(score.n) }), 'score'],
  ])('%s', async (_name, text, code) => {
    const { files, key } = aProof({ score: text });
    const found = await codes(sealed(files, key));
    expect(found).toEqual(code === undefined ? [] : [`${code} assessments/a/scores/1.json`]);
  });
});
