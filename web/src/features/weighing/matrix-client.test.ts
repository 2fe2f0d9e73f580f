import type { MatrixReply, MatrixRows, PostedRequest, Tried } from './matrix-messages.js';
import { createMatrixClient } from './matrix-client.js';

/** A thread that answers when it is told to. */
function standIn(load: (theme: string) => Promise<Blob> = () => Promise.resolve(new Blob())) {
  const posted: PostedRequest[] = [];
  let reply: (one: MatrixReply) => void = () => undefined;
  const client = createMatrixClient({
    start: (onReply) => {
      reply = onReply;
      return { post: (request) => void posted.push(request), end: () => undefined };
    },
    load,
  });
  const kinds = (): string[] => posted.map(({ kind }) => kind);
  return { client, posted, kinds, reply: (one: MatrixReply) => reply(one) };
}

const rows: MatrixRows = {
  count: 0,
  numbers: new Uint32Array(),
  scores: new Float32Array(),
  floors: new Float32Array(),
  marks: new Uint8Array(),
  published: new Uint32Array(),
  ranks: new Uint32Array(),
};
const weighed = (missing: readonly string[] = []): MatrixReply => ({
  kind: 'weighed',
  tried: { weights: {}, changed: [], missing } as unknown as Tried,
});
const [first, second, third] = [{ themes: { A: 1 } }, { themes: { A: 2 } }, { themes: { A: 3 } }];

test('while some weights are tried, only the last of those that follow are tried next', () => {
  const { client, posted, reply } = standIn();
  client.open(new Blob(), []);
  client.weigh(first, {}, 25);
  reply({ kind: 'opened', rows });
  client.weigh(second, {}, 25);
  client.weigh(third, {}, 25);
  expect(posted.slice(1)).toEqual([{ kind: 'weigh', weights: first, published: {} }]);
  reply(weighed());
  expect(client.read().tried?.weights).toBe(first);
  expect(posted.slice(2)).toEqual([{ kind: 'weigh', weights: third, published: {} }]);
  reply(weighed());
  expect(client.read().tried?.weights).toBe(third);
  client.close();
});

test('a theme that is missing is loaded once; a failure is shown and can be tried again', async () => {
  const asked: string[] = [];
  const load = (theme: string): Promise<Blob> => {
    asked.push(theme);
    return asked.length === 1 ? Promise.reject(new Error('away')) : Promise.resolve(new Blob());
  };
  const { client, kinds, reply } = standIn(load);
  client.open(new Blob(), []);
  reply({ kind: 'opened', rows });
  client.weigh(first, {}, 25);
  reply(weighed(['BKP']));
  client.weigh(second, {}, 25);
  reply(weighed(['BKP']));
  await Promise.resolve();
  expect(asked).toEqual(['BKP']);
  expect(client.read().error).toEqual(new Error('away'));
  client.retry();
  await Promise.resolve();
  expect(client.read().error).toBeNull();
  expect(kinds().at(-1)).toBe('columns');
  reply({ kind: 'columns-read', theme: 'BKP' });
  expect(kinds().at(-1)).toBe('weigh');
  client.close();
});

test('after it is closed, what still comes changes nothing', () => {
  const { client, reply } = standIn();
  client.open(new Blob(), []);
  client.close();
  reply({ kind: 'opened', rows });
  expect(client.read().rows).toBeNull();
});
