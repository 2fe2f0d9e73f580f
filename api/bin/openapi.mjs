#!/usr/bin/env node
// Writes api/openapi.json and the web's types from the API's classes; --check only says whether they are stale.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const require = createRequire(path.join(root, 'api/package.json'));
const typesCommand = path.join(
  path.dirname(require.resolve('openapi-typescript/package.json')),
  'bin/cli.js',
);
const projects = ['shared/tsconfig.build.json', 'migrations/tsconfig.json', 'api/tsconfig.build.json'];
const check = process.argv.includes('--check');
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'probant-openapi-'));
const run = (file, ...args) => {
  const { status } = spawnSync(process.execPath, [path.join(root, file), ...args], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) process.exit(status ?? 1);
};

try {
  const document = path.join(scratch, 'openapi.json');
  const types = path.join(scratch, 'schema.d.ts');
  // Types are checked elsewhere: here even a tree with an error in it gets its document.
  for (const project of check ? [] : projects) {
    spawnSync(
      process.execPath,
      [path.join(root, 'node_modules/ts7/bin/tsc'), '-p', path.join(root, project)],
      {
        stdio: 'ignore',
      },
    );
  }
  run('api/bin/openapi-document.mjs', document);
  // Examples would stand in the types as comments.
  const bare = path.join(scratch, 'bare.json');
  const isExample = (key, value) => key === 'example' || (key === 'examples' && !Array.isArray(value));
  const withoutExamples = (key, value) => (isExample(key, value) ? undefined : value);
  fs.writeFileSync(bare, JSON.stringify(JSON.parse(fs.readFileSync(document, 'utf8'), withoutExamples)));
  run(path.relative(root, typesCommand), bare, '--output', types);
  let stale = 0;
  for (const [made, kept] of [
    [document, 'api/openapi.json'],
    [types, 'web/src/platform/schema.d.ts'],
  ]) {
    const target = path.join(root, kept);
    const text = fs.readFileSync(made, 'utf8');
    if (fs.existsSync(target) && fs.readFileSync(target, 'utf8') === text) continue;
    stale += 1;
    if (check) console.error(`${kept} is stale: run node api/bin/openapi.mjs`);
    else fs.writeFileSync(target, text);
  }
  process.exitCode = check && stale > 0 ? 1 : 0;
} finally {
  fs.rmSync(scratch, { recursive: true, force: true });
}
