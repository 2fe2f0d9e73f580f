import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';

import { workOut } from './figures.js';
import { toBody, toValues } from './form-values.js';
import { Recovery } from './recovery.js';
import type { ExposureScenarioBody } from './use-exposure.js';

function aScenario(change: Partial<ExposureScenarioBody>): ExposureScenarioBody {
  return {
    key: 'ransomware',
    evidenceIndex: 0.7,
    questions: [],
    warnings: 'unknown',
    figures: null,
    model: {
      caseKey: 'rennes',
      name: { fr: '', en: '' },
      source: { id: '001', short: { fr: '', en: '' }, citation: { fr: '', en: '' } },
      ledger: {},
    },
    ...change,
  };
}

const awardToClaim = { claimedCents: 482_463_03, awardedCents: 50_000_00, ratio: 50_000_00 / 482_463_03 };

function show(scenario: ExposureScenarioBody): void {
  const values = toValues({ statement: null, contract: null }, 'fr');
  const [loss] = values.estimates[0]?.losses ?? [];
  if (loss) loss.cents = '482 463,03';
  const worked = workOut(toBody(values, 'fr'), scenario, { awardToClaim });
  if (worked === undefined) throw new Error('nothing to show');
  render(
    <MantineProvider>
      <Recovery worked={worked} scenario={scenario} />
    </MantineProvider>,
  );
}

const figures = (): (string | null)[] =>
  [...document.querySelectorAll('[data-figure]')].map((row) => row.getAttribute('data-figure'));

test('well proven, the central figure comes first, and the range stands with it', () => {
  show(aScenario({}));
  expect(figures()).toEqual(['central', 'low', 'high']);
  screen.getByText('entre 0,00 € et 482 463,03 €');
  screen.getByText('50 000,00 €');
  screen.getByText(/10,36/);
});

test.each([[0.49], [null]])('with an index of %s the low figure comes first', (evidenceIndex) => {
  show(aScenario({ evidenceIndex }));
  expect(figures()).toEqual(['low', 'central', 'high']);
});

test('a refused warning leaves nothing to ask for, and says why', () => {
  show(aScenario({ warnings: 'refused' }));
  screen.getByText(/Mise en garde refusée/);
  screen.getByText('entre 0,00 € et 0,00 €');
});
