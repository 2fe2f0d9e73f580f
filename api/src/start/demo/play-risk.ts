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
