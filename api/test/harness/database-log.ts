import fs from 'node:fs';
import path from 'node:path';
import type { RunningApp } from './running-app.js';

/** What the test server has written so far: it is the embedded one. */
export async function readDatabaseLog({ sql }: Pick<RunningApp, 'sql'>): Promise<string> {
  const [place] = await sql<{ data_directory: string }>('SHOW data_directory');
  return fs.readFileSync(path.join(path.dirname(place?.data_directory ?? ''), 'postgres.log'), 'utf8');
}
