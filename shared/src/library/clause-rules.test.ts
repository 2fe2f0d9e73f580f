import { bank, readLibraryFile } from '../testing/bank.js';
import { parseClauseLibrary } from './clause-library.js';
import { parseClauseRules } from './clause-rules.js';

const clauses = parseClauseLibrary(readLibraryFile('clause-library.yaml'), bank);
const rule = {
  id: 'x',
  clause: 'CL-01',
  suggests: 'weak',
  why: { fr: 'Parce que', en: 'Because' },
  all: [['un mot']],
};
const parse = (more: object) => parseClauseRules({ rules: [{ ...rule, ...more }] }, clauses, bank);

test('every clause has a rule, and every rule says why in both languages', () => {
  const rules = parseClauseRules(readLibraryFile('clause-rules.yaml'), clauses, bank);
  expect(clauses.filter(({ id }) => !rules.some((one) => one.clause === id))).toEqual([]);
  expect(rules.every(({ why }) => why.fr !== '' && why.en !== '')).toBe(true);
});

test('a rule proposes answers to questions of its clause, but for what the same passage says of another', () => {
  const rules = parseClauseRules(readLibraryFile('clause-rules.yaml'), clauses, bank);
  const mapped = new Map(clauses.map(({ id, questions }) => [id, questions]));
  const elsewhere = rules.flatMap(({ id, clause, answers }) =>
    answers
      .filter(({ question }) => clause !== null && !(mapped.get(clause) ?? []).includes(question))
      .map(({ question }) => `${id}: ${question}`),
  );
  expect(elsewhere).toEqual([
    'no-obligation: PAT-01',
    'support-without-delay: INC-01',
    'customer-informs-itself: ADV-01',
    'customer-keeps-backups: BKP-04',
    'flow-down-by-efforts: RGP-01',
  ]);
});

test.each<readonly [string, object, string]>([
  ['a clause that does not exist', { clause: 'CL-99' }, 'there is no clause CL-99'],
  ['a reading that does not exist', { suggests: 'good' }, 'one of present, weak, adverse, absent'],
  ['a phrase that is none', { all: [['..']] }, '".." is no phrase'],
  ['a group without phrases', { all: [[]] }, 'a list of phrases is expected'],
  ['a question that does not exist', { answers: { 'XXX-01': 'oui' } }, 'there is no such question'],
  ['an answer that does not exist', { answers: { 'CTR-01': 'peut-être' } }, 'is no answer to CTR-01'],
  ['a key that is not known', { whenever: 1 }, 'the key "whenever" is not known here'],
])('%s stops the build', (_, more, message) => {
  expect(() => parse(more)).toThrow(message);
});

test('the same rule twice stops the build', () => {
  expect(() => parseClauseRules({ rules: [rule, rule] }, clauses, bank)).toThrow('"x" stands there twice');
});
