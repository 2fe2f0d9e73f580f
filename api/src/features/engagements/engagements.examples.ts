import { exampleIds } from '../../platform/http/example-ids.js';
import type { OperationExamples } from '../../platform/http/openapi-examples.js';

const engagement = {
  name: 'Infogérance du SI de gestion',
  description: 'Serveurs, postes et annuaire des trois sites.',
  context: {
    mssp: false,
    hosting: 'partial',
    custom_dev: false,
    on_premise: true,
    antimalware: true,
    criticality: 'high',
    dns_or_mail: false,
    health_data: false,
    personal_data: 'ordinary',
    directory_admin: true,
    managed_patching: true,
    substitutability: 'medium',
    privileged_access: 'domain_admin',
    buyer_is_it_professional: false,
  },
};

const standing = {
  status: 'returned',
  score: 50,
  grade: 'D',
  unlawful: false,
  undemonstrated: false,
  assessmentId: exampleIds.assessment,
  dueOn: '2026-11-22',
  beforeReview: true,
  scoredAt: '2026-11-28T23:00:58.051Z',
  earlierScore: false,
};

const summary = {
  id: exampleIds.engagement,
  name: 'Infogérance du SI de gestion',
  tier: 'T3',
  points: 8,
  archived: false,
  supplierId: exampleIds.supplier,
  supplierName: 'Cadran Infogérance',
  updatedAt: '2026-09-09T08:17:12.000Z',
};

const kept = {
  ...summary,
  ...engagement,
  standing,
  arithmetic: { terms: [{ key: 'personal_data', points: 1 }], tierOfPoints: 'T3', raisedBy: [] },
  profileId: null,
  supplierArchived: false,
  revision: 1,
  createdAt: '2026-09-09T08:17:12.000Z',
};

const never = {
  ...kept,
  standing: {
    ...standing,
    status: 'none',
    score: null,
    grade: null,
    assessmentId: null,
    dueOn: null,
    scoredAt: null,
    beforeReview: false,
  },
};

/** What programs send and get of engagements. */
export const engagementExamples = {
  context: {
    reply: {
      context: [
        {
          key: 'health_data',
          label: {
            fr: 'Données de santé à caractère personnel (prévention, diagnostic, soins, suivi social et médico-social) hébergées pour un tiers\u00a0?',
            en: 'Personal health data (prevention, diagnosis, care, social and medico-social follow-up) hosted for a third party?',
          },
          short: { fr: 'Données de santé', en: 'Health data' },
          kind: 'bool',
          points: 3,
        },
      ],
      tiers: [{ tier: 'T1', label: { fr: 'Faible', en: 'Low' }, min: 0, exponent: 0.7 }],
      tierMinimums: [{ when: { ctx: { health_data: true } }, tier: 'T3' }],
    },
  },
  list: { reply: { items: [{ ...summary, standing }], next: null, total: 1 } },
  create: { request: { supplierId: exampleIds.supplier, ...engagement }, reply: never },
  read: { reply: kept },
  change: {
    request: { ...engagement, description: 'Trois sites', revision: 1 },
    reply: { ...kept, description: 'Trois sites', revision: 2 },
  },
  archive: { reply: { ...kept, archived: true, revision: 2 } },
  restore: { reply: { ...kept, revision: 3 } },
} satisfies OperationExamples;
