import type { OperationExamples } from '../../platform/http/openapi-examples.js';

/** What programs get of decisions. */
export const decisionExamples = {
  list: {
    reply: {
      items: [
        {
          id: '01a22463-2d24-7857-920a-37994f31ea50',
          outcome: 'sign',
          reason: 'Copie hors ligne éprouvée, restauration chronométrée, aucune réserve.',
          snapshotId: '01a22463-2d13-7133-91c2-054fbca37e0e',
          score: 11.52,
          grade: 'A',
          decidedByName: 'Claire Vasseur',
          at: '2026-10-09T08:12:53.000Z',
          notice: {
            outcome: 'sign',
            conditions: '',
            message: 'Merci pour la qualité de vos réponses.',
            grade: 'A',
            reasons: [],
            at: '2026-10-09T08:12:53.000Z',
          },
          rule: {
            recorded: {
              id: '01a22462-dfdc-7850-be3e-72050193a8fb',
              subject: 'campaign',
              rule: {
                conditions: [
                  { grade: 'D', kind: 'grade-worse-than' },
                  { kind: 'knockout', knockoutId: 'KO-BKP-1' },
                ],
                payments: [{ purpose: 'une copie hors ligne hebdomadaire', upToCents: 600000 }],
                text: 'Un hébergeur qui ne peut pas restaurer ne vaut pas son prix.',
              },
              sha256: '4b75b62ecac14457354bd14dc836446e34abec3222860b282a12c8c528d52448',
              recordedByName: 'Inès Kerbrat',
              recordedAt: '2026-09-15T08:12:53.000Z',
            },
            met: false,
            departs: false,
            conditions: [{ met: false }, { met: false }],
            departure: '',
          },
        },
      ],
      rule: null,
    },
  },
} satisfies OperationExamples;
