import { aCertificate, aCertificateChange } from '../harness/given-certificate.js';
import type { Body } from './body.js';

const nothing: Body = () => ({});

/** What each route of chains and certificates would be sent. */
export const certificationBodies: Readonly<Record<string, Body>> = {
  'PUT /api/engagements/{engagementId}/certification': ({ supplierId }) => ({
    revision: 0,
    actors: [
      { id: supplierId, name: 'Cadran Infogérance', siren: null },
      { id: 'new:1', name: 'Granit Datacenters', siren: '732829320' },
    ],
    contracts: [{ from: supplierId, to: 'new:1', reference: 'Bon de commande 12' }],
    performances: [
      {
        activity: '1_sites',
        actorId: 'new:1',
        sites: ['Lille'],
        claim: 'none',
        hostId: null,
        source: 'public-list',
        statedOn: '2026-11-20',
      },
      {
        activity: '2_materiel',
        actorId: 'new:1',
        sites: [],
        claim: 'other-scope',
        hostId: supplierId,
        source: null,
        statedOn: null,
      },
    ],
    notPerformed: ['6_sauvegarde'],
  }),
  'POST /api/engagements/{engagementId}/certification/procedures/{procedureId}/steps': () => ({
    step: 'told',
    doneOn: '2026-11-02',
    note: 'Courriel du responsable',
  }),
  'POST /api/engagements/{engagementId}/certification/import/preview': nothing,
  'POST /api/engagements/{engagementId}/certification/import/apply': nothing,
  'POST /api/certificates': ({ supplierId }) => aCertificate(supplierId),
  'PUT /api/certificates/{certificateId}': () => aCertificateChange({ number: 'HDS-2026-0001', revision: 1 }),
  'DELETE /api/certificates/{certificateId}': nothing,
  'POST /api/certificates/{certificateId}/loss': () => ({
    cause: 'withdrawn',
    lostOn: '2026-11-20',
    note: 'Liste publique',
  }),
  'POST /api/certificates/import/preview': nothing,
  'POST /api/certificates/import/apply': nothing,
};
