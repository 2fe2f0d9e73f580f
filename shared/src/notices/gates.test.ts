import * as fc from 'fast-check';

import type { Breach, ContractFacts, NoticeDraft } from './draft.js';
import { gateKeys, gateSentence, gatesOf, proofIndex, shutGates, type WeighedPiece } from './gates.js';

const wording = 'non réparé dans un délai de 30 jours à compter de la réception d’une mise en demeure';
const breach: Breach = {
  obligation: 'Appliquer les mises à jour',
  article: '4.2',
  substance: 'listed',
  gravity: '',
  on: '2018-04-13',
  facts: 'Les mises à jour ne sont plus appliquées.',
  pieceIds: ['p1'],
};
const draft: NoticeDraft = {
  senderAddress: '1 rue du Port',
  signatory: 'Claire Martin',
  recipientName: 'Cadran',
  recipientAddress: '2 quai des Lices',
  place: 'Nantes',
  contractTitle: 'Contrat',
  contractSignedOn: null,
  basis: 'clause',
  clauseArticle: '13.1',
  clauseWording: wording,
  breaches: [breach],
  demand: 'Les appliquer.',
  cureDays: 30,
  channel: 'registered',
};
const facts: ContractFacts = {
  terms: { title: 'Contrat', signedOn: null, cure: { kind: 'clause', days: 30, article: '13.1', wording } },
  substantial: { status: 'present', article: '4', quote: 'Constituent des obligations substantielles' },
  termination: null,
};
const piece: WeighedPiece = { id: 'p1', phi: 0.7, datedOn: '2018-04-13' };

const faultsOf = (
  changed: Partial<NoticeDraft> = {},
  { contract = facts, pieces = [piece] }: { contract?: ContractFacts; pieces?: WeighedPiece[] } = {},
) =>
  gatesOf({ ...draft, ...changed }, contract, pieces).flatMap(({ key, faults }) =>
    faults.map(({ code }) => `${key} ${code}`),
  );
const cautionsOf = (changed: Partial<NoticeDraft>, contract = facts) =>
  gatesOf({ ...draft, ...changed }, contract, [piece]).flatMap(({ cautions }) =>
    cautions.map(({ code }) => code),
  );

test('a complete notice opens every gate', () => {
  expect(faultsOf()).toEqual([]);
  expect(gatesOf(draft, facts, [piece]).map(({ key }) => key)).toEqual(gateKeys);
});

test.each<readonly [string, Partial<NoticeDraft>, readonly string[]]>([
  [
    'nothing is described',
    { breaches: [] },
    ['obligation no-breach', 'proof no-breach', 'breaches no-breach'],
  ],
  [
    'gravity is argued without a word',
    { breaches: [{ ...breach, substance: 'argued' }] },
    ['obligation gravity-missing'],
  ],
  ['the contract has no title', { contractTitle: '' }, ['basis contract-unnamed']],
  ['neither has it under article 1226', { contractTitle: '', basis: 'art-1226' }, ['basis contract-unnamed']],
  ['a breach has no date', { breaches: [{ ...breach, on: null }] }, ['breaches day-missing']],
  ['a breach has no article', { breaches: [{ ...breach, article: '' }] }, ['breaches article-missing']],
  [
    'a breach has no piece',
    { breaches: [{ ...breach, pieceIds: [] }] },
    ['proof proof-low', 'breaches piece-missing'],
  ],
  ['the clause is not quoted', { clauseWording: '' }, ['basis clause-missing']],
  ['the clause is told in other words', { clauseWording: 'sous 30 jours' }, ['basis clause-not-verbatim']],
  ['the channel proves nothing', { channel: 'other' }, ['channel channel-weak']],
  ['nobody signs', { signatory: '' }, ['channel address-missing']],
  ['no cure period is given', { cureDays: null }, ['cure cure-missing']],
  ['the cure period is shorter than the contract’s', { cureDays: 29 }, ['cure cure-short']],
  ['nothing is asked for', { demand: '' }, ['breaches demand-missing']],
])('when %s', (_, changed, expected) => {
  expect(faultsOf(changed)).toEqual(expected);
});

test('the proof has to be dated, and strong on average over the breaches', () => {
  const two = [breach, { ...breach, pieceIds: ['p2'] }];
  const pieces = (phi: number, datedOn: string | null = '2018-04-13'): WeighedPiece[] => [
    { id: 'p1', phi: 1, datedOn: '2018-04-13' },
    { id: 'p2', phi, datedOn },
  ];
  expect(proofIndex(two, pieces(0.35))).toBeCloseTo(0.675, 9);
  expect(faultsOf({ breaches: two }, { pieces: pieces(0.35) })).toEqual(['proof proof-low']);
  expect(faultsOf({ breaches: two }, { pieces: pieces(0.4) })).toEqual([]);
  expect(faultsOf({ breaches: two }, { pieces: pieces(1, null) })).toEqual([
    'proof proof-low',
    'proof piece-undated',
  ]);
});

test('what the contract’s file does not list cannot be called listed', () => {
  const contract = { ...facts, substantial: null };
  expect(faultsOf({}, { contract })).toEqual(['obligation not-listed']);
  expect(
    faultsOf({}, { contract: { ...facts, substantial: { status: 'absent', article: null, quote: '' } } }),
  ).toEqual(['obligation not-listed']);
});

test('typography makes no difference to a quotation, and part of a clause is one', () => {
  expect(faultsOf({ clauseWording: wording.replace('’', "'").replaceAll(' ', '\n') })).toEqual([]);
  expect(faultsOf({ clauseWording: 'dans un délai de 30 jours' })).toEqual([]);
});

test('without a contract on file the clause is taken, and counsel is told that nothing was compared', () => {
  const contract = { terms: null, substantial: facts.substantial, termination: null };
  expect(faultsOf({}, { contract })).toEqual([]);
  expect(cautionsOf({}, contract)).toEqual(['clause-unchecked']);
});

test('article 1226 stands without a clause, and is a risk where there is one', () => {
  expect(faultsOf({ basis: 'art-1226', clauseWording: '', clauseArticle: '' })).toEqual([]);
  expect(cautionsOf({ basis: 'art-1226' })).toEqual(['clause-not-used']);
  expect(cautionsOf({ basis: 'art-1226', cureDays: 8 }, { ...facts, terms: null })).toEqual([
    'cure-reasonable',
  ]);
});

test('an index is written as each language writes it', () => {
  const said = { code: 'proof-low', params: { index: '0.35' } } as const;
  expect(gateSentence(said, 'fr')).toContain('0,35');
  expect(gateSentence(said, 'en')).toContain('0.35');
});

test('every sentence is filled in, in both languages', () => {
  const said = gatesOf(
    { ...draft, breaches: [{ ...breach, on: null, article: '', pieceIds: [] }], cureDays: 3 },
    facts,
    [],
  ).flatMap(({ faults, cautions }) => [...faults, ...cautions]);
  for (const one of said) {
    expect(gateSentence(one, 'fr')).not.toMatch(/\{/);
    expect(gateSentence(one, 'en')).not.toMatch(/\{/);
  }
});

test('a better piece never shuts a gate', () => {
  const levels = fc.constantFrom(0, 0.35, 0.7, 0.9, 1);
  fc.assert(
    fc.property(levels, levels, (one, other) => {
      const shut = (phi: number) => shutGates(gatesOf(draft, facts, [{ ...piece, phi }])).length;
      expect(shut(Math.max(one, other))).toBeLessThanOrEqual(shut(Math.min(one, other)));
    }),
  );
});
