import type { Play } from './in-order.js';
import type { Scene } from './play.js';

interface Profiles {
  readonly presets: readonly { readonly key: string; readonly themes: Readonly<Record<string, number>> }[];
  readonly profiles: readonly { readonly id: string; readonly name: string }[];
}

/** Profiles beside the default one; health data is weighed by one of them. */
export async function* weigh({ buyers, suppliers }: Scene, on: number): Play {
  yield on;
  const { ines } = buyers;
  const { presets } = await ines.get<Profiles>('/api/profiles');
  const saved = new Map<string, string>();
  for (const [name, preset] of [
    ['Rançongiciel d’abord', 'ransomware'],
    ['Données de santé', 'health'],
  ] as const) {
    const themes = presets.find(({ key }) => key === preset)?.themes ?? {};
    saved.set(preset, (await ines.post<{ id: string }>('/api/profiles', { name, preset, themes })).id);
  }
  const engagementId = suppliers.get('tamaris')?.engagementIds[0] ?? '';
  const { revision } = await ines.get<{ revision: number }>(`/api/engagements/${engagementId}/profile`);
  const profileId = saved.get('health') ?? null;
  await ines.put(`/api/engagements/${engagementId}/profile`, { profileId, revision });
}

const settled = [
  ['ombrelle', 'Mandat de transfert reçu du bureau d’enregistrement.'],
  ['lagune', 'Accepté par la direction jusqu’à la commande de la copie déconnectée.'],
  ['ardoise', 'Document reçu et vérifié.'],
] as const;

/** Closes one finding of each of three suppliers. */
export async function* closeFindings({ buyers, suppliers }: Scene, on: number): Play {
  yield on;
  for (const [key, reason] of settled) {
    const supplierId = suppliers.get(key)?.supplierId ?? '';
    const { items } = await buyers.claire.get<{ items: readonly { id: string; revision: number }[] }>(
      `/api/findings?supplierId=${supplierId}&limit=1`,
    );
    for (const { id, revision } of items) {
      await buyers.claire.put(`/api/findings/${id}`, { status: 'closed', reason, revision });
    }
  }
}
