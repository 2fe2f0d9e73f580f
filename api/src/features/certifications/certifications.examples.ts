import type { OperationExamples } from '../../platform/http/openapi-examples.js';

/** What programs get of certificates. */
export const certificateExamples = {
  list: {
    reply: {
      items: [
        {
          id: '01a22463-857a-7e19-b744-f35f48a3285e',
          kind: 'hds',
          number: 'HDS-2024-0902',
          body: 'Certificateur accrédité',
          activities: ['6_sauvegarde'],
          sites: [],
          validFrom: '2024-12-28',
          validUntil: '2027-12-28',
          lostOn: '2026-11-20',
          lossCause: 'withdrawn',
          lossNote: 'Retiré de la liste publique ; confirmé par courriel.',
          supplierId: null,
          revision: 2,
          holderName: 'Estran Sauvegarde',
          holderId: '01a22463-8512-737e-a4ee-f9abe210cc5c',
          band: 'ended',
          engagements: [
            {
              id: '01a22462-daf2-7453-b603-aa26268195c2',
              name: 'Hébergement des dossiers de prévention',
              supplierName: 'Nivéole Santé',
            },
          ],
        },
      ],
      next: null,
      total: 5,
      bands: [
        { band: 'ended', count: 1 },
        { band: '0', count: 0 },
        { band: '30', count: 0 },
        { band: '90', count: 1 },
        { band: '180', count: 0 },
        { band: 'later', count: 3 },
      ],
    },
  },
} satisfies OperationExamples;
