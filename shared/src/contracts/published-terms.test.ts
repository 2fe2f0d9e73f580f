import { createHash } from 'node:crypto';

import { parseClauseLibrary } from '../library/clause-library.js';
import { parseClauseRules } from '../library/clause-rules.js';
import { parsePublishedTerms } from '../library/published-terms.js';
import { bank, readCases, readLibraryFile } from '../testing/bank.js';
import { compileRules } from './clause-rules.js';
import { findCandidates, type Candidate } from './find-candidates.js';

const passages = parsePublishedTerms(readLibraryFile('published-terms.yaml'));

const clauses = parseClauseLibrary(readLibraryFile('clause-library.yaml'), bank);
const rules = parseClauseRules(readLibraryFile('clause-rules.yaml'), clauses, bank);
const compiled = compileRules(rules);

const suggested = (candidates: readonly Candidate[]) =>
  candidates.map(
    ({ clause, reasons }) => [clause ?? 'other', reasons.map(({ suggests }) => suggests)] as const,
  );
const answersOf = (candidates: readonly Candidate[]) =>
  Object.fromEntries(
    candidates.flatMap(({ reasons }) =>
      reasons.flatMap(({ answers }) => answers.map(({ question, value }) => [question, value])),
    ),
  );

describe.each(passages)('article $article: $text', ({ text, reads, answers }) => {
  const candidates = findCandidates(text, compiled);

  test('is proposed for its clause, with the right reading', () => {
    for (const [clause, status] of Object.entries(reads)) {
      const found = suggested(candidates).find(([id]) => id === clause);
      expect(found?.[1]).toContain(status);
    }
  });

  test('gives the answers of the mapping', () => {
    expect(answersOf(candidates)).toMatchObject(answers);
  });

  test('is quoted word for word, with the words that made the rule propose it', () => {
    for (const { start, end, reasons } of candidates) {
      expect(text.slice(start, end)).not.toBe('');
      for (const { words } of reasons) {
        expect(words.length).toBeGreaterThan(0);
        expect(words.every((span) => span.start >= start && span.end <= end)).toBe(true);
      }
    }
  });
});

/** Taken once each passage had been found, word for word, in the text of its source. */
const checked = 'ab43558d32b11ec2953d05deb0c585908c5b29bdb965aefa5806204ab4b33559';

test('the passages are those that were checked against their source', () => {
  const texts = passages.map(({ text }) => text).join('\n');
  expect(createHash('sha256').update(texts).digest('hex')).toBe(checked);
});

const whole = passages.map(({ article, text }) => `${article} Titre\n\n${text}`).join('\n\n');

test('together the passages answer as the case of the published terms does', () => {
  const published = readCases().find(({ key }) => key === 'saas-terms');
  const told = new Map<string, unknown>(
    published?.answers.map(({ question, answer }) => [question, 'v' in answer ? answer.v : undefined]),
  );
  const given = Object.entries(answersOf(findCandidates(whole, compiled)));
  expect(given.length).toBeGreaterThan(30);
  expect(given.filter(([question, value]) => told.has(question) && told.get(question) !== value)).toEqual([]);
});

test('what these terms do not hold is proposed nowhere', () => {
  const proposed = new Set(findCandidates(whole, compiled).map(({ clause }) => clause));
  for (const absent of ['CL-05', 'CL-06', 'CL-13', 'CL-14', 'CL-17', 'CL-18']) {
    expect([absent, proposed.has(absent)]).toEqual([absent, false]);
  }
  expect(proposed.has('CL-21')).toBe(true);
  expect(JSON.stringify(findCandidates(whole, compiled))).not.toContain('joint-expert');
});

test('the article is the one that the passage stands in', () => {
  const cap = findCandidates(whole, compiled).find(({ clause }) => clause === 'CL-08');
  expect(cap?.article).toBe('13.2');
});
