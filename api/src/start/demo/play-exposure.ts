import type { ExposureStatement } from '@probant/shared/exposure/decide-exposure';
import type { CastKey } from './cast.js';
import type { Play } from './in-order.js';
import type { Scene } from './play.js';

const euros = (amount: number): number => Math.round(amount * 100);

const estimated: readonly (readonly [CastKey, ExposureStatement])[] = [
  [
    'lagune',
    {
      terms: {
        annualFeeCents: euros(48_000),
        cap: { kind: 'multiple', multiple: 1 },
        remainingFeesCents: euros(64_000),
        exitClauses: [],
      },
      estimates: [
        {
          key: 'ransomware',
          losses: [
            { kind: 'interruption', label: '', cents: euros(310_000), excluded: true },
            { kind: 'restoration', label: '', cents: euros(85_000), excluded: false },
            { kind: 'response', label: '', cents: euros(62_500), excluded: false },
            { kind: 'personal-data', label: '', cents: euros(18_000), excluded: false },
          ],
          ownCostsCents: euros(15_000),
          lostChance: null,
          grossFault: false,
        },
        {
          key: 'termination',
          losses: [
            { kind: 'fees-paid', label: '', cents: euros(12_000), excluded: false },
            { kind: 'migration', label: '', cents: euros(35_000), excluded: false },
          ],
          ownCostsCents: euros(8_000),
          lostChance: null,
          grossFault: false,
        },
      ],
    },
  ],
  [
    'tamaris',
    {
      terms: {
        annualFeeCents: euros(96_000),
        cap: { kind: 'amount', cents: euros(150_000) },
        remainingFeesCents: euros(120_000),
        exitClauses: ['CL-18'],
      },
      estimates: [
        {
          key: 'ransomware',
          losses: [
            { kind: 'interruption', label: '', cents: euros(220_000), excluded: false },
            { kind: 'personal-data', label: '', cents: euros(90_000), excluded: false },
            { kind: 'other', label: 'Patients à rappeler un par un', cents: euros(24_000), excluded: false },
          ],
          ownCostsCents: euros(20_000),
          lostChance: 0.25,
          grossFault: false,
        },
      ],
    },
  ],
];

/** What two engagements may cost, as the risk manager estimated it. */
export async function* estimateExposure({ buyers, suppliers }: Scene, on: number): Play {
  yield on;
  for (const [key, statement] of estimated) {
    const engagementId = suppliers.get(key)?.engagementIds[0] ?? '';
    await buyers.ines.put(`/api/engagements/${engagementId}/exposure`, { ...statement, revision: 0 });
  }
}
