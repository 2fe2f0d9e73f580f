import { bank, readCases, readLibraryFile } from '../testing/bank.js';
import { findCitations, findNeighbours } from './citations.js';
import { parseClauseLibrary } from './clause-library.js';

const library = {
  bank,
  clauses: parseClauseLibrary(readLibraryFile('clause-library.yaml'), bank),
  cases: readCases(),
};

test('a lesson knows the questions, floors, clauses and the case that rest on it', () => {
  const { questions, knockouts, clauses, cases } = findCitations('R-03', library);
  expect(questions.map(({ theme, question }) => `${theme} ${question.id}`)).toEqual([
    'BKP BKP-01',
    'BKP BKP-04',
    'BKP BKP-05',
    'ADV ADV-02',
    'ADV ADV-03',
  ]);
  expect(knockouts.map(({ id }) => id)).toEqual(['KO-BKP-1', 'KO-BKP-2']);
  expect(clauses.map(({ id }) => id)).toEqual(['CL-23']);
  expect(cases.map(({ replay, questions: beside }) => [replay.key, beside])).toEqual([
    ['rennes', ['BKP-04']],
  ]);
});

test('an external reference comes from no case', () => {
  expect(findCitations('X-HYG', library).cases).toEqual([]);
});

test('every lesson is cited by something', () => {
  const idle = bank.lessons.filter(({ id }) => findCitations(id, library).questions.length === 0);
  expect(idle).toEqual([]);
});

test('neighbours follow the bank, and end with it', () => {
  const [first, second] = bank.lessons;
  expect(findNeighbours(first?.id ?? '', bank)).toEqual({ previous: null, next: second?.id });
  expect(findNeighbours(second?.id ?? '', bank).previous).toBe(first?.id);
  expect(findNeighbours(bank.lessons.at(-1)?.id ?? '', bank).next).toBeNull();
  expect(findNeighbours('R-99', bank)).toEqual({ previous: null, next: null });
});
