import fs from 'node:fs';
import Module from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import type { RunningTestServer } from './test-server.js';

declare global {
  /** Handed from the global setup to the global teardown, which jest runs in the same process. */
  var probantTestServer: RunningTestServer | undefined;
}

type Resolve = (
  request: string,
  parent: { readonly filename?: string } | undefined,
  ...rest: unknown[]
) => string;

const root = fileURLToPath(new URL('../../..', import.meta.url));

// oxlint-disable-next-line no-restricted-exports -- jest calls the default export
export default async function globalSetup(): Promise<void> {
  resolveSources();
  const { startTestServer } = await import('./test-server.js');
  const { announceTestServer } = await import('./database.js');
  const server = await startTestServer();
  globalThis.probantTestServer = server;
  announceTestServer({ url: server.url, template: server.template, apiUrl: server.apiUrl });
}

/**
 * jest compiles what a global setup requires but maps no names for it. This adds the two mappings that tests have:
 * a relative `.js` stands for its `.ts`, and a workspace stands for its sources.
 */
function resolveSources(): void {
  const loader = Module as unknown as { _resolveFilename: Resolve };
  const resolve = loader._resolveFilename;
  loader._resolveFilename = (request, parent, ...rest) =>
    resolve(findSource(request, parent?.filename) ?? request, parent, ...rest);
}

function findSource(request: string, from: string | undefined): string | null {
  const workspace = /^@probant\/(shared|migrations)\/(.+)$/.exec(request);
  if (workspace) return path.join(root, workspace[1] ?? '', 'src', `${workspace[2] ?? ''}.ts`);
  if (from === undefined || from.includes('node_modules') || !/^\.{1,2}\/.*\.js$/.test(request)) return null;
  const source = path.resolve(path.dirname(from), request.replace(/\.js$/, '.ts'));
  return fs.existsSync(source) ? source : null;
}
