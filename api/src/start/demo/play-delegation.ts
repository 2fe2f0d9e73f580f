import type { Play } from './in-order.js';
import { readLetter } from './play-supplier.js';
import type { Scene } from './play.js';

const colleague = { name: 'Karim Benali', email: 'karim.benali@cadran.example', language: 'fr' };

/** The supplier hands a theme of the request that it is answering to somebody without an account, who has opened it. */
export async function* handOverPart({ stage, lea }: Scene): Play {
  yield 2;
  const { items } = await lea.get<{ items: readonly { id: string; status: string }[] }>(
    '/api/requests?state=to-answer',
  );
  const running = items.find(({ status }) => status === 'in-progress');
  if (running === undefined) throw new Error('the demo has no request that is being answered');
  await lea.post(`/api/requests/${running.id}/delegations`, {
    ...colleague,
    themes: ['MSS'],
    questions: [],
    note: 'La supervision est ton domaine : merci d’y répondre avant l’échéance.',
    dueOn: stage.day(-12),
  });
  yield 1;
  const visitor = stage.visitor();
  const secret = await readLetter(visitor, colleague.email, /\/p#([\w-]{43})/);
  await visitor.post('/api/part-links/code', { secret });
  const code = await readLetter(visitor, colleague.email, /(\d{4}\u00a0\d{4})/);
  await visitor.post('/api/part-links/verify', { secret, code });
}
