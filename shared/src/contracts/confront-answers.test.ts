import { parseClauseLibrary, type Clause } from '../library/clause-library.js';
import { bank, readLibraryFile } from '../testing/bank.js';
import { clauseGroups } from './clause-groups.js';
import { confrontAnswers, findingOf } from './confront-answers.js';
import { toRedline, type AssessedClause } from './redline.js';

const clauses = parseClauseLibrary(readLibraryFile('clause-library.yaml'), bank);
const clause = (id: string): Clause => {
  const found = clauses.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no clause ${id}`);
  return found;
};
const line = (
  question: string,
  risk: number,
  status: 'answered' | 'missing' | 'refused' | 'inherited' = 'answered',
) => ({
  question,
  risk,
  status,
});

test.each([
  ['absent', true],
  ['weak', true],
  ['adverse', true],
  ['present', false],
] as const)('an answer that says yes over a clause that is %s: %s', (status, confronts) => {
  const found = confrontAnswers(clauses, new Map([['CL-12', status]]), [line('EIC-04', 0.15)]);
  expect(found).toEqual(confronts ? [{ clauseId: 'CL-12', questionId: 'EIC-04', status }] : []);
});

test.each([
  ['an answer that says no', line('EIC-04', 0.5)],
  ['no answer', line('EIC-04', 0, 'missing')],
  ['a refusal', line('EIC-04', 1, 'refused')],
  ['what another answer decides', line('EIC-04', 0, 'inherited')],
  ['a question of another clause', line('CTR-05', 0)],
])('%s confronts nothing', (_, answered) => {
  expect(confrontAnswers(clauses, new Map([['CL-12', 'absent']]), [answered])).toEqual([]);
});

test('a clause that nobody has read confronts nothing', () => {
  expect(confrontAnswers(clauses, new Map(), [line('EIC-04', 0)])).toEqual([]);
});

test('the finding names the clause and brings its wording', () => {
  const question = bank.themes.flatMap(({ questions }) => questions).find(({ id }) => id === 'EIC-04');
  if (question === undefined) throw new Error('no EIC-04');
  const finding = findingOf(
    { clauseId: 'CL-12', questionId: 'EIC-04', status: 'absent' },
    question,
    clause('CL-12'),
  );
  expect(finding.severity).toBe(question.severity);
  expect(finding.text.fr).toContain(
    'le contrat n’en dit rien (clause CL-12, Notification de chaque détection)',
  );
  expect(finding.fix.fr).toContain(clause('CL-12').model);
  expect(finding.fix.en).toContain(clause('CL-12').model);
});

const assessed = (clauseId: string, status: AssessedClause['status'], quote = ''): AssessedClause => ({
  clauseId,
  status,
  article: null,
  quote,
  note: 'interne',
});

test('the redline holds the gaps by subject with their wording, names what was not read, and keeps the notes', () => {
  const redline = toRedline(clauses, [
    assessed('CL-26', 'adverse', 'pourra suspendre'),
    assessed('CL-12', 'absent'),
    assessed('CL-01', 'present', 'ordre de priorité'),
  ]);
  expect(
    redline.groups.map(({ group, items }) => [group.key, items.map((item) => [item.clause.id, item.quote])]),
  ).toEqual([
    ['security', [['CL-12', '']]],
    ['exit', [['CL-26', 'pourra suspendre']]],
  ]);
  expect(redline.groups[0]?.items[0]?.model).toBe(clause('CL-12').model);
  expect(redline.unread).toHaveLength(23);
  expect(JSON.stringify(redline)).not.toContain('interne');
});

test('every clause of the library stands in one group', () => {
  const grouped = clauseGroups.flatMap((group) => group.clauses);
  expect(grouped.toSorted()).toEqual(clauses.map(({ id }) => id).toSorted());
});
