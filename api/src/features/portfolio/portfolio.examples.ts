import { exampleIds } from '../../platform/http/example-ids.js';
import type { OperationExamples } from '../../platform/http/openapi-examples.js';

/** What programs get of the portfolio. */
export const portfolioExamples = {
  list: {
    reply: {
      items: [
        {
          engagementId: exampleIds.engagement,
          supplierId: exampleIds.supplier,
          supplierName: 'Cadran Infogérance',
          engagementName: 'Infogérance du SI de gestion',
          tier: 'T3',
          assessmentId: exampleIds.assessment,
          status: 'returned',
          dueOn: '2026-11-22',
          overdue: true,
          score: 50,
          change: null,
          base: 45.25,
          floor: 50,
          grade: 'D',
          confidence: 0.5544,
          beforeReview: true,
          unexamined: 4,
          knockouts: [{ id: 'KO-BKP-1', state: 'proved' }],
          themes: {
            ADV: 0.5824,
            BKP: 0.6093,
            CTR: 0.4474,
            EIC: 0.455,
            FIN: 0.3172,
            INC: 0.3367,
            PAT: 0.4759,
            PRV: 0.4188,
            REV: 0.3643,
            RGP: 0.6512,
            SUB: 0.2846,
            TRA: 0.4592,
          },
          answered: 86,
          questions: 87,
          scoredAt: '2026-11-28T23:00:58.051Z',
          scoredAssessmentId: exampleIds.assessment,
          earlierScore: false,
        },
      ],
      next: null,
    },
  },
  summary: {
    reply: {
      engagements: 19,
      scored: 12,
      grades: { A: 1, B: 2 },
      statuses: { cancelled: 1, decided: 5 },
      tiers: { T1: 5, T2: 6 },
      unlawful: 1,
      undemonstrated: 1,
      proved: 6,
      awaited: 5,
      toReview: 4,
      overdue: 3,
      tierGrades: { 'T1/': 3, 'T1/C': 1 },
      proofGrades: { '0-25/C': 2, '25-50/D': 1 },
      moves: { better: 2, new: 10 },
      quarters: [{ quarter: '2026-07-01', endsOn: '2026-09-30', grades: { B: 1, C: 1 } }],
      knockouts: [
        {
          id: 'KO-HDS-1',
          state: 'unlawful',
          count: 1,
          name: { fr: 'Activité de santé sans certificat', en: 'Health activity without certificate' },
          text: {
            fr: 'Une activité d’hébergement de données de santé est exercée par un intervenant sans certificat couvrant cette activité\u00a0: montage illicite, ne pas contracter ou régulariser avant toute mise en production.',
            en: 'A health-data hosting activity is performed by a party without a certificate covering it: unlawful set-up, do not contract, or regularise before going live.',
          },
        },
      ],
      knockoutThemes: [
        {
          id: 'KO-HDS-1',
          name: { fr: 'Activité de santé sans certificat', en: 'Health activity without certificate' },
          themes: ['HDS'],
        },
      ],
      deadlines: [
        {
          assessmentId: '01a22463-bb65-726a-ab84-d3b710e92101',
          engagementId: '01a22462-d80e-727e-beca-18c77f245ef8',
          supplierName: 'Cadran Infogérance',
          engagementName: 'Supervision des liens et des pare-feu',
          dueOn: '2026-12-24',
          status: 'in-progress',
        },
      ],
      gradeLimits: [{ grade: 'A', max: 20 }],
      themes: [{ code: 'FIN', title: { fr: 'Finances', en: 'Finances' } }],
    },
  },
} satisfies OperationExamples;
