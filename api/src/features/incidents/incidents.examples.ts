import type { OperationExamples } from '../../platform/http/openapi-examples.js';

/** As the supplier told it; the buyer corrected two of the facts. */
const stated = {
  text: 'Connexions au contrôleur de domaine depuis une adresse inconnue ; compte désactivé, mots de passe renouvelés.',
  title: 'Compte d’administration utilisé de nuit',
  nature: 'intrusion',
  ticket: 'CAD-4533',
  toldAt: { at: '06:30', on: '2026-11-18' },
  detectedAt: { at: '23:20', on: '2026-11-17' },
  occurredAt: { at: null, on: '2026-11-17' },
  resolvedAt: null,
  ticketedAt: { at: '23:50', on: '2026-11-17' },
  personalData: true,
};

/** What programs get of incidents. */
export const incidentExamples = {
  list: {
    reply: {
      answered: true,
      asOf: '2026-11-28T23:06:21.752Z',
      items: [
        {
          id: '01a22463-bdc7-7187-ae3f-f63c38182615',
          openedBy: 'supplier',
          openedAt: '2026-11-19T08:22:24.000Z',
          shared: true,
          facts: {
            ...stated,
            text: 'Premier appel reçu à 9 h 40 ; aucun message à 6 h 30.',
            toldAt: { at: '09:40', on: '2026-11-18' },
          },
          disagreements: ['toldAt'],
          statements: [
            {
              id: '01a22463-bdcc-71c9-adca-e447bec8ab84',
              side: 'supplier',
              facts: stated,
              byName: 'Léa Marchetti',
              at: '2026-11-19T08:22:24.000Z',
            },
          ],
          fileRevision: 1,
          fileByName: 'Claire Vasseur',
          file: {
            duty: { kind: 'firm', hours: 4, source: 'Contrat-cadre d’infogérance, annexe 4, article 9.3' },
            note: 'Demander le journal des connexions des trente derniers jours.',
            awareAt: null,
            majorAt: null,
            notices: [
              {
                at: { at: '18:05', on: '2026-11-18' },
                key: 'nis2-early-warning',
                reference: 'ANSSI 26-1187',
              },
            ],
            regimes: ['nis2'],
          },
          delays: [{ key: 'detect', span: { low: 0, high: 1400 } }],
          dues: [
            {
              key: 'contract',
              owedBy: 'supplier',
              owedTo: 'customer',
              from: { at: '23:20', on: '2026-11-17' },
              done: { at: '09:40', on: '2026-11-18' },
              verdict: 'late',
              dueFrom: '2026-11-18T02:20:00.000Z',
              dueUntil: '2026-11-18T02:20:00.000Z',
            },
          ],
          reassess: true,
          finding: 'none',
        },
      ],
    },
  },
} satisfies OperationExamples;
