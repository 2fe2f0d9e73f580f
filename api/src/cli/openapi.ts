import fs from 'node:fs';
import { createApp } from '../app.js';
import { Clock } from '../platform/clock/clock.js';
import { createDataSource } from '../platform/database/data-source.js';
import { createLog } from '../platform/log/log.js';
import type { ServeConfig } from '../platform/config/config.js';
import { readConfig } from '../platform/config/config.js';

/** Writes the OpenAPI document to the given file, or prints it; needs no database. */
export async function openapi(args: readonly string[]): Promise<number> {
  const home = process.cwd();
  const config: ServeConfig = {
    ...readConfig({}, { home }),
    port: 0,
    publicUrl: 'http://localhost',
    demo: true,
    databaseUrl: 'postgres://nobody@localhost/none',
  };
  const source = createDataSource({ url: config.databaseUrl, entities: [], poolSize: 1 });
  const app = await createApp({
    config,
    source,
    log: createLog('silent'),
    clock: new Clock(),
    webFolder: home,
  });
  const document: unknown = JSON.parse((await app.inject({ url: '/api/openapi.json' })).body);
  await app.close();
  const text = `${JSON.stringify(document, null, 2)}\n`;
  const [file] = args;
  if (file === undefined) process.stdout.write(text);
  else fs.writeFileSync(file, text);
  return 0;
}
