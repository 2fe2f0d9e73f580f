import type { Body } from './body.js';

/** The cases of the exposure's routes. */
export const exposureBodies: Readonly<Record<string, Body>> = {
  'PUT /api/exposure-notice': () => ({ number: 1 }),
  'PUT /api/engagements/{engagementId}/exposure': () => ({
    revision: 0,
    terms: {
      annualFeeCents: 1_200_000,
      cap: { kind: 'multiple', multiple: 1 },
      remainingFeesCents: 3_000_000,
      exitClauses: ['CL-17'],
    },
    estimates: [
      {
        key: 'ransomware',
        losses: [{ kind: 'other', label: 'Matériel perdu', cents: 10_000_000, excluded: false }],
        ownCostsCents: 500_000,
        lostChance: 0.2,
        grossFault: false,
      },
    ],
  }),
};
