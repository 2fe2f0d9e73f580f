import type { RunningApp } from '../harness/running-app.js';

/** Sessions and limits move with every call; everything else moves only when something was done. */
const restless = ['sessions', 'rate_limits'];

/** What a row says of itself in fewer words: what is found is written anew under another number. */
const inShort: Readonly<Record<string, string>> = {
  search_entries: 't.sequence::text',
  // That it was used moves with every call.
  api_tokens: "(to_jsonb(t) - 'last_used_at')::text",
};

/** One hash per table over all of its rows. */
export async function digest({ sql }: Pick<RunningApp, 'sql'>): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'probant'::regnamespace AND relkind IN ('r', 'p') ORDER BY 1",
  );
  const names = tables.map(({ name }) => name).filter((name) => !restless.includes(name));
  const union = names
    .map(
      (name) =>
        `SELECT '${name}' AS name, md5(coalesce(string_agg(line, E'\\n' ORDER BY line), '')) AS hash
         FROM (SELECT ${inShort[name] ?? 't::text'} AS line FROM ${name} t) r`,
    )
    .join(' UNION ALL ');
  // A union of so many tables may be read by several workers, in any order.
  const rows = await sql<{ name: string; hash: string }>(`${union} ORDER BY name`);
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
}
