import pg from 'pg';
import type { RunningApp } from './running-app.js';

/** Long enough for a write that waits for nobody. */
const patienceMs = 700;

/** Writes while somebody works out the row of an engagement anew; true where the row has to be worked out once more. */
export async function whileSettling(
  { database, sql }: Pick<RunningApp, 'database' | 'sql'>,
  table: 'calendar_engagements' | 'exposure_ranges',
  engagementId: string,
  write: () => Promise<unknown>,
): Promise<boolean> {
  const settling = new pg.Client({ connectionString: database.ownerUrl });
  await settling.connect();
  await sql(`UPDATE ${table} SET stale = true WHERE engagement_id = $1`, [engagementId]);
  await settling.query('BEGIN');
  await settling.query(`SELECT 1 FROM ${table} WHERE engagement_id = $1 FOR UPDATE`, [engagementId]);
  const written = write();
  await Promise.race([written, new Promise((done) => setTimeout(done, patienceMs))]);
  await settling.query(`UPDATE ${table} SET stale = false WHERE engagement_id = $1`, [engagementId]);
  await settling.query('COMMIT');
  await settling.end();
  await written;
  const [row] = await sql<{ stale: boolean }>(`SELECT stale FROM ${table} WHERE engagement_id = $1`, [
    engagementId,
  ]);
  return row?.stale === true;
}
