import { bank } from '../testing/bank.js';
import { checkMapping, contextField, findImportField, guessMapping, importFields } from './import-columns.js';
import {
  acceptedWords,
  readBoolean,
  readCountry,
  readFact,
  readLanguage,
  writeCell,
} from './import-cells.js';

const facts = bank.context;

describe('a heading is recognised', () => {
  test.each([
    ['Fournisseur', 'supplier.name'],
    ['RAISON SOCIALE', 'supplier.name'],
    ['N° SIREN', 'supplier.siren'],
    ['E-mail', 'contact.email'],
    ['Courriel du contact', 'contact.email'],
    ['Adresse électronique du contact', 'contact.email'],
    ['Contact e-mail', 'contact.email'],
    ['Prestation', 'engagement.name'],
    ['health_data', 'context.health_data'],
    ['context.hosting', 'context.hosting'],
    ['Données personnelles confiées', 'context.personal_data'],
    ['Personal data entrusted', 'context.personal_data'],
    ['Couleur', undefined],
    ['', undefined],
  ])('%s: %s', (heading, field) => expect(findImportField(heading, facts)).toBe(field));

  test('every label of the context is, in both languages', () => {
    for (const fact of facts) {
      expect([fact.label.fr, fact.label.en].map((label) => findImportField(label, facts))).toEqual([
        contextField(fact),
        contextField(fact),
      ]);
    }
  });

  test('once: the second of a kind is left out, and a mapping that says otherwise is refused', () => {
    expect(
      guessMapping(['Fournisseur', 'Société', 'Couleur'], (heading) => findImportField(heading, facts)),
    ).toEqual(['supplier.name', null, null]);
    const codes = (mapping: Parameters<typeof checkMapping>[0]): string[] =>
      checkMapping(mapping, facts).map(({ pointer, code }) => `${pointer} ${code}`);
    expect(codes(['supplier.name', 'supplier.name'])).toEqual(['/mapping/1 column-twice']);
    expect(codes(['supplier.siren', 'context.moon'])).toEqual(['/mapping/1 unknown-column']);
    expect(codes(['contact.email', null])).toEqual(['/mapping column-missing']);
    expect(codes([...importFields, ...facts.map(contextField)])).toEqual([]);
  });
});

test('cells are read as people write them', () => {
  expect(['Oui', 'x', 'VRAI', 'Non', '0', 'peut-être'].map(readBoolean)).toEqual([
    true,
    true,
    true,
    false,
    false,
    undefined,
  ]);
  expect(['fr', 'France', 'Allemagne', 'Germany', 'Atlantide'].map(readCountry)).toEqual([
    'FR',
    'FR',
    'DE',
    'DE',
    undefined,
  ]);
  expect(['FR', 'Français', 'English', 'de'].map(readLanguage)).toEqual(['fr', 'fr', 'en', undefined]);
  const criticality = facts.find(({ key }) => key === 'criticality');
  if (criticality === undefined) throw new Error('the bank asks for it');
  const read = (cell: string): unknown => readFact(cell, criticality);
  expect(['vital', 'Élevée', 'elevee', 'High', 'Moyenne (1 à 5 jours)', 'énorme'].map(read)).toEqual([
    'vital',
    'high',
    'high',
    'high',
    'medium',
    undefined,
  ]);
});

test('a column of choices names them as it reads them back; any other names none', () => {
  expect(acceptedWords('context.health_data', facts, 'fr')).toEqual(['Oui', 'Non']);
  expect(acceptedWords('contact.language', facts, 'en')).toEqual(['fr', 'en']);
  expect(acceptedWords('supplier.name', facts, 'fr')).toBeUndefined();
  for (const fact of facts) {
    for (const language of ['fr', 'en'] as const) {
      const words = acceptedWords(contextField(fact), facts, language) ?? [];
      expect(words.map((word) => readFact(word, fact))).not.toContain(undefined);
      expect(
        words.map((word) => writeCell(contextField(fact), readFact(word, fact) ?? null, facts, language)),
      ).toEqual(words);
    }
  }
});
