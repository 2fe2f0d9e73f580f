import fs from 'node:fs';

import { inRoot } from '../preparing/checkout.mjs';
import { run, StepFailed } from '../preparing/run.mjs';

const topLevel = new Set([
  ...['.ci', '.config', 'api', 'docs', 'migrations', 'shared', 'web'],
  ...[
    '.editorconfig',
    '.gitattributes',
    '.gitignore',
    '.npmrc',
    '.nvmrc',
    '.prettierignore',
    '.oxlintrc.json',
    '.prettierrc.json',
    '.swcrc',
    '.dockerignore',
  ],
  ...[
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'SECURITY.md',
    'docker-compose.yml',
    'package-lock.json',
    'package.json',
    'tsconfig.base.json',
  ],
]);

/** The first screen of the tree stays short: what configures a tool stands in .config. */
export async function checkTopLevel() {
  const strays = new Set(
    (await listFiles()).map((file) => file.split('/')[0]).filter((name) => !topLevel.has(name)),
  );
  if (strays.size > 0) throw new StepFailed(`at the top level without a reason: ${[...strays].join(', ')}`);
}

/** Scanners of those who clone the tree would take it for an infected one; tests build the string when they run. */
export async function checkEicar() {
  // Where the string's two halves meet: whole or with its backslash written twice, it holds this.
  const mark = ['7CC)7}', '$EICAR-STANDARD'].join('');
  const holding = (await listFiles()).filter((file) => {
    const stat = fs.statSync(inRoot(file), { throwIfNoEntry: false });
    return stat?.isFile() === true && fs.readFileSync(inRoot(file)).includes(mark);
  });
  if (holding.length > 0) throw new StepFailed(`the EICAR string stands in ${holding.join(', ')}`);
}

/** What git keeps or would keep; in a tree without git, everything but what is made. */
async function listFiles() {
  const { code, output } = await run('git', [
    'ls-files',
    '-z',
    '--cached',
    '--others',
    '--exclude-standard',
  ]).catch(() => ({ code: 1, output: '' }));
  if (code === 0) return output.split('\0').filter(Boolean);
  const made = /(^|\/)(node_modules|dist|coverage|\.probant|\.git|\.env|\.DS_Store)(\/|$)/;
  return fs
    .readdirSync(inRoot(), { recursive: true })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !made.test(file));
}
