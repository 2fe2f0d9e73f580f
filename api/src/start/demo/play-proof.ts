import type { Play } from './in-order.js';
import type { Scene } from './play.js';

/** A file is asked for in the demo and sealed by the first start, with the key of this installation. */
export async function* askForProof({ buyers, suppliers }: Scene, on: number): Play {
  yield on;
  const id = suppliers.get('ardoise')?.engagementIds[0] ?? '';
  await buyers.claire.post('/api/proof-files', { kind: 'engagement', id });
}
