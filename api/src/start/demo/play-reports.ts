import type { Play } from './in-order.js';
import type { Scene } from './play.js';

/** The board meets on Thursday: its report is asked for, and comes each quarter from then on. The first start makes it. */
export async function* reportToTheBoard({ buyers }: Scene, on: number): Play {
  yield on;
  await buyers.ines.post('/api/reports', { kind: 'board', language: 'fr' });
  const { items } = await buyers.ines.get<{ items: readonly { accountId: string }[] }>(
    '/api/report-schedules/readers',
  );
  await buyers.ines.post('/api/report-schedules', {
    ...{ kind: 'board', language: 'fr', frequency: 'quarterly' },
    recipients: items.slice(0, 2).map(({ accountId }) => accountId),
  });
}
