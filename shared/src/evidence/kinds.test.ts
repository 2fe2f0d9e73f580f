import fs from 'node:fs';
import path from 'node:path';

import { parse } from 'yaml';

import { evidenceKindLabel, evidenceKinds, statedKinds, unstatedKind } from './kinds.js';

const library = path.join(__dirname, '../../library/question-bank.yaml');

function kindsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(kindsIn);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    key === 'kinds' && Array.isArray(value) ? value.map(String) : kindsIn(value),
  );
}

const used = [...new Set(kindsIn(parse(fs.readFileSync(library, 'utf8'))))];

test('the bank names kinds of evidence', () => {
  expect(used.length).toBeGreaterThan(50);
});

test.each(used)('the kind %s of the bank has a label in both languages', (kind) => {
  expect(Object.keys(evidenceKinds)).toContain(kind);
});

test('every kind but the last resort is used by the bank', () => {
  expect(statedKinds.filter((kind) => !used.includes(kind))).toEqual(['autre']);
});

test('"not stated" is a kind to have and none to choose', () => {
  expect(Object.keys(evidenceKinds)).toContain(unstatedKind);
  expect(statedKinds).not.toContain(unstatedKind);
});

test('no two kinds share a label', () => {
  for (const language of ['fr', 'en'] as const) {
    const labels = Object.values(evidenceKinds).map((label) => label[language]);
    expect(new Set(labels).size).toBe(labels.length);
  }
});

test('a kind that an author invented shows as words', () => {
  expect(evidenceKindLabel('plan_de_crise')).toEqual({ fr: 'plan de crise', en: 'plan de crise' });
  expect(evidenceKindLabel('toString')).toEqual({ fr: 'toString', en: 'toString' });
});
