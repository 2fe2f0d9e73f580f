import { cellsOf } from './heat.js';

const summary = {
  themes: ['BKP', 'HDS', 'SUB'].map((code) => ({ code, title: { fr: code, en: code } })),
  knockoutThemes: [
    { id: 'KO-1', name: { fr: 'Un', en: 'One' }, themes: ['BKP'] },
    { id: 'KO-2', name: { fr: 'Deux', en: 'Two' }, themes: ['HDS', 'SUB'] },
  ],
};

test('a theme outside the scope is told apart from one without a score', () => {
  const kinds = (score: number | null) =>
    cellsOf({ score, themes: score === null ? {} : { BKP: 0.5 }, knockouts: [] }, summary).map(
      ({ kind }) => kind,
    );
  expect(kinds(50)).toEqual(['risk', 'out-of-scope', 'out-of-scope']);
  expect(kinds(null)).toEqual(['unscored', 'unscored', 'unscored']);
});

test.each([
  [['proved'], 'standing'],
  [['unlawful'], 'standing'],
  [['undemonstrated'], 'undemonstrated'],
  [['undemonstrated', 'proved'], 'standing'],
  [[], 'none'],
] as const)('knock-outs that are %j draw %s', (states, ring) => {
  const knockouts = states.map((state) => ({ id: 'KO-1', state }));
  const [cell] = cellsOf({ score: 10, themes: { BKP: 0.1 }, knockouts }, summary);
  expect(cell?.ring).toBe(ring);
});

test('a knock-out rings every theme whose questions trigger it, as far as it is in scope', () => {
  const cells = cellsOf(
    { score: 90, themes: { BKP: 0.2, HDS: 0.9 }, knockouts: [{ id: 'KO-2', state: 'unlawful' }] },
    summary,
  );
  expect(cells.map(({ ring }) => ring)).toEqual(['none', 'standing', 'none']);
  expect(cells[1]?.knockouts.map(({ name }) => name.en)).toEqual(['Two']);
});

test('a knock-out that the bank does not know rings nothing', () => {
  const cells = cellsOf(
    { score: 90, themes: { BKP: 0.2 }, knockouts: [{ id: 'KO-9', state: 'proved' }] },
    summary,
  );
  expect(cells.map(({ ring }) => ring)).toEqual(['none', 'none', 'none']);
});
