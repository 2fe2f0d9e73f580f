import type { ImportAppliedResponse, ImportPreviewResponse } from '../../src/features/imports/imports.dto.js';
import type { Actor, Reply } from './actor.js';

type Fields = Readonly<Record<string, string>>;

export async function sendImport<T>(
  actor: Actor,
  step: 'preview' | 'apply',
  file: Buffer | string,
  fields: Fields = {},
  name = 'liste.csv',
): Promise<Reply<T>> {
  let call = actor.start('post', `/api/imports/${step}`);
  for (const [key, value] of Object.entries(fields)) call = call.field(key, value);
  return actor.finish<T>(await call.attach('file', Buffer.from(file), whole(name)));
}

export const previewImport = (actor: Actor, file: Buffer | string, fields?: Fields, name?: string) =>
  sendImport<ImportPreviewResponse>(actor, 'preview', file, fields, name);

export async function imported(
  actor: Actor,
  file: Buffer | string,
  name?: string,
): Promise<ImportAppliedResponse['counts']> {
  const seen = await previewImport(actor, file, {}, name);
  if (seen.body.plan === null) throw new Error(JSON.stringify(seen.body.errors));
  const done = await sendImport<ImportAppliedResponse>(actor, 'apply', file, { plan: seen.body.plan }, name);
  if (done.status !== 200) throw new Error(JSON.stringify(done.body));
  return done.body.counts;
}

export async function exported(actor: Actor, list: string): Promise<string> {
  return (await actor.start('get', `/api/exports?list=${list}&format=csv`)).text;
}

/** form-data keeps the path of a name only under this key, which supertest hands on and its types do not know. */
function whole(filepath: string): { filename?: string } {
  return { filepath } as object;
}
