import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { importFile } from './import.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'probant-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, content: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

// Named after another format on purpose: only what stands in a file says what it is.
const site = write(
  'site.yaml',
  `// Ours
{"questionnaire": [{"type": "block", "id": "s", "text": "Site", "items": [
  {"type": "yesno", "id": "guard", "text": "A " + "guard?", "yes": "Yes", "no": "No"},
  {"type": "box", "id": "who", "text": "Who?", "cond": "guard/yes"},
  {"type": "hologram"}
]}]}`,
);
const broken = write('broken.json', '{"questionnaire": [\n,]}');

async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const code = await importFile(args, { stdout, stderr, env });
  stdout.end();
  stderr.end();
  return { code, out: await text(stdout), err: await text(stderr) };
}

test('as JSON, exactly the keys that are promised are printed', async () => {
  const { code, out, err } = await run([site, '--dry-run', '--json']);

  expect({ code, err }).toEqual({ code: 0, err: '' });
  const printed = JSON.parse(out) as Record<string, unknown>;
  expect(Object.keys(printed)).toEqual(['format', 'title', 'counts', 'questions', 'warnings']);
  expect(printed).toMatchObject({
    format: 'vsaq',
    title: 'Site',
    counts: { sections: 1, questions: 2, options: 2, conditions: 1 },
    questions: [
      { key: 'guard', section: 's', text: { en: 'A guard?' }, type: 'single' },
      { key: 'who', condition: { q: 'guard', option: 'yes' } },
    ],
    warnings: [
      {
        where: 'questionnaire[0].items[2]',
        message: 'élément de type «\u00a0hologram\u00a0» inconnu\u00a0: laissé de côté',
      },
    ],
  });
});

test('as text, sections, questions and warnings are told, in English where the terminal is English', async () => {
  const { out } = await run([site, '--dry-run'], { LANG: 'en_GB.UTF-8' });

  expect(out.split('\n')).toEqual([
    'Site (vsaq)',
    'sections: 1, questions: 2, options: 2, conditions: 1',
    '',
    'Site',
    '  guard [single 2] A guard?',
    '  who [text] Who?',
    '',
    'To know',
    '  questionnaire[0].items[2]: item of the unknown type "hologram": left out',
    '',
    'Nothing was saved.',
    '',
  ]);
});

test.each<[string, Readonly<Record<string, string>>, string]>([
  ['LANG', { LANG: 'fr_FR.UTF-8' }, 'Rien n’a été enregistré'],
  ['nothing', {}, 'Rien n’a été enregistré'],
  ['LC_ALL before LANG', { LC_ALL: 'en_US', LANG: 'fr_FR' }, 'Nothing was saved'],
])('the language comes from %s', async (_, env, sentence) => {
  const { out } = await run([site, '--dry-run'], env);
  expect(out).toContain(sentence);
});

test.each([
  ['fr', 'ligne 2: une valeur est attendue'],
  ['en', 'line 2: a value is expected'],
])('a broken file is refused with its place and the reason (%s)', async (LANG, sentence) => {
  const { code, out, err } = await run([broken, '--dry-run', '--json'], { LANG });
  expect({ code, out, err }).toEqual({ code: 2, out: '', err: `probant import: ${broken}: ${sentence}\n` });
});

test('a file that is not there is refused', async () => {
  const { code, out, err } = await run([path.join(folder, 'missing'), '--dry-run']);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('ENOENT');
});

test.each([
  [[]],
  [[site]],
  [[site, site, '--dry-run']],
  [[site, '--save']],
  [[site, '--dry-run', '--organisation', 'Acme']],
  [[site, '--dry-run', '--into', 'a']],
])(
  'without a dry run or an organisation, or with arguments that it does not know, the command gives its usage (%#)',
  async (args) => {
    const { code, out, err } = await run(args, { LANG: 'en' });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Usage: probant import FILE --dry-run [--json]');
    expect(err).toContain('probant import FILE --organisation NAME');
  },
);

test('npx probant import prints the result alone on stdout', () => {
  const launched = spawnSync(
    process.execPath,
    [path.join(root, 'api/bin/probant.mjs'), 'import', site, '--dry-run', '--json'],
    { encoding: 'utf8', cwd: folder },
  );
  expect(launched.status).toBe(0);
  expect(JSON.parse(launched.stdout)).toMatchObject({ format: 'vsaq' });
}, 60_000);
