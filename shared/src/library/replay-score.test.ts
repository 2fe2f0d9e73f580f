import { readFileSync } from 'node:fs';

import { bank, readCases } from '../testing/bank.js';
import type { ReplayCase } from './case.js';
import { replayAnswers, scoreReplay, switchSettings } from './replay-score.js';

const worked = JSON.parse(
  readFileSync(new URL('../testing/fixtures/worked-examples.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, { facts_only: { score: number; grade: string } }>>;

const cases = readCases();

function getCase(key: string): ReplayCase {
  const found = cases.find((one) => one.key === key);
  if (found === undefined) throw new Error(`no case ${key}`);
  return found;
}

test.each([
  ['rennes', [], 'rennes'],
  ['rennes', ['written-warning'], 'rennes_warned'],
  ['douai', [], 'douai'],
  ['douai', ['subcontractor-certified'], 'douai_certified'],
])('all the facts of %s with %j score as the worked example %s', (key, switched, golden) => {
  const { score, grade } = scoreReplay(bank, getCase(key), { switched, moment: 'all-facts' });
  expect({ score: Number(score?.toFixed(2)), grade }).toEqual({
    score: worked[golden]?.facts_only.score,
    grade: worked[golden]?.facts_only.grade,
  });
});

test.each(cases.map((replay) => [replay.key, replay] as const))(
  'before signing, %s is told from no fact of its execution',
  (_, replay) => {
    const known = replay.answers.filter(({ beforeSigning }) => beforeSigning).map(({ question }) => question);
    expect(Object.keys(replayAnswers(replay, { switched: [], moment: 'before-signing' })).sort()).toEqual(
      known.sort(),
    );
  },
);

test('a written warning, or a certified subcontractor, would have been worth a better grade before signing', () => {
  for (const [key, switched] of [
    ['rennes', 'written-warning'],
    ['douai', 'subcontractor-certified'],
  ] as const) {
    const before = scoreReplay(bank, getCase(key), { switched: [], moment: 'before-signing' });
    const after = scoreReplay(bank, getCase(key), { switched: [switched], moment: 'before-signing' });
    expect(before.grade).toBe('E');
    expect(after.grade).not.toBe('E');
    expect(after.score).toBeLessThan(before.score ?? 0);
  }
});

test('the settings of two switches are none, each and both', () => {
  const [first] = getCase('douai').switches;
  if (first === undefined) throw new Error('no switch');
  const two = {
    ...getCase('douai'),
    switches: [
      { ...first, key: 'a' },
      { ...first, key: 'b' },
    ],
  };
  expect(switchSettings(two)).toEqual([[], ['a'], ['b'], ['a', 'b']]);
  expect(switchSettings(getCase('saas-terms'))).toEqual([[]]);
});
