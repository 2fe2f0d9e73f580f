import { exampleIds } from '../../platform/http/example-ids.js';
import type { OperationExamples } from '../../platform/http/openapi-examples.js';

const finding = {
  id: '01a22463-840d-72b1-b0df-bf1698711395',
  assessmentId: exampleIds.assessment,
  questionId: 'BKP-04',
  origin: 'answer',
  severity: 'critical',
  status: 'agreed',
  text: {
    en: 'No backup disconnected from the production network.',
    fr: 'Aucune sauvegarde déconnectée du réseau de production.',
  },
  fix: {
    en: 'Set up an offline or immutable copy within 30 days and test it within 60; failing that, log the warning in the register and obtain the customer’s decision.',
    fr: 'Mettre en place une copie hors ligne ou immuable sous 30 jours et la tester sous 60\u00a0; à défaut, inscrire la mise en garde au registre et recueillir la décision du client.',
  },
  raisedAt: '2026-10-30T08:25:44.000Z',
  lessons: ['R-03', 'R-09'],
  plan: {
    dueOn: '2026-11-26',
    owner: 'Léa Marchetti',
    proof: 'Procès-verbal de restauration daté et signé.',
    action: 'Mettre en place une copie déconnectée hebdomadaire et la restaurer une fois.',
    ownerSide: 'supplier',
  },
  proposal: null,
  acceptedUntil: null,
  overdue: true,
  shared: true,
  closingReason: '',
  closedByAnswer: false,
  closedByName: null,
  closedAt: null,
  revision: 5,
};

/** What programs of a buyer get of findings. */
export const findingExamples = {
  list: {
    reply: {
      items: [
        {
          ...finding,
          engagementId: exampleIds.engagement,
          engagementName: 'Infogérance du SI de gestion',
          supplierId: exampleIds.supplier,
          supplierName: 'Cadran Infogérance',
        },
      ],
      next: null,
      total: 1,
    },
  },
  ofAssessment: { reply: { items: [finding] } },
} satisfies OperationExamples;
