import type { HdsActivity } from '../certifications/activities.js';
import type { KeptCertificate } from '../certifications/certificate.js';
import type { CertificationChain, ChainActor, ChainContract, Performance } from '../certifications/chain.js';

export const anActor = (id: string, siren: string | null = null): ChainActor => ({ id, name: id, siren });

export const aContract = (from: string, to: string): ChainContract => ({ from, to, reference: '' });

export function aPerformance(
  activity: HdsActivity,
  actorId: string,
  more: Partial<Performance> = {},
): Performance {
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

export function aCertificate(holderId: string, more: Partial<KeptCertificate> = {}): KeptCertificate {
  return {
    id: `cert-${holderId}`,
    holderId,
    kind: 'hds',
    number: '2024-0117',
    body: 'Certificateur accrédité',
    activities: ['1_sites', '2_materiel'],
    sites: [],
    validFrom: '2024-02-15',
    validUntil: '2027-02-14',
    lostOn: null,
    lossCause: null,
    ...more,
  };
}

/** The holder `host`, and whoever else is named by a contract. */
export function aChain(
  contracts: readonly ChainContract[],
  performances: readonly Performance[] = [],
): CertificationChain {
  const ids = new Set(['host', ...contracts.flatMap(({ from, to }) => [from, to])]);
  for (const { actorId } of performances) ids.add(actorId);
  ids.delete('buyer');
  return {
    holderId: 'host',
    actors: [...ids].map((id) => anActor(id)),
    contracts,
    performances,
    notPerformed: [],
  };
}
