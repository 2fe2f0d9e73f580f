import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { score } from './score.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const worked = JSON.parse(
  readFileSync(path.join(root, 'shared/src/testing/fixtures/worked-examples.json'), 'utf8'),
) as Record<
  'rennes' | 'douai',
  { ctx: object; answers: Record<string, object>; unknown_missing: object; facts_only: object }
>;

const folder = mkdtempSync(path.join(tmpdir(), 'probant-score-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(args: readonly string[], input: string | Buffer = '') {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const code = await score(args, { stdin: Readable.from([Buffer.from(input)]), stdout, stderr });
  stdout.end();
  stderr.end();
  return { code, out: await text(stdout), err: await text(stderr) };
}

async function runOn(input: unknown) {
  return run(['-'], JSON.stringify(input));
}

const { ctx, answers } = worked.rennes;

test('one case in a file prints one result, with exactly the keys that are promised', async () => {
  const file = path.join(folder, 'case.json');
  writeFileSync(file, JSON.stringify({ ctx, answers }));

  const { code, out, err } = await run([file]);

  expect({ code, err }).toEqual({ code: 0, err: '' });
  const printed = JSON.parse(out) as object;
  expect(worked.rennes.unknown_missing).toMatchObject(printed);
  expect(Object.keys(printed)).toEqual([
    'score',
    'grade',
    'base',
    'floor',
    'tier',
    'points',
    'knockouts',
    'themes',
    'confidence',
  ]);
});

test('an array of cases prints an array, in the same order', async () => {
  const { out } = await runOn([
    { ctx, answers, factsOnly: true },
    { ctx: worked.douai.ctx, answers: worked.douai.answers },
  ]);
  const [first, second] = JSON.parse(out) as object[];
  expect(worked.rennes.facts_only).toMatchObject(first ?? {});
  expect(worked.douai.unknown_missing).toMatchObject(second ?? {});
});

test('a certificate that has lapsed, and an age of months and days, are taken', async () => {
  const lapsed = { activity: '1_sites', expires_in_days: -40 };
  const given = { 'HDS-01': { v: [lapsed] }, 'BKP-07': { v: 0 }, 'RGP-05': { refused: true } };
  expect(await runOn({ ctx, answers: given })).toMatchObject({ code: 0, err: '' });
  expect(await runOn({ ctx, answers: { 'BKP-07': { v: 7.4 } } })).toMatchObject({ code: 0, err: '' });
});

test('facts only without an answer has no score', async () => {
  const { code, out } = await runOn({ ctx, answers: {}, factsOnly: true });

  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({
    score: null,
    grade: null,
    base: null,
    floor: 0,
    tier: 'T3',
    points: 7,
    knockouts: [],
    themes: {},
    confidence: null,
  });
});

test.each<[string, unknown, string]>([
  ['a number in place of a case', 7, '(whole input)'],
  ['a case without context', { answers }, '/ctx'],
  ['a case without answers', { ctx }, '/answers'],
  ['a key that nobody knows', { ctx, answers, facts: true }, '/facts'],
  [
    'the second case of an array',
    [
      { ctx, answers },
      { ctx, answers: { 'ADV-02': { v: 3 } } },
    ],
    '/1/answers/ADV-02/v',
  ],
  [
    'a part of a day',
    { ctx, answers: { 'HDS-01': { v: [{ activity: '1_sites', expires_in_days: 1.5 }] } } },
    '/answers/HDS-01/v/0/expires_in_days',
  ],
  ['an age that is still to come', { ctx, answers: { 'BKP-07': { v: -5 } } }, '/answers/BKP-07/v'],
])('%s is refused with exit 2, the place on stderr and nothing on stdout', async (_, input, place) => {
  const { code, out, err } = await runOn(input);

  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(`${place}: `);
});

test.each<[string, string[], string | Buffer]>([
  ['no file', [], ''],
  ['two files', ['a.json', 'b.json'], ''],
  ['a file that is not there', [path.join(folder, 'missing.json')], ''],
  ['text that is not JSON', ['-'], '{"ctx": NaN}'],
  ['bytes that are not UTF-8', ['-'], Buffer.from([0x22, 0xff, 0x22])],
  ['nothing at all', ['-'], ''],
  ['a key that stands twice', ['-'], '{"ctx":{},"answers":{},"answers":{"FIN-01":{"v":"liquidation"}}}'],
  ['a question that stands twice', ['-'], '[{"ctx":{},"answers":{"FIN-02":{"v":24},"FIN-02":{"v":1}}}]'],
])('%s is refused with exit 2 and nothing on stdout', async (_, args, input) => {
  const { code, out, err } = await run(args, input);

  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).not.toBe('');
});

test('npx probant score prints the result alone on stdout', () => {
  const file = path.join(folder, 'launched.json');
  writeFileSync(file, JSON.stringify({ ctx, answers }));

  const launched = spawnSync(process.execPath, [path.join(root, 'api/bin/probant.mjs'), 'score', file], {
    encoding: 'utf8',
    cwd: folder,
  });

  expect(launched.status).toBe(0);
  expect(worked.rennes.unknown_missing).toMatchObject(JSON.parse(launched.stdout) as object);
}, 60_000);
