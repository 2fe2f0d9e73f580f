import fs from 'node:fs';
import path from 'node:path';

import { inRoot } from './checkout.mjs';
import { exclusively } from './exclusive.mjs';
import { runOrFail } from './run.mjs';
import { hashSources, listFiles } from './sources.mjs';

const settings = ['tsconfig.base.json', 'package-lock.json'];
const shared = [
  ...settings,
  'shared/src',
  'shared/library',
  'shared/scripts',
  'shared/tsconfig.build.json',
  'shared/package.json',
];
const migrations = [...settings, 'migrations/src', 'migrations/tsconfig.json', 'migrations/package.json'];

const api = [...shared, ...migrations, 'api/src', 'api/tsconfig.build.json', 'api/package.json'];

/** What is built where, from what, and what must be built before. */
const steps = {
  shared: {
    from: 'shared/src',
    to: 'shared/dist',
    sources: shared,
    after: [],
    build: async () => {
      await compile('shared/tsconfig.build.json', 'shared/dist');
      await runOrFail('Building the question library', process.execPath, [
        inRoot('shared/scripts/build-library.mjs'),
      ]);
    },
  },
  migrations: {
    from: 'migrations/src',
    to: 'migrations/dist',
    sources: migrations,
    after: [],
    build: () => compile('migrations/tsconfig.json', 'migrations/dist'),
  },
  api: {
    from: 'api/src',
    to: 'api/dist',
    sources: api,
    after: ['shared', 'migrations'],
    build: () => compile('api/tsconfig.build.json', 'api/dist'),
  },
  web: {
    from: 'web/src',
    to: 'web/dist',
    sources: [
      ...shared,
      ...[
        'web/src',
        'web/public',
        'web/service-worker',
        'web/index.html',
        'web/vite.config.ts',
        'web/vite.verify.config.ts',
        'web/tsconfig.json',
        'web/package.json',
      ],
    ],
    after: ['shared'],
    build: async () => {
      await buildPages('vite.config.ts');
      await buildPages('vite.verify.config.ts');
    },
  },
  bench: {
    from: 'api/bench',
    to: 'api/bench/dist',
    sources: [...api, 'api/bench', 'api/tsconfig.bench.json'],
    after: ['shared', 'migrations'],
    build: () => compile('api/tsconfig.bench.json', 'api/bench/dist'),
  },
};

function buildPages(config) {
  return runOrFail(
    'Building web',
    process.execPath,
    [inRoot('node_modules/vite/bin/vite.js'), 'build', '--config', config, '--logLevel', 'warn'],
    { cwd: inRoot('web'), env: { ...process.env, NODE_ENV: 'production' } },
  );
}

export const allParts = ['shared', 'migrations', 'api', 'web'];
export const serverParts = ['shared', 'migrations', 'api'];

/** Builds those of the parts whose sources have changed since they were built. */
export async function ensureBuilt(parts, tell) {
  if (listStale(parts).length === 0) return;
  await exclusively(tell, async () => {
    const stale = listStale(parts);
    if (stale.length === 0) return;
    tell(`Building ${stale.join(', ')}.`);
    const started = new Map();
    const start = (part) => {
      if (!stale.includes(part)) return Promise.resolve();
      if (!started.has(part))
        started.set(
          part,
          Promise.all(steps[part].after.map(start)).then(() => build(part)),
        );
      return started.get(part);
    };
    const ends = await Promise.allSettled(stale.map(start));
    const failed = ends.find(({ status }) => status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  });
}

/** A part without its sources was built elsewhere and brought here: a container image. */
function listStale(parts) {
  return parts.filter(
    (part) => fs.existsSync(inRoot(steps[part].from)) && readMark(part) !== hashSources(steps[part].sources),
  );
}

/** The mark is taken before the build, so that a source saved meanwhile is built next time, and set once it has succeeded. */
async function build(part) {
  const mark = hashSources(steps[part].sources);
  await steps[part].build();
  fs.writeFileSync(markOf(part), mark);
}

const markOf = (part) => inRoot(steps[part].to, '.sources');

function readMark(part) {
  try {
    return fs.readFileSync(markOf(part), 'utf8');
  } catch {
    return null;
  }
}

async function compile(project, folder) {
  const before = Date.now();
  await runOrFail(`Compiling ${path.dirname(project)}`, process.execPath, [
    inRoot('node_modules/ts7/bin/tsc'),
    '-p',
    inRoot(project),
  ]);
  removeOlder(inRoot(folder), before - 50);
}

/** What the compiler has not written anew belongs to a source that is gone. */
function removeOlder(folder, limit) {
  for (const file of listFiles(folder)) {
    if (fs.statSync(file).mtimeMs < limit && !/\.(json|sources)$/.test(file)) fs.rmSync(file);
  }
}
