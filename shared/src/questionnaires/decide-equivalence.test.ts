import { aDocument, aSingle } from '../testing/mini-document.js';
import { decideEquivalence, toLink, type EquivalenceLink } from './decide-equivalence.js';
import { judging, proposeEquivalence } from './propose-equivalence.js';
import { relink } from './relink.js';
import { bank } from '../testing/bank.js';

const text = (words: string) => ({ fr: words, en: words });
const before = aDocument({
  A: [
    aSingle('Q-1', { text: text('backups offline') }),
    aSingle('Q-2', { text: text('patches weekly') }),
    aSingle('Q-3', { text: text('training yearly') }),
  ],
});
const after = aDocument({
  A: [
    aSingle('Q-1', { text: text('backups offline') }),
    aSingle('Q-2', { text: text('patches weekly'), weight: 3 }),
    aSingle('Q-4', { text: text('premises guarded') }),
  ],
});
const proposed = proposeEquivalence(before, after).map(toLink);
const with2 = (link: Partial<EquivalenceLink>): EquivalenceLink[] =>
  proposed.map((one) => (one.from[0] === 'Q-2' ? { ...one, ...link } : one));

function refusals(links: readonly EquivalenceLink[]): string[] {
  const decision = decideEquivalence(before, after, links);
  return decision.accepted
    ? []
    : (decision.refusal.errors ?? []).map(({ pointer, code, params }) =>
        [pointer, code, params?.['key']].filter(Boolean).join(' '),
      );
}

test('what is proposed is accepted as it stands, for the whole bank as well', () => {
  const decision = decideEquivalence(before, after, proposed);
  expect(decision).toMatchObject({ accepted: true });
  const own = proposeEquivalence(bank, bank);
  expect(decideEquivalence(bank, bank, own.map(toLink))).toEqual({ accepted: true, value: own });
});

test('every question stands in it once, and none that is not there', () => {
  expect(refusals(proposed.slice(1))).toEqual([
    '/equivalence question-not-linked Q-1',
    '/equivalence question-not-linked Q-1',
  ]);
  expect(refusals([...proposed, { kind: 'removed', from: ['Q-1'], to: [] }])).toEqual([
    `/equivalence/${proposed.length}/from/0 question-linked-twice Q-1`,
  ]);
  expect(refusals([...proposed, { kind: 'new', from: [], to: ['Q-9'] }])).toEqual([
    `/equivalence/${proposed.length}/to/0 unknown-question Q-9`,
  ]);
});

test('a kind is never milder than the difference is, and may be graver', () => {
  expect(refusals(with2({ kind: 'unchanged' }))).toEqual(['/equivalence/1/kind equivalence-too-mild']);
  expect(refusals(with2({ kind: 'reworded' }))).toEqual(['/equivalence/1/kind equivalence-too-mild']);
  expect(refusals(with2({ kind: 'changed' }))).toEqual([]);
  const graver = proposed.map((one) => (one.from[0] === 'Q-1' ? { ...one, kind: 'changed' as const } : one));
  expect(refusals(graver)).toEqual([]);
});

test.each<[EquivalenceLink['kind']]>([['split'], ['merged'], ['removed'], ['new']])(
  '%s does not go with one question on either side',
  (kind) => {
    expect(refusals(with2({ kind }))).toEqual(['/equivalence/1/kind equivalence-kind-mismatch']);
  },
);

test('the author links what the texts do not, and says that an answer is to be reconfirmed', () => {
  const links: EquivalenceLink[] = [
    { kind: 'unchanged', from: ['Q-1'], to: ['Q-1'], reconfirm: true },
    { kind: 'changed', from: ['Q-2'], to: ['Q-2'] },
    { kind: 'changed', from: ['Q-3'], to: ['Q-4'] },
  ];
  const decision = decideEquivalence(before, after, links);
  expect(decision.accepted && decision.value.flatMap(({ moves }) => moves.map(({ fate }) => fate))).toEqual([
    'reconfirm',
    'kept',
    'reconfirm',
  ]);
});

test('a question of another theme, or under another key, is not unchanged', () => {
  const moved = aDocument({ B: [aSingle('Q-1', { text: text('backups offline') })] });
  const one = aDocument({ A: [aSingle('Q-1', { text: text('backups offline') })] });
  const renamed = aDocument({ A: [aSingle('Q-7', { text: text('backups offline') })] });
  const claims = (to: string): EquivalenceLink[] => [{ kind: 'unchanged', from: ['Q-1'], to: [to] }];
  expect(decideEquivalence(one, moved, claims('Q-1')).accepted).toBe(false);
  expect(decideEquivalence(one, renamed, claims('Q-7')).accepted).toBe(false);
});

describe('linking anew', () => {
  const judge = judging(before, after);
  const kinds = (links: readonly EquivalenceLink[]) =>
    links.map(({ kind, from, to }) => `${from.join('+')} > ${to.join('+')} ${kind}`).toSorted();

  test('a question that was removed stands for a new one, and the other way round', () => {
    const linked = relink(judge, proposed, 'Q-3', ['Q-4']);
    expect(kinds(linked)).toEqual(['Q-1 > Q-1 unchanged', 'Q-2 > Q-2 changed', 'Q-3 > Q-4 reworded']);
    expect(kinds(relink(judge, linked, 'Q-3', []))).toEqual(kinds(proposed));
  });

  test('one for two is a split, two for one a merge, and what the author said elsewhere stays', () => {
    const said = proposed.map((one) => (one.from[0] === 'Q-1' ? { ...one, reconfirm: true } : one));
    expect(kinds(relink(judge, said, 'Q-2', ['Q-2', 'Q-4']))).toContain('Q-2 > Q-2+Q-4 split');
    const merged = relink(judge, said, 'Q-3', ['Q-2']);
    expect(kinds(merged)).toContain('Q-2+Q-3 > Q-2 merged');
    expect(merged.find(({ from }) => from[0] === 'Q-1')).toMatchObject({ reconfirm: true });
    expect(decideEquivalence(before, after, merged).accepted).toBe(true);
  });
});
