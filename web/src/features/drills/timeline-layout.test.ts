import { douaiEpisode } from '@probant/shared/drills/douai-episode';

import { drawDrill, drawing, labelsWithRoom } from './timeline-layout.js';

test('Douai is five days wide, each as wide as it lasts, and every event stands at its instant', () => {
  const { days, drops, tickets, explained } = drawDrill(douaiEpisode);
  expect(days.map(({ day }) => day)).toEqual([
    '2018-04-09',
    '2018-04-10',
    '2018-04-11',
    '2018-04-12',
    '2018-04-13',
  ]);
  const [first] = days;
  expect(first?.x).toBe(drawing.left);
  expect(drops.map(({ mark }) => [mark.exact, Math.round(mark.to - mark.from)])).toEqual(
    Array(3).fill([false, Math.round(first?.width ?? 0)]),
  );
  const hour = (first?.width ?? 0) / 24;
  expect(tickets[0]?.opened.x).toBeCloseTo(drawing.left + hour * (24 + 2 + 1 / 60), 6);
  expect(tickets[0]?.qualified?.x).toBeCloseTo(drawing.left + hour * (24 + 5 + 42 / 60), 6);
  // Of the escalation the day is known: it cannot precede its ticket.
  expect(tickets[2]?.escalated).toMatchObject({ exact: false, x: tickets[2]?.opened.x });
  expect(explained?.exact).toBe(false);
});

test('a weekend has no office hours, and a long drill keeps its days readable', () => {
  const [drop] = douaiEpisode.drops;
  if (drop === undefined) throw new Error('no drop');
  const months = { ...douaiEpisode, drops: [{ ...drop, droppedAt: { on: '2018-01-06', at: '10:00' } }] };
  const { days, width } = drawDrill(months);
  expect(days[0]).toMatchObject({ day: '2018-01-06', office: null });
  expect(days[0]?.width).toBeGreaterThan(drawing.narrowestDay - 5);
  expect(width).toBeGreaterThan(drawing.width);
});

test('a label that would stand on another is left out', () => {
  const marks = [{ x: 300 }, { x: 0 }, { x: 100 }];
  expect([...labelsWithRoom(marks, 200)].map(({ x }) => x)).toEqual([0, 300]);
});
