import * as fc from 'fast-check';

import { scoreAssessment } from '../scoring/score-assessment.js';
import { arbitraryCaseAnswers, arbitraryFacts } from '../testing/arbitrary-case.js';
import { bank } from '../testing/bank.js';
import { changeAt, leavesOf, withQuestion } from '../testing/change-document.js';
import { aDocument, aSingle } from '../testing/mini-document.js';
import type { Question, QuestionnaireDocument } from './document.js';
import { alikeFrom } from './match-questions.js';
import { proposeEquivalence, type Equivalence } from './propose-equivalence.js';
import { measureTexts } from './similar-text.js';

const asks = (id: string, fr: string, en: string, more: Partial<Question> = {}): Question =>
  aSingle(id, { text: { fr, en }, ...more });
const told = (equivalences: readonly Equivalence[]): string[] =>
  equivalences.map(
    ({ kind, from, to, moves }) =>
      `${from.join('+')} > ${to.join('+')} ${kind}${moves.length === 0 ? '' : ` (${moves.map(({ fate }) => fate).join(', ')})`}`,
  );

const report = asks(
  'V-1.1',
  'Publiez-vous un point de contact pour signaler une faille ?',
  'Do you publish a point of contact to report a flaw?',
);
const tests = asks(
  'V-1.2',
  'Un tiers fait-il chaque année un test d’intrusion de votre application ?',
  'Does a third party run a yearly penetration test of your application?',
);
const training = asks(
  'V-1.3',
  'Formez-vous vos développeurs à la sécurité ?',
  'Do you train your developers in security?',
);
const signIn = asks(
  'V-2.1',
  'Proposez-vous l’authentification unique et imposez-vous des mots de passe d’au moins douze caractères ?',
  'Do you offer single sign-on and enforce passwords of at least twelve characters?',
);
const patches = asks(
  'V-2.2',
  'Corrigez-vous les failles critiques des composants en moins de sept jours ?',
  'Do you fix critical flaws of components within seven days?',
);
const backups = asks('V-4.1', 'Gardez-vous des sauvegardes hors ligne ?', 'Do you keep backups offline?');
const restores = asks(
  'V-4.2',
  'Essayez-vous chaque année de restaurer ces sauvegardes ?',
  'Do you try to restore these backups every year?',
);
const visits = asks('V-4.3', 'Les locaux sont-ils gardés la nuit ?', 'Are the premises guarded at night?');

const v1 = aDocument({ B: [report, tests, training], D: [signIn, patches], O: [backups, restores, visits] });
const v2 = aDocument({
  B: [
    {
      ...report,
      text: {
        fr: 'Publiez-vous un point de contact public pour signaler une faille ?',
        en: 'Do you publish a public point of contact to report a flaw?',
      },
    },
    { ...tests, weight: 3 },
    training,
  ],
  D: [
    asks('V-2.1a', 'Proposez-vous l’authentification unique ?', 'Do you offer single sign-on?'),
    asks(
      'V-2.1b',
      'Imposez-vous des mots de passe d’au moins douze caractères ?',
      'Do you enforce passwords of at least twelve characters?',
    ),
    { ...patches, id: 'V-2.3' },
    asks(
      'V-2.9',
      'Journalisez-vous les accès aux données des clients ?',
      'Do you log access to the data of customers?',
    ),
  ],
  O: [backups, restores],
});
const v3 = aDocument({
  B: [report, { ...tests, notApplicable: false }, training],
  D: [
    asks('V-2.1a', 'Proposez-vous l’authentification unique ?', 'Do you offer single sign-on?'),
    asks(
      'V-2.1b',
      'Imposez-vous des mots de passe d’au moins seize caractères ?',
      'Do you enforce passwords of at least sixteen characters?',
    ),
    { ...patches, id: 'V-2.3' },
    asks(
      'V-2.9',
      'Journalisez-vous les accès aux données des clients ?',
      'Do you log access to the data of customers?',
      { type: 'text' },
    ),
  ],
  O: [
    asks(
      'V-4.1',
      'Gardez-vous des sauvegardes hors ligne, et essayez-vous chaque année de les restaurer ?',
      'Do you keep backups offline, and try to restore them every year?',
    ),
  ],
});

test('from the first version to the second', () => {
  expect(told(proposeEquivalence(v1, v2))).toEqual([
    'V-1.1 > V-1.1 reworded (reconfirm)',
    'V-1.2 > V-1.2 changed (kept)',
    'V-1.3 > V-1.3 unchanged (kept)',
    'V-2.1 > V-2.1a+V-2.1b split (reconfirm, reconfirm)',
    'V-2.2 > V-2.3 reworded (kept)',
    ' > V-2.9 new',
    'V-4.1 > V-4.1 unchanged (kept)',
    'V-4.2 > V-4.2 unchanged (kept)',
    'V-4.3 >  removed (dropped)',
  ]);
});

test('from the second version to the third', () => {
  expect(told(proposeEquivalence(v2, v3))).toEqual([
    'V-1.1 > V-1.1 reworded (reconfirm)',
    'V-1.2 > V-1.2 changed (kept)',
    'V-1.3 > V-1.3 unchanged (kept)',
    'V-2.1a > V-2.1a unchanged (kept)',
    'V-2.1b > V-2.1b reworded (reconfirm)',
    'V-2.3 > V-2.3 unchanged (kept)',
    'V-2.9 > V-2.9 changed (dropped)',
    'V-4.1+V-4.2 > V-4.1 merged (reconfirm, reconfirm)',
  ]);
});

test('read backwards, what was split is merged, what was new is removed', () => {
  expect(told(proposeEquivalence(v2, v1))).toEqual([
    'V-1.1 > V-1.1 reworded (reconfirm)',
    'V-1.2 > V-1.2 changed (kept)',
    'V-1.3 > V-1.3 unchanged (kept)',
    'V-2.1a+V-2.1b > V-2.1 merged (reconfirm, reconfirm)',
    'V-2.3 > V-2.2 reworded (kept)',
    'V-4.1 > V-4.1 unchanged (kept)',
    'V-4.2 > V-4.2 unchanged (kept)',
    ' > V-4.3 new',
    'V-2.9 >  removed (dropped)',
  ]);
});

test('a list that is numbered anew is followed by its texts, not by its numbers', () => {
  const [one, two] = [backups, training];
  const before = aDocument({
    O: [
      { ...one, id: 'N-1' },
      { ...two, id: 'N-2' },
    ],
  });
  const after = aDocument({ O: [{ ...two, id: 'N-1' }, signIn, { ...one, id: 'N-4' }] });
  expect(told(proposeEquivalence(before, after))).toEqual([
    'N-2 > N-1 reworded (kept)',
    ' > V-2.1 new',
    'N-1 > N-4 reworded (kept)',
  ]);
});

test('where nothing else is alike, a text that was written anew keeps its question', () => {
  const anew = aDocument({ O: [{ ...visits, id: backups.id }] });
  expect(told(proposeEquivalence(aDocument({ O: [backups] }), anew))).toEqual([
    'V-4.1 > V-4.1 reworded (reconfirm)',
  ]);
});

test('a question that keeps its key and gives half of what it asked to another is split', () => {
  const after = aDocument({
    D: [
      {
        ...signIn,
        text: { fr: 'Proposez-vous l’authentification unique ?', en: 'Do you offer single sign-on?' },
      },
      asks(
        'V-2.7',
        'Imposez-vous des mots de passe d’au moins douze caractères ?',
        'Do you enforce passwords of at least twelve characters?',
      ),
    ],
  });
  expect(told(proposeEquivalence(aDocument({ D: [signIn] }), after))).toEqual([
    'V-2.1 > V-2.1+V-2.7 split (reconfirm, reconfirm)',
  ]);
});

test.each<[string, (question: Question) => object, string]>([
  ['the finding', () => ({ finding: { fr: 'Autre', en: 'Other' } }), 'unchanged (kept)'],
  ['a reference', () => ({ ref: ['R-03'] }), 'unchanged (kept)'],
  ['a comma', ({ text }) => ({ text: { ...text, fr: `${text.fr} !` } }), 'reworded (kept)'],
  ['the help', () => ({ help: { fr: 'Aide', en: 'Help' } }), 'reworded (kept)'],
  ['the weight', () => ({ weight: 2 }), 'changed (kept)'],
  ['the condition', () => ({ scope: { ctx: { mssp: true } } }), 'changed (kept)'],
  ['the severity', () => ({ severity: 'critical' }), 'changed (kept)'],
  ['freshness', () => ({ evidence: { need: 'required', kinds: [], maxAgeMonths: 6 } }), 'changed (kept)'],
  ['the kind of piece', () => ({ evidence: { need: 'required', kinds: ['contrat'] } }), 'changed (kept)'],
  ['no piece any more', () => ({ evidence: { need: 'none', kinds: [] } }), 'changed (kept)'],
  ['the type', () => ({ type: 'multi' }), 'changed (dropped)'],
])('%s', (_, change, expected) => {
  const after = withQuestion(v1, 'V-1.1', change);
  expect(told(proposeEquivalence(v1, after))[0]).toBe(`V-1.1 > V-1.1 ${expected}`);
});

test('two different questions of the bank are never taken for one another, nor for parts of one another', () => {
  const keys = bank.themes.flatMap(({ questions }) => questions.map(({ id }) => id));
  fc.assert(
    fc.property(fc.subarray(keys), (chosen) => {
      const one = only((id) => chosen.includes(id));
      const other = only((id) => !chosen.includes(id));
      const kinds = proposeEquivalence(one, other).map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind !== 'new' && kind !== 'removed')).toEqual([]);
    }),
    { numRuns: 20 },
  );
  const texts = bank.themes.flatMap(({ questions }) => questions.map(({ text }) => text));
  const { alike } = measureTexts(texts);
  const most = Math.max(...texts.flatMap((one, i) => texts.slice(i + 1).map((other) => alike(one, other))));
  expect(most).toBeLessThan(alikeFrom);
});

test('every question finds itself again under another key', () => {
  const renamed: QuestionnaireDocument = {
    ...bank,
    themes: bank.themes.map((theme) => ({
      ...theme,
      questions: theme.questions.map((question) => ({ ...question, id: `X-${question.id}` })),
    })),
  };
  for (const { from, to, moves } of proposeEquivalence(bank, renamed)) {
    expect(to).toEqual(from.map((key) => `X-${key}`));
    expect(moves.map(({ fate }) => fate)).toEqual(['kept']);
  }
});

test('where every question is unchanged or reworded, every score stays as it was', () => {
  const ofQuestions = leavesOf(bank).filter((path) => path[2] === 'questions');
  const input = fc.record({ context: arbitraryFacts(bank), answers: arbitraryCaseAnswers(bank) });
  fc.assert(
    fc.property(fc.constantFrom(...ofQuestions), input, (place, given) => {
      const after = changeAt(bank, place);
      const kinds = new Set(proposeEquivalence(bank, after).map(({ kind }) => kind));
      fc.pre(!kinds.has('changed') && kinds.size <= 2);
      const [then, now] = [bank, after].map((document) =>
        scoreAssessment(document, { ...given, asOf: '2026-11-24' }),
      );
      expect(now?.score).toBe(then?.score);
      expect(now?.grade).toBe(then?.grade);
    }),
    { numRuns: 40 },
  );
});

test('every question of both versions stands in the proposal once, and a version is unchanged beside itself', () => {
  const keys = bank.themes.flatMap(({ questions }) => questions.map(({ id }) => id));
  fc.assert(
    fc.property(fc.subarray(keys), fc.subarray(keys), (some, others) => {
      const [one, other] = [only((id) => some.includes(id)), only((id) => others.includes(id))];
      const proposal = proposeEquivalence(one, other);
      expect(proposal.flatMap(({ from }) => from).toSorted()).toEqual(some.toSorted());
      expect(proposal.flatMap(({ to }) => to).toSorted()).toEqual(others.toSorted());
      expect(proposeEquivalence(one, one).every(({ kind }) => kind === 'unchanged')).toBe(true);
    }),
    { numRuns: 20 },
  );
});

function only(wanted: (id: string) => boolean): QuestionnaireDocument {
  return {
    ...bank,
    themes: bank.themes.map((theme) => ({
      ...theme,
      questions: theme.questions.filter(({ id }) => wanted(id)),
    })),
  };
}
