import { render, screen } from '@testing-library/react';

import { type GradeBand, ScoreAxis } from './score-axis.js';

const bands: GradeBand[] = [
  { grade: 'A', from: 0, to: 20 },
  { grade: 'B', from: 20, to: 35 },
  { grade: 'C', from: 35, to: 50 },
  { grade: 'D', from: 50, to: 70 },
  { grade: 'E', from: 70, to: 100 },
];

test('a floor is said in words for who does not see the wall', () => {
  render(
    <ScoreAxis score={50} grade="D" bands={bands} base={30.62} floor={{ at: 50, sources: ['KO-BKP-1'] }} />,
  );
  const axis = screen.getByRole('group', { name: 'Score 50,00 sur 100, note D' });
  expect(axis.textContent).toContain('Base des poids 30,62, plancher 50 posé par KO-BKP-1.');
});

test('without a floor there is no wall and no second dot', () => {
  const { container } = render(<ScoreAxis score={30.62} grade="B" bands={bands} base={30.62} />);
  expect(container.querySelectorAll('.pb-axis-wall, .pb-axis-behind')).toHaveLength(0);
  expect(container.querySelectorAll('.pb-axis-dot')).toHaveLength(1);
});

test('of many knock-outs the mark names one and counts the rest; the words name them all', () => {
  const sources = ['KO-BKP-1', 'KO-DNS-1', 'KO-PAT-1'];
  const { container } = render(
    <ScoreAxis score={67.8} grade="D" bands={bands} base={67.8} floor={{ at: 50, sources }} />,
  );
  expect(container.querySelector('.pb-axis-note-floor')?.textContent).toBe(
    'plancher 50\u00a0: KO-BKP-1 et 2 autres',
  );
  expect(container.querySelector('.pb-hidden')?.textContent).toContain('KO-BKP-1, KO-DNS-1, KO-PAT-1');
});
