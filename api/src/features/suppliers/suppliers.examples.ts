import { exampleIds } from '../../platform/http/example-ids.js';
import type { OperationExamples } from '../../platform/http/openapi-examples.js';

const supplier = {
  name: 'Cadran Infogérance',
  siren: '993197722',
  country: 'FR',
  website: 'https://www.cadran.example',
  domains: ['cadran.example'],
  notes: 'Infogérant historique. Contrat-cadre renouvelé chaque mois de janvier.',
};

const contact = {
  name: 'Léa Marchetti',
  email: 'lea.marchetti@cadran.example',
  jobTitle: 'Responsable qualité et sécurité',
  phone: '',
  language: 'fr',
};

const contactKept = { ...contact, id: exampleIds.contact, revision: 1 };

const kept = {
  ...supplier,
  id: exampleIds.supplier,
  revision: 1,
  vatNumber: 'FR43993197722',
  warnings: [],
  archivedAt: null,
  createdAt: '2026-09-09T08:16:01.000Z',
  updatedAt: '2026-09-09T08:16:01.000Z',
  contacts: [contactKept],
};

/** What programs send and get of suppliers and their contacts. */
export const supplierExamples = {
  list: {
    reply: {
      items: [
        {
          id: exampleIds.supplier,
          name: 'Cadran Infogérance',
          siren: '993197722',
          country: 'FR',
          domains: ['cadran.example'],
          contactCount: 1,
          engagementCount: 3,
          worstGrade: 'D',
          archived: false,
          updatedAt: '2026-09-09T08:16:01.000Z',
        },
      ],
      next: 'WyJDYWRyYW4gSW5mb2fDqXJhbmNlIiwiMDE5M2ExZjIiXQ',
      total: 57,
    },
  },
  read: { reply: kept },
  create: { request: supplier, reply: { ...kept, contacts: [] } },
  change: {
    request: { ...supplier, siren: null, notes: 'Siège à Nantes', revision: 1 },
    reply: { ...kept, siren: null, vatNumber: null, notes: 'Siège à Nantes', revision: 2 },
  },
  archive: { reply: { ...kept, archivedAt: '2026-11-23T09:30:00.000Z', revision: 2 } },
  restore: { reply: { ...kept, revision: 3 } },
  addContact: { request: contact, reply: contactKept },
  changeContact: {
    request: { ...contact, email: 'lea@cadran.example', revision: 1 },
    reply: { ...contactKept, email: 'lea@cadran.example', revision: 2 },
  },
  removeContact: { reply: null },
} satisfies OperationExamples;
