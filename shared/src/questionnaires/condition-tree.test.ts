import * as fc from 'fast-check';

import { holds } from '../scoring/context-condition.js';
import { arbitraryFacts } from '../testing/arbitrary-case.js';
import { bank } from '../testing/bank.js';
import { scopeSentence, inheritanceSentence } from './condition-words.js';
import { firstFact, fromTree, toTree } from './condition-tree.js';
import type { ContextCondition } from './document.js';
import { questionsOf } from './edit-document.js';
import { findCondition, findRowTests } from './read-condition.js';

const facts = bank.context;
const fact = fc.constantFrom<ContextCondition>(
  { ctx: { health_data: true } },
  { ctx: { mssp: false, hosting: 'full' } },
  { ctx: { criticality: 'vital' } },
);
const { condition } = fc.letrec<{ condition: ContextCondition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3 },
    fact,
    fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));

test('a condition taken apart and put together again means the same', () => {
  fc.assert(
    fc.property(condition, arbitraryFacts(bank), (one, context) => {
      expect(holds(fromTree(toTree(one)), context)).toBe(holds(one, context));
    }),
  );
});

test('a group without a fact is no condition', () => {
  expect(
    fromTree({ kind: 'group', mode: 'any', parts: [{ kind: 'group', mode: 'all', parts: [] }] }),
  ).toBeUndefined();
  expect(firstFact(facts)).toEqual({ kind: 'fact', key: 'health_data', value: true, is: true });
  expect(firstFact([])).toBeUndefined();
});

test.each<[ContextCondition | undefined, string, string]>([
  [undefined, 'Posée pour toute prestation.', 'Asked for every engagement.'],
  [{ ctx: { health_data: true } }, 'Posée si données de santé.', 'Asked if health data.'],
  [{ not: { ctx: { health_data: true } } }, 'Posée si données de santé (non).', 'Asked if health data (no).'],
  [
    { not: { ctx: { hosting: 'full' } } },
    'Posée si hébergement (autre que oui, en totalité).',
    'Asked if hosting (other than yes, entirely).',
  ],
  [
    { not: { any: [{ ctx: { health_data: true } }, { ctx: { criticality: 'vital' } }] } },
    'Posée si ni données de santé ni criticité (vitale).',
    'Asked if neither health data nor criticality (vital).',
  ],
  [
    {
      any: [{ ctx: { health_data: true } }, { all: [{ ctx: { mssp: true } }, { ctx: { hosting: 'full' } }] }],
    },
    'Posée si données de santé ou (sécurité managée (MSSP) et hébergement (oui, en totalité)).',
    'Asked if health data or (managed security (MSSP) and hosting (yes, entirely)).',
  ],
])('%j reads as a sentence', (one, french, english) => {
  expect([scopeSentence(one, facts, 'fr'), scopeSentence(one, facts, 'en')]).toEqual([french, english]);
});

test('a risk taken over reads as a sentence', () => {
  const questions = new Map(questionsOf(bank).map((question) => [question.id, question]));
  expect(inheritanceSentence({ q: 'BKP-02', riskGte: 1, risk: 1 }, questions, 'fr')).toMatch(
    /^Si la réponse à BKP-02 \(.+\) a un risque d’au moins 1,00, la question n’est pas posée et prend le risque 1,00\.$/,
  );
  expect(inheritanceSentence({ q: 'SUB-01', value: 'aucun', risk: 0 }, questions, 'en')).toMatch(
    /^If the answer to SUB-01 \(.+\) is “.+”, the question is not asked and takes risk 0\.00\.$/,
  );
  expect(inheritanceSentence({ q: 'NOPE', value: 'none', risk: 1 }, questions, 'fr')).toBe(
    'Si la réponse à NOPE est «\u00a0aucune valeur\u00a0», la question n’est pas posée et prend le risque 1,00.',
  );
});

test('only a condition is read as one', () => {
  fc.assert(
    fc.property(condition, (one) => expect(findCondition(JSON.parse(JSON.stringify(one)))).toEqual(one)),
  );
  const deep = Array.from({ length: 50 }).reduce<unknown>((inner) => ({ not: inner }), { ctx: {} });
  for (const wrong of [
    null,
    [],
    {},
    { ctx: [] },
    { ctx: { a: 1 } },
    { all: {} },
    { all: [1] },
    { any: [], all: [] },
    deep,
  ]) {
    expect(findCondition(wrong)).toBeUndefined();
  }
  expect(findRowTests({ a: 1, b: true, c: 'x' })).toEqual({ a: 1, b: true, c: 'x' });
  expect(findRowTests({ a: [] })).toBeUndefined();
});
