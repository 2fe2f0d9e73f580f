import { parisDay, type Day } from '@probant/shared/calendar';
import { hdsActivities, type HdsActivity } from '@probant/shared/certifications/activities';
import type { Performance } from '@probant/shared/certifications/chain';
import type { CastKey } from './cast.js';
import type { Play } from './in-order.js';
import type { Scene } from './play.js';
import type { Visitor } from './visitor.js';

interface Chain {
  readonly actors: readonly { readonly id: string; readonly name: string; readonly country?: string }[];
  readonly contracts: readonly { readonly from: string; readonly to: string; readonly reference: string }[];
  readonly performances: readonly Performance[];
  readonly procedures: readonly { readonly id: string }[];
}

/** One chain that cannot go on, one that is in order, one to be shown to counsel; and two that lead to the same companies. */
export async function* describeChains(scene: Scene, on: number): Play {
  yield on;
  const lost = await describeStopped(scene);
  await describeCompliant(scene);
  await describeArguable(scene);
  await describeShared(scene);
  yield on - 20;
  await scene.buyers.claire.post(`/api/certificates/${lost}/loss`, {
    cause: 'withdrawn',
    lostOn: today(scene),
    note: 'Retiré de la liste publique ; confirmé par courriel.',
  });
  yield on - 22;
  const at = chainOf(scene, 'niveole');
  const { procedures } = await scene.buyers.claire.get<Chain>(at);
  await scene.buyers.claire.post(`${at}/procedures/${procedures[0]?.id ?? ''}/steps`, {
    step: 'position',
    doneOn: today(scene),
    note: 'Que devez-vous changer, et avant quelle date ?',
  });
}

/** A subcontractor with no certificate, and another with a contract of its own beside the chain. */
async function describeStopped(scene: Scene): Promise<string> {
  const { stage, buyers, suppliers } = scene;
  const holder = suppliers.get('niveole')?.supplierId ?? '';
  const lagune = suppliers.get('lagune')?.supplierId ?? '';
  const [relais, estran] = ['new:relais', 'new:estran'] as const;
  const ids = await state(buyers.claire, chainOf(scene, 'niveole'), {
    actors: [
      { id: holder, name: 'Nivéole Santé' },
      { id: relais, name: 'Relais Datacenter Ouest', country: 'FR' },
      { id: lagune, name: 'Lagune Exploitation' },
      { id: estran, name: 'Estran Sauvegarde', country: 'FR' },
    ],
    contracts: [
      { from: holder, to: relais, reference: '' },
      { from: holder, to: lagune, reference: '' },
      { from: relais, to: estran, reference: '' },
    ],
    performances: [
      performs('1_sites', relais, { sites: ['Cesson, bâtiment B'] }),
      performs('2_materiel', relais, { sites: ['Cesson, bâtiment B'] }),
      performs('3_virtuel', holder),
      performs('4_plateforme', holder),
      performs('5_exploitation', lagune, { claim: 'other-scope', hostId: holder }),
      performs('6_sauvegarde', estran, {
        sites: ['Brest, salle 2'],
        claim: 'none',
        source: 'public-list',
        statedOn: today(scene),
      }),
    ],
  });
  await record(buyers.claire, ids('Relais Datacenter Ouest'), {
    ...{ number: 'HDS-2024-0117', activities: ['1_sites', '2_materiel'] },
    ...{ validFrom: stage.day(1_011), validUntil: stage.day(-84) },
  });
  await record(buyers.claire, holder, {
    ...{ number: 'HDS-2025-0417', activities: ['3_virtuel', '4_plateforme', '5_exploitation'] },
    ...{ validFrom: stage.day(420), validUntil: stage.day(-675) },
  });
  return record(buyers.claire, ids('Estran Sauvegarde'), {
    ...{ number: 'HDS-2024-0902', activities: ['6_sauvegarde'] },
    ...{ validFrom: stage.day(700), validUntil: stage.day(-395) },
  });
}

async function describeCompliant(scene: Scene): Promise<void> {
  const { stage, buyers, suppliers } = scene;
  const holder = suppliers.get('tamaris')?.supplierId ?? '';
  const ids = await state(buyers.claire, chainOf(scene, 'tamaris'), {
    actors: [
      { id: holder, name: 'Tamaris Archivage' },
      { id: 'new:phare', name: 'Phare Centres de données', country: 'IE' },
    ],
    contracts: [{ from: holder, to: 'new:phare', reference: 'Contrat-cadre de 2024' }],
    performances: [
      ...hdsActivities
        .slice(0, 2)
        .map((activity) => performs(activity, 'new:phare', { sites: ['Brest, salle 2'] })),
      ...hdsActivities.slice(2).map((activity) => performs(activity, holder)),
    ],
  });
  await record(buyers.claire, ids('Phare Centres de données'), {
    ...{ number: 'HDS-2025-0068', activities: hdsActivities.slice(0, 2) },
    ...{ validFrom: stage.day(500), validUntil: stage.day(-595) },
  });
  await record(buyers.claire, holder, {
    ...{ number: 'HDS-2025-0231', activities: [...hdsActivities] },
    ...{ validFrom: stage.day(675), validUntil: stage.day(-420) },
  });
}

/** Covered by the scope of the holder alone: neither lawful nor unlawful until somebody has looked. */
async function describeArguable(scene: Scene): Promise<void> {
  const holder = scene.suppliers.get('tamaris')?.supplierId ?? '';
  await state(scene.buyers.claire, chainOf(scene, 'tamaris', 1), {
    actors: [
      { id: holder, name: 'Tamaris Archivage' },
      { id: 'new:lichen', name: 'Lichen Numérisation', country: 'MA' },
    ],
    contracts: [{ from: holder, to: 'new:lichen', reference: '' }],
    performances: [
      ...hdsActivities.slice(0, 4).map((activity) => performs(activity, holder)),
      performs('5_exploitation', 'new:lichen', { claim: 'other-scope', hostId: holder }),
      performs('6_sauvegarde', holder),
    ],
  });
}

/** No health data: what is told is whom they depend on, and where that stands. */
async function describeShared(scene: Scene): Promise<void> {
  for (const key of ['boreale', 'ombrelle'] as const) {
    const supplier = scene.suppliers.get(key);
    const holder = supplier?.supplierId ?? '';
    const [relais, phare] = ['new:relais', 'new:phare'] as const;
    await state(
      scene.buyers.claire,
      chainOf(scene, key),
      {
        actors: [
          { id: holder, name: key },
          { id: relais, name: 'Relais Datacenter Ouest', country: 'FR' },
          ...(key === 'boreale' ? [{ id: phare, name: 'Phare Centres de données', country: 'IE' }] : []),
        ],
        contracts: [
          { from: holder, to: relais, reference: '' },
          ...(key === 'boreale' ? [{ from: holder, to: phare, reference: '' }] : []),
        ],
        performances: [
          performs('1_sites', relais, { sites: ['Cesson, bâtiment B'] }),
          ...(key === 'boreale' ? [performs('6_sauvegarde', phare, { sites: ['Brest, salle 2'] })] : []),
        ],
      },
      hdsActivities.slice(1, key === 'boreale' ? -1 : undefined),
    );
  }
}

function performs(activity: HdsActivity, actorId: string, more: Partial<Performance> = {}): Performance {
  return {
    activity,
    actorId,
    sites: [],
    claim: 'unknown',
    hostId: null,
    source: null,
    statedOn: null,
    ...more,
  };
}

/** States the chain and tells the ids that its companies have from then on. */
async function state(
  buyer: Visitor,
  path: string,
  { actors, ...chain }: Omit<Chain, 'procedures'>,
  notPerformed: readonly HdsActivity[] = [],
): Promise<(name: string) => string> {
  const stated = await buyer.put<{ chain: Chain }>(path, {
    ...{ ...chain, revision: 0, notPerformed },
    actors: actors.map((actor) => ({ ...actor, siren: null })),
  });
  return (name) => stated.chain.actors.find((one) => one.name === name)?.id ?? '';
}

async function record(buyer: Visitor, holderId: string, facts: object): Promise<string> {
  const { id } = await buyer.post<{ id: string }>('/api/certificates', {
    ...{ holderId, kind: 'hds', body: 'Certificateur accrédité', sites: [] },
    ...facts,
  });
  return id;
}

function chainOf({ suppliers }: Scene, key: CastKey, engagement = 0): string {
  return `/api/engagements/${suppliers.get(key)?.engagementIds[engagement] ?? ''}/certification`;
}

/** On the stage it may be a Friday where the calendar says Sunday. */
function today({ stage }: Scene): Day {
  return parisDay(stage.now().toISOString());
}
