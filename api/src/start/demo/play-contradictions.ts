import type { Play } from './in-order.js';
import type { Scene } from './play.js';

interface Contradiction {
  readonly key: string;
  readonly fingerprint: string;
  readonly proposed: { readonly fr: string } | null;
}

/** One question on what the contract says otherwise, one contradiction set aside; the rest waits to be dealt with. */
export async function* confront({ buyers, suppliers }: Scene): Play {
  const engagementId = suppliers.get('quartz')?.engagementIds[0] ?? '';
  const at = `/api/engagements/${engagementId}/contradictions`;
  const find = async (rule: string): Promise<Contradiction> => {
    const { items } = await buyers.claire.get<{ items: readonly Contradiction[] }>(at);
    const found = items.find(({ key }) => key.startsWith(rule));
    if (found === undefined) throw new Error(`the demo has no contradiction ${rule}`);
    return found;
  };
  yield 9;
  const asked = await find('breach-notice-in-contract');
  await buyers.claire.post(`${at}/questions`, {
    key: asked.key,
    fingerprint: asked.fingerprint,
    body: asked.proposed?.fr ?? '',
  });
  yield 8;
  const { key, fingerprint } = await find('cap-lower-in-contract');
  await buyers.claire.post(`${at}/set-aside`, {
    key,
    fingerprint,
    reason: 'Avenant au plafond accepté par courriel, en cours de signature ; suivi au contrat.',
  });
}
