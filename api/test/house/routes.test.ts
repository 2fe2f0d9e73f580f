import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { lists } from '@probant/shared/audit/organisation-events';
import { fieldCodes } from '@probant/shared/field-problems';
import { actions } from '@probant/shared/permissions';
import { problemCodes } from '@probant/shared/problems';
import { ExportRegistry } from '../../src/features/exports/exports.public.js';
import { startApp, type RunningApp } from '../harness/running-app.js';
import { listRoutes, type Route } from '../isolation/routes.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** Where the codes are listed; a mention there is no use. */
const tables = /(problem-table|field-problems(-\w+)?)\.ts$/;

function readSources(): string {
  return ['shared/src', 'api/src']
    .flatMap((folder) =>
      fs
        .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .map((name) => path.join(root, folder, name)),
    )
    .filter((file) => /(?<!\.test)\.ts$/.test(file) && !tables.test(file))
    .map((file) => fs.readFileSync(file, 'utf8'))
    .join('\n');
}

describe('the house keeps nothing that nobody uses', () => {
  let running: RunningApp;
  let routes: readonly Route[];
  beforeAll(async () => {
    running = await startApp();
    routes = await listRoutes(running);
  });
  afterAll(() => running.close());

  test('every route says who may call it, and none stands outside /api', () => {
    const kinds = ['public', 'link', 'account', 'action', 'action-in-statement'];
    expect(routes.filter(({ access }) => !kinds.includes(access.kind)).map(({ name }) => name)).toEqual([]);
    expect(
      routes.filter(({ path: address }) => !address.startsWith('/api/')).map(({ name }) => name),
    ).toEqual([]);
  });

  test('every action of the table is asked for by a route or a list', () => {
    const registry = running.app.get(ExportRegistry);
    const used = new Set<string | undefined>([
      ...routes.map(({ access }) => ('action' in access ? access.action : undefined)),
      ...lists.map((list) => registry.find(list)?.action),
    ]);
    expect(actions.filter((action) => !used.has(action))).toEqual([]);
  });

  test('every code of a problem and of a field is given by some rule', () => {
    const sources = readSources();
    const unused = [...problemCodes, ...fieldCodes].filter((code) => !sources.includes(`'${code}'`));
    expect(unused).toEqual([]);
  });
});
