import fc from 'fast-check';
import { factsOf } from '../testing/contradiction-facts.js';
import { bank } from '../testing/bank.js';
import { contradictionRules, factsText, findContradictions } from './find-contradictions.js';
import { proposedQuestion } from './proposed-question.js';
import {
  contradictionActs,
  decideAct,
  standingOf,
  type ActOnFacts,
  type ContradictionState,
} from './standing.js';

const act = (kind: ActOnFacts['act'], fingerprint = 'a'): ActOnFacts => ({ act: kind, fingerprint });

test.each<[string, string | null, ActOnFacts[], ContradictionState, boolean]>([
  ['nothing was done', 'a', [], 'open', false],
  ['the supplier was asked', 'a', [act('asked')], 'asked', false],
  ['it was set aside', 'a', [act('asked'), act('set-aside')], 'set-aside', false],
  ['it was taken up again', 'a', [act('set-aside'), act('reopened')], 'open', false],
  ['it was set aside on other facts', 'b', [act('set-aside')], 'open', true],
  ['its question was on other facts', 'b', [act('asked')], 'open', true],
  ['its facts agree now', null, [act('asked')], 'resolved', false],
])('%s', (_name, current, acts, state, returned) => {
  expect(standingOf(current, acts)).toEqual({ state, returned });
});

const current = (state: ContradictionState) => ({ fingerprint: 'a', standing: { state, returned: false } });
const seen = { fingerprint: 'a', words: ' Vu avec eux ' };

test.each<[string, (typeof contradictionActs)[number], ContradictionState, boolean]>([
  ['ask', 'asked', 'open', true],
  ['ask twice', 'asked', 'asked', false],
  ['ask about what was set aside', 'asked', 'set-aside', false],
  ['set aside', 'set-aside', 'open', true],
  ['set aside after the answer', 'set-aside', 'asked', true],
  ['set aside twice', 'set-aside', 'set-aside', false],
  ['take up again', 'reopened', 'set-aside', true],
  ['take up what is open', 'reopened', 'open', false],
])('%s', (_name, kind, state, allowed) => {
  const decided = decideAct(kind, current(state), seen);
  expect(decided).toMatchObject(
    allowed ? { accepted: true, value: 'Vu avec eux' } : { refusal: { code: 'contradiction-acted' } },
  );
});

test('an act is on the facts that were seen', () => {
  expect(decideAct('asked', current('open'), { ...seen, fingerprint: 'b' })).toMatchObject({
    refusal: { code: 'contradiction-changed' },
  });
  expect(decideAct('asked', null, seen)).toMatchObject({ refusal: { code: 'contradiction-changed' } });
});

test('an act has its words', () => {
  expect(decideAct('set-aside', current('open'), { ...seen, words: ' ' })).toMatchObject({
    refusal: { errors: [{ pointer: '/reason', code: 'reason-required' }] },
  });
  expect(decideAct('asked', current('open'), { ...seen, words: '' })).toMatchObject({
    refusal: { errors: [{ pointer: '/body', code: 'required' }] },
  });
});

test('whatever was done, other facts are open and facts that agree are resolved', () => {
  const acts = fc.array(
    fc.constantFrom(...contradictionActs).map((kind) => act(kind)),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(acts, (some) => {
      expect(standingOf('other', some)).toEqual({ state: 'open', returned: true });
      expect(standingOf(null, some).state).toBe('resolved');
    }),
  );
});

const [offline] = findContradictions(factsOf({ 'BKP-04': 'hors_ligne', 'BKP-05': 'non' }));
const [immutable] = findContradictions(factsOf({ 'BKP-04': 'immuable', 'BKP-05': 'non' }));

test('the facts are told apart by what they say, not by when or in which words', () => {
  if (offline === undefined || immutable === undefined) throw new Error('nothing found');
  const later = { ...offline, said: { ...offline.said, on: '2027-01-01', text: { fr: '', en: '' } } };
  expect(factsText(later)).toBe(factsText(offline));
  expect(factsText(immutable)).not.toBe(factsText(offline));
  expect(immutable.key).toBe(offline.key);
});

test('the question that is proposed tells both facts and why, in both languages', () => {
  if (offline === undefined) throw new Error('nothing found');
  const { fr, en } = proposedQuestion(offline);
  expect(fr).toContain('BKP-04 (Sauvegarde déconnectée)');
  expect(fr).toContain('«\u00a0oui, hors ligne (bande ou support débranché)\u00a0»');
  expect(fr).toContain(offline.why.fr);
  expect(en).toContain('BKP-05 (');
  expect(en).toContain(offline.why.en);
});

test('every rule has a key of its own, and words in both languages', () => {
  const keys = contradictionRules.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.length).toBeGreaterThanOrEqual(40);
  for (const { title, why } of contradictionRules) {
    for (const words of [title.fr, title.en, why.fr, why.en]) expect(words).not.toBe('');
  }
});

test('of what nobody knows nothing is contradicted', () => {
  expect(findContradictions(factsOf({}))).toEqual([]);
  const options = bank.themes.flatMap(({ questions }) => questions).filter((one) => one.type === 'single');
  const one = fc
    .constantFrom(...options)
    .chain((question) =>
      fc
        .constantFrom(...('options' in question ? question.options : []))
        .map(({ value }) => ({ [question.id]: value })),
    );
  fc.assert(
    fc.property(one, (values) => {
      expect(findContradictions(factsOf(values))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
