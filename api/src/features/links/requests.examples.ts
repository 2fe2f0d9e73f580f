import { exampleIds } from '../../platform/http/example-ids.js';
import type { OperationExamples } from '../../platform/http/openapi-examples.js';

const summary = {
  id: exampleIds.assessment,
  buyerName: 'Mutuelle du Ponant',
  title: 'Infogérance du SI de gestion',
  status: 'returned',
  statusAt: '2026-11-16T08:22:24.000Z',
  dueOn: '2026-11-22',
  overdue: true,
  answered: 86,
  questions: 87,
  submissions: 1,
  receivedAt: '2026-10-16T08:18:46.000Z',
  lastSavedAt: '2026-10-23T08:36:16.000Z',
};

/** What programs of a supplier get of the requests that it received. */
export const requestExamples = {
  list: { reply: { items: [summary], next: null, total: 1 } },
  read: {
    reply: {
      ...summary,
      message: 'Nous préparons le renouvellement de janvier : merci de répondre avant l’échéance.',
      questionnaire: {
        code: 'MSSP-DD',
        title: {
          en: 'Security provider / host / SaaS due diligence',
          fr: 'Due diligence prestataire de sécurité / hébergeur / SaaS',
        },
        number: 1,
        sha256: 'faff03091d47dcb854e01c192508609327ca1458b7a5dacb3bf9e90ecb83de3c',
        themes: 12,
        questions: 87,
      },
      contact: { name: 'Claire Vasseur', email: 'claire.vasseur@ponant.example' },
      acceptedByName: 'Léa Marchetti',
      acceptedAt: '2026-10-19T08:30:48.000Z',
    },
  },
} satisfies OperationExamples;
