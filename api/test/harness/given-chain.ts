import type { CertificateResponse } from '../../src/features/certifications/certificates.dto.js';
import type { CertificationResponse, ChainFields } from '../../src/features/certifications/chains.dto.js';
import type { Reply } from './actor.js';
import { aCertificate } from './given-certificate.js';
import { givenEngagement, givenSupplier } from './given-supplier.js';
import type { World } from './world.js';

type Performance = ChainFields['performances'][number];

/** Companies are known by their names: each chain has its own. */
let turn = 0;

export interface GivenChain {
  readonly holder: string;
  readonly engagementId: string;
  readonly path: string;
  readonly named: (name: string) => string;
  readonly holderActor: ChainFields['actors'][number];
  readonly read: (on?: string) => Promise<CertificationResponse>;
  readonly state: (revision: number, chain?: Partial<ChainFields>) => Promise<Reply<CertificationResponse>>;
  readonly stateThree: () => Promise<{ granit: string; lagune: string; ardoise: string }>;
  readonly record: (holderId: string, change?: object) => Promise<CertificateResponse>;
}

/** An engagement on health data whose chain nobody has stated yet. */
export async function givenChain(all: World): Promise<GivenChain> {
  turn += 1;
  const own = turn;
  const named = (name: string): string => `${name} ${own}`;
  const holder = (await givenSupplier(all.acme.buyer, { name: named('Nivéole') })).id;
  const engagement = await givenEngagement(all.acme.buyer, {
    supplierId: holder,
    context: { health_data: true },
  });
  const path = `/api/engagements/${engagement.id}/certification`;
  const holderActor = { id: holder, name: named('Nivéole'), siren: null };
  const state = (revision: number, chain: Partial<ChainFields> = {}) =>
    all.acme.buyer.put<CertificationResponse>(path, {
      ...{ revision, actors: [holderActor], contracts: [], performances: [], notPerformed: [] },
      ...chain,
    });
  return {
    ...{ holder, engagementId: engagement.id, path, named, holderActor, state },
    read: async (on) => {
      const query = on === undefined ? '' : `?on=${on}`;
      return (await all.acme.auditor.get<CertificationResponse>(`${path}${query}`)).body;
    },
    stateThree: async () => {
      const { body } = await state(0, threeBelow(holderActor, named));
      const idOf = (name: string) => body.chain.actors.find((one) => one.name === named(name))?.id ?? '';
      return { granit: idOf('Granit'), lagune: idOf('Lagune'), ardoise: idOf('Ardoise') };
    },
    record: async (holderId, change = {}) => {
      const asked = { ...aCertificate(holderId, { sites: [] }), ...change };
      const reply = await all.acme.buyer.post<CertificateResponse>('/api/certificates', asked);
      if (reply.status !== 201) throw new Error(JSON.stringify(reply.body));
      return reply.body;
    },
  };
}

export function performs(
  activity: Performance['activity'],
  actorId: string,
  more: Partial<Performance> = {},
): Performance {
  return {
    ...{ activity, actorId, sites: [], claim: 'unknown', hostId: null, source: null, statedOn: null },
    ...more,
  };
}

/** Three companies below the holder: certified, within its scope, and with none that was looked for. */
function threeBelow(holder: ChainFields['actors'][number], named: (name: string) => string): ChainFields {
  const others = ['Granit', 'Lagune', 'Ardoise'].map((name) => ({
    id: `new:${name}`,
    name: named(name),
    siren: null,
  }));
  return {
    actors: [holder, ...others],
    contracts: others.map(({ id }) => ({ from: holder.id, to: id, reference: '' })),
    performances: [
      performs('1_sites', 'new:Granit'),
      performs('2_materiel', 'new:Granit'),
      performs('3_virtuel', holder.id),
      performs('4_plateforme', 'buyer'),
      performs('5_exploitation', 'new:Lagune', { claim: 'other-scope', hostId: holder.id }),
      performs('6_sauvegarde', 'new:Ardoise', {
        ...{ claim: 'none', source: 'public-list', statedOn: '2026-11-20' },
      }),
    ],
    notPerformed: [],
  };
}
