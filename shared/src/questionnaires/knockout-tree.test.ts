import { bank } from '../testing/bank.js';
import { knockoutSentence } from './condition-words.js';
import type { KnockoutCondition } from './document.js';
import { questionsOf } from './edit-document.js';
import {
  atomKinds,
  buildAtom,
  choicesReaching,
  effectOf,
  firstAtom,
  flagFor,
  fromTopGroup,
  kindOfAtom,
  levelsBelow,
  limitOfAtom,
  moveAtom,
  topGroup,
} from './knockout-tree.js';

test('every knock-out of the bank comes back as it was', () => {
  for (const { when } of bank.knockouts) expect(fromTopGroup(topGroup(when))).toEqual(when);
});

test.each<[string, KnockoutCondition]>([
  ['one condition alone', { q: 'BKP-04', riskGte: 1 }],
  ['one of a single condition', { any: [{ q: 'BKP-04', riskGte: 1 }] }],
  ['all of a single group', { all: [{ any: [{ q: 'BKP-04', riskGte: 1 }] }] }],
  ['nothing yet', { any: [] }],
])('%s comes back as it was', (_name, when) => {
  expect(fromTopGroup(topGroup(when))).toEqual(when);
});

test.each(atomKinds)('a condition of kind %s keeps its kind and its limit', (kind) => {
  const atom = buildAtom(kind, 'SUB-02', 0.6);
  expect([kindOfAtom(atom), limitOfAtom(atom)]).toEqual([kind, 0.6]);
});

test('a condition on rows becomes one on the risk where the question is no table', () => {
  const row = buildAtom('row-with-hds', 'SUB-02', 0.6);
  const single = questionsOf(bank).find(({ type }) => type === 'single');
  const words = questionsOf(bank).find((one) => one.type === 'text' && one.risk === undefined);
  expect(single && moveAtom(row, single)).toEqual({ q: single?.id, riskGte: 0.6 });
  expect(words && moveAtom(row, words)).toEqual(words && { q: words.id, phiLt: 0.6 });
});

test('a new condition begins with the worst answer of the first question that carries a risk', () => {
  expect(firstAtom(questionsOf(bank))).toMatchObject({ riskGte: 1 });
  expect(firstAtom([])).toBeUndefined();
});

test('a cap names the best grade that is left; the effects of the bank are all known', () => {
  expect(flagFor('cap', 35, bank)).toBe('cap_C');
  expect(flagFor('cap', 50, bank)).toBe('cap_D');
  expect(flagFor('unlawful', 90, bank)).toBe('unlawful');
  for (const { flag, floor } of bank.knockouts) {
    const effect = effectOf(flag);
    expect(effect && flagFor(effect, floor, bank)).toBe(flag);
  }
  expect(effectOf('something')).toBeUndefined();
});

test('a condition tells which choices and which levels of evidence meet it', () => {
  const question = questionsOf(bank).find(({ id }) => id === 'BKP-04');
  if (question?.type !== 'single') throw new Error('no choices');
  const values = (least: number) =>
    choicesReaching(buildAtom('risk', 'BKP-04', least), question)?.map(({ value }) => value);
  expect(values(0)).toEqual(question.options.map(({ value }) => value));
  expect(values(1)).toEqual(question.options.filter(({ risk }) => risk === 1).map(({ value }) => value));
  expect(choicesReaching(buildAtom('proof', 'BKP-04', 0.7), question)).toBeUndefined();
  expect(levelsBelow(buildAtom('proof', 'BKP-04', 0.7), bank.evidence)).toEqual(['E0', 'E1']);
});

test.each([
  [
    'fr',
    'Note D au mieux (plancher 50) si le risque de X-1 est d’au moins 1,00 et (la preuve de X-2 a une force inférieure à 0,70 ou une ligne de X-3 avec activité HDS a un risque d’au moins 0,60).',
  ],
  [
    'en',
    'Grade D at best (floor 50) if the risk of X-1 is at least 1.00 and (the evidence of X-2 has a strength below 0.70 or a row of X-3 with an HDS activity has a risk of at least 0.60).',
  ],
] as const)('a knock-out reads as a sentence (%s)', (language, sentence) => {
  const when = {
    all: [
      { q: 'X-1', riskGte: 1 },
      { any: [buildAtom('proof', 'X-2', 0.7), buildAtom('row-with-hds', 'X-3', 0.6)] },
    ],
  };
  expect(knockoutSentence({ floor: 50, when }, bank, new Map(), language)).toBe(sentence);
  expect(knockoutSentence({ floor: 50, when: { any: [] } }, bank, new Map(), 'fr')).toBe(
    'Note D au mieux (plancher 50)\u00a0: rien ne le déclenche encore.',
  );
});
