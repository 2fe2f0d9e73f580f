import { readFileSync } from 'node:fs';

import { scoreAssessment } from '../scoring/score-assessment.js';
import { bank, readCases, readLibraryFile } from '../testing/bank.js';
import { answersOf, answersWith, parseCase, type ReplayCase } from './case.js';

const worked = JSON.parse(
  readFileSync(new URL('../testing/fixtures/worked-examples.json', import.meta.url), 'utf8'),
) as Readonly<
  Record<string, { facts_only: { score: number; base: number; grade: string; knockouts: string[] } }>
>;

const cases = readCases();

function getCase(key: string): ReplayCase {
  const found = cases.find((one) => one.key === key);
  if (found === undefined) throw new Error(`no case ${key}`);
  return found;
}

function factsOnly({ context }: ReplayCase, answers: ReturnType<typeof answersOf>) {
  const result = scoreAssessment(bank, { context, answers, mode: 'facts-only' });
  return {
    score: Number(result.score?.toFixed(2)),
    base: Number(result.base?.toFixed(2)),
    grade: result.grade,
    knockouts: result.knockouts.map(({ id }) => id),
  };
}

test.each([
  ['rennes', [], 'rennes'],
  ['rennes', ['written-warning'], 'rennes_warned'],
  ['douai', [], 'douai'],
  ['douai', ['subcontractor-certified'], 'douai_certified'],
  ['saas-terms', [], 'saas_terms'],
])('the facts of %s with %j switched score as the worked example %s', (key, switched, golden) => {
  const replay = getCase(key);
  const { score, base, grade, knockouts } = worked[golden]?.facts_only ?? {};

  expect(factsOnly(replay, answersWith(replay, switched))).toEqual({ score, base, grade, knockouts });
});

test('the subcontractor without certificate makes Douai unlawful, and Rennes is proved, not unlawful', () => {
  const state = (key: string) => {
    const { context, ...replay } = getCase(key);
    const answers = answersOf({ context, ...replay });
    return Object.fromEntries(
      scoreAssessment(bank, { context, answers, mode: 'facts-only' }).knockouts.map((one) => [
        one.id,
        one.state,
      ]),
    );
  };

  expect(state('douai')).toEqual({ 'KO-HDS-1': 'unlawful', 'KO-HDS-2': 'proved', 'KO-PAT-1': 'proved' });
  expect(state('rennes')).toEqual({ 'KO-BKP-1': 'proved', 'KO-BKP-2': 'proved', 'KO-ADV-1': 'proved' });
});

test('a case says which answers could be known before signing', () => {
  const douai = getCase('douai');
  const before = douai.answers.filter(({ beforeSigning }) => beforeSigning);

  expect(factsOnly(douai, answersOf({ ...douai, answers: before }))).toMatchObject({ score: 90, grade: 'E' });
  expect(before.length).toBeLessThan(douai.answers.length);
});

const companies = /D2L|Pictime|Coreye|Cyr[eè]s|Boost|Digitemis|Sil.?age|Microsoft|Azure/i;

test('no case names a company', () => {
  expect(JSON.stringify(cases)).not.toMatch(companies);
});

test('the bank names a company only in a verbatim quote', () => {
  const { lessons, ...rest } = bank;

  expect(JSON.stringify(rest)).not.toMatch(companies);
  expect(
    lessons.filter(({ id, seed, reference }) => companies.test(`${id}${seed ?? ''}${reference ?? ''}`)),
  ).toEqual([]);
});

test.each([
  [
    'an answer of an unknown question',
    { answers: [{ q: 'BKP-99', answer: { v: 'oui' } }] },
    'unknown-question',
  ],
  [
    'an unknown choice',
    { answers: [{ q: 'ADV-02', answer: { v: 'peut-être' } }] },
    '/answers/0/ADV-02/v: unknown-option',
  ],
  ['an unknown context fact', { context: { hds: true } }, '/context/hds: unknown-context-fact'],
])('%s in a case stops the build', (_, change, message) => {
  const yaml = readLibraryFile('cases/rennes.yaml') as object;

  expect(() => parseCase({ ...yaml, ...change }, bank)).toThrow(message);
});

test('the line of another source beside an answer stops the build', () => {
  const yaml = readLibraryFile('cases/rennes.yaml') as { events: object[] };
  const events = yaml.events.map((event) => ({ ...event, lesson: 'D-13' }));

  expect(() => parseCase({ ...yaml, events }, bank)).toThrow('"D-13" is no lesson of the source 001');
});
