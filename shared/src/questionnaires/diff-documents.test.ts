import * as fc from 'fast-check';

import { changeAt, leavesOf, withQuestion, withTheme } from '../testing/change-document.js';
import { bank } from '../testing/bank.js';
import { aDocument, aSingle, aText } from '../testing/mini-document.js';
import type { Change } from './change.js';
import { countChanges, diffDocuments, groupChanges } from './diff-documents.js';
import type { Localised, Question, QuestionnaireDocument } from './document.js';
import { narrowDocument } from './narrow-document.js';
import { samePublication } from './publish-document.js';

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const lines = (changes: readonly Change[]): string[] =>
  changes.map(({ kind, subject, sentence }) => `${subject.key} ${kind}: ${plain(sentence.fr)}`);

const before = aDocument({
  A: [aSingle('A-1'), aSingle('A-2'), aSingle('A-3')],
  B: [aSingle('B-1', { inheritIf: [{ q: 'A-1', value: 'no', risk: 1 }] })],
});
const measured = (
  unit: Localised,
  most: number,
  more: { readonly noneRisk?: number },
): QuestionnaireDocument =>
  aDocument({
    A: [
      {
        ...aText('A-2'),
        type: 'number',
        unit,
        curve: [
          [0, 0],
          [most, 1],
        ],
        ...more,
      },
    ],
  });
const text = (word: string) => ({ fr: word, en: word });

const edits: readonly [string, (question: Question) => object, string][] = [
  ['weight', () => ({ weight: 4.5 }), 'weight: Le poids passe de 1 à 4,5.'],
  ['wording', (one) => ({ text: { ...one.text, fr: 'Autre' } }), 'wording: L’énoncé change en français.'],
  ['help', () => ({ help: text('Aide') }), 'wording: L’aide s’ajoute.'],
  [
    'type',
    () => ({ type: 'multi' }),
    'type: Le type de réponse passe de « un choix » à « plusieurs choix ».',
  ],
  [
    'need',
    () => ({ evidence: { need: 'none', kinds: [] } }),
    'evidence: La preuve, exigée auparavant, est non demandée.',
  ],
  [
    'kind',
    () => ({ evidence: { need: 'required', kinds: ['contrat'] } }),
    'evidence: Une pièce peut être : contrat.',
  ],
  [
    'age',
    () => ({ evidence: { need: 'required', kinds: [], maxAgeMonths: 12 } }),
    'evidence: L’âge maximal d’une pièce vaut désormais 12 mois.',
  ],
  ['severity', () => ({ severity: 'high' }), 'severity: La gravité d’un constat passe de faible à élevée.'],
  [
    'trigger',
    () => ({ trigger: 0.3 }),
    'severity: Le risque qui fait naître un constat vaut désormais 0,30.',
  ],
  ['finding', () => ({ finding: text('Manque') }), 'finding: Le texte du constat s’ajoute.'],
  ['fix', () => ({ fix: text('À faire') }), 'finding: La correction attendue s’ajoute.'],
  ['knockouts', () => ({ knockouts: ['KO-1'] }), 'knockouts: La question décide du point éliminatoire KO-1.'],
  [
    'na',
    () => ({ notApplicable: false }),
    'not-applicable: Le fournisseur ne peut plus répondre « sans objet ».',
  ],
  ['reference', () => ({ ref: ['RE-1'] }), 'references: La référence RE-1 s’ajoute.'],
  [
    'scope',
    () => ({ scope: { ctx: { health_data: true } } }),
    'condition: Posée désormais selon la prestation : données de santé.',
  ],
  [
    'inheritance',
    () => ({ inheritIf: [{ q: 'A-2', value: 'no', risk: 1 }] }),
    'condition: Héritage ajouté : risque 1,00 quand A-2 vaut « no ».',
  ],
];

test.each(edits)('%s', (_, change, sentence) => {
  expect(lines(diffDocuments(before, withQuestion(before, 'A-1', change)))).toEqual([`A-1 ${sentence}`]);
});

test('options are told one by one: added, removed, reworded, of another risk', () => {
  const after = withQuestion(before, 'A-1', () => ({
    options: [
      { value: 'yes', label: { fr: 'oui', en: 'yes' }, risk: 0 },
      { value: 'partly', label: text('partly'), risk: 0.75 },
      { value: 'never', label: text('never'), risk: 1 },
    ],
  }));
  expect(lines(diffDocuments(before, after))).toEqual([
    'A-1 options: Le choix « yes » change en français.',
    'A-1 options: Le risque du choix « partly » passe de 0,50 à 0,75.',
    'A-1 options: Le choix « never » s’ajoute.',
    'A-1 options: Le choix « no » disparaît.',
  ]);
});

test('curve, unit and the answer none', () => {
  const changes = diffDocuments(
    measured({ fr: 'heures', en: 'hours' }, 24, { noneRisk: 1 }),
    measured({ fr: 'jours', en: 'days' }, 7, {}),
  );
  expect(lines(changes)).toEqual([
    'A-2 unit: L’unité change en français.',
    'A-2 unit: L’unité change en anglais.',
    'A-2 curve: La courbe de risque change.',
    'A-2 curve: « Aucun » n’est plus une réponse.',
  ]);
  expect(plain(changes[2]?.before?.fr ?? '')).toBe('0 heure → 0,00 ; 24 heures → 1,00');
  expect(plain(changes[2]?.after?.en ?? '')).toBe('0 days → 0.00; 7 days → 1.00');
});

test('themes and questions added, removed and moved', () => {
  const [a, b] = before.themes;
  if (a === undefined || b === undefined) throw new Error('two themes');
  const [first, second, third] = a.questions;
  if (first === undefined || second === undefined || third === undefined) throw new Error('three questions');
  const after: QuestionnaireDocument = {
    ...before,
    themes: [
      { ...a, questions: [third, first, aSingle('A-4')] },
      { ...a, code: 'C', title: text('C'), questions: [second] },
    ],
  };
  expect(lines(diffDocuments(before, after))).toEqual([
    'A-3 moved: La question change de place dans le thème.',
    'A-4 added: La question s’ajoute au thème « A ».',
    'C added: Le thème s’ajoute.',
    'A-2 moved: La question passe du thème « A » au thème « C ».',
    'B removed: Le thème est retiré.',
    'B-1 removed: La question est retirée du thème « B ».',
  ]);
  expect([...countChanges(diffDocuments(before, after))]).toEqual([
    ['moved', 2],
    ['added', 2],
    ['removed', 2],
  ]);
});

test('a theme: its weight, title and condition', () => {
  const after = withTheme(before, 'A', () => ({
    weight: 3,
    title: { fr: 'Autre', en: 'A' },
    scope: { ctx: { health_data: true } },
    mandatory: false,
  }));
  const changes = diffDocuments(before, after);
  expect(changes.map(({ sentence }) => sentence.en)).toEqual([
    'The title of the theme changes in French.',
    'The weight of the theme goes from 1 to 3.',
    'Now asked by engagement: health data.',
    'The theme is no longer mandatory.',
  ]);
  expect(groupChanges(changes)).toMatchObject([{ subject: { level: 'theme', key: 'A' } }]);
});

test('a knock-out of the questionnaire: gone, with another floor, triggered otherwise', () => {
  const [first, second, third, ...others] = bank.knockouts;
  if (first === undefined || second === undefined || third === undefined) throw new Error('three knock-outs');
  const after: QuestionnaireDocument = {
    ...bank,
    knockouts: [
      { ...second, floor: second.floor - 5 },
      { ...third, when: { q: 'SAU-01', riskGte: 0.25 } },
      ...others,
    ],
  };
  expect(lines(diffDocuments(bank, after)).map((line) => line.slice(0, 55))).toEqual([
    ` knockouts: Le plancher du point éliminatoire ${second.id} passe`.slice(0, 55),
    ` knockouts: Le point éliminatoire ${third.id} se déclenche autrement.`.slice(0, 55),
    ` knockouts: Le point éliminatoire ${first.id} ne s’applique plus`.slice(0, 55),
  ]);
});

test('a proposed weighting tells the themes that weigh otherwise, and not those that are gone', () => {
  const presets = bank.presets.map((preset, index) =>
    index === 0 ? { ...preset, weights: { ...preset.weights, FIN: 9 } } : preset,
  );
  const [change] = diffDocuments(bank, { ...bank, presets });
  expect([change?.before?.fr, change?.after?.fr]).toEqual(['FIN 8', 'FIN 9']);
  const narrowed = narrowDocument({ ...bank, themes: bank.themes.filter(({ code }) => code !== 'TRA') });
  expect(countChanges(diffDocuments(bank, narrowed)).has('weight')).toBe(false);
});

test('a document differs from itself in nothing, whatever the number of the version', () => {
  expect(diffDocuments(bank, { ...bank, version: '9' })).toEqual([]);
});

test('nothing that is published can change without being told, and every change is told in both languages', () => {
  fc.assert(
    fc.property(fc.constantFrom(...leavesOf(bank)), (place) => {
      const after = changeAt(bank, place);
      const changes = diffDocuments(bank, after);
      expect(samePublication(bank, after)).toBe(false);
      expect(changes).not.toEqual([]);
      for (const { sentence } of changes) {
        for (const words of [sentence.fr, sentence.en]) expect(words).not.toMatch(/undefined|\[object|^\s*$/);
      }
    }),
    { numRuns: 100 },
  );
});

const arbitraryEdit = fc.record({
  key: fc.constantFrom('A-1', 'A-2', 'A-3', 'B-1'),
  edit: fc.constantFrom(...edits),
});

test('the order in which edits were made does not matter', () => {
  const apply = (chosen: readonly { readonly key: string; readonly edit: (typeof edits)[number] }[]) =>
    chosen.reduce((document, { key, edit }) => withQuestion(document, key, edit[1]), before);
  const independent = fc.uniqueArray(arbitraryEdit, { selector: ({ key }) => key });
  fc.assert(
    fc.property(independent, (chosen) => {
      expect(diffDocuments(before, apply(chosen))).toEqual(diffDocuments(before, apply(chosen.toReversed())));
    }),
  );
});

test('read backwards, what was added was removed', () => {
  const halves = fc.subarray(bank.themes.flatMap(({ questions }) => questions.map(({ id }) => id)));
  const only = (keys: readonly string[]): QuestionnaireDocument => ({
    ...bank,
    themes: bank.themes.map((theme) => ({
      ...theme,
      questions: theme.questions.filter(({ id }) => keys.includes(id)),
    })),
  });
  fc.assert(
    fc.property(halves, halves, (one, other) => {
      const there = countChanges(diffDocuments(only(one), only(other)));
      const back = countChanges(diffDocuments(only(other), only(one)));
      expect(there.get('added')).toBe(back.get('removed'));
      expect(there.get('removed')).toBe(back.get('added'));
      expect(there.get('moved')).toBe(back.get('moved'));
    }),
    { numRuns: 30 },
  );
});
