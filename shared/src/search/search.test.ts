import fc from 'fast-check';
import { hitAddress } from './hit-address.js';
import { searchKindsOf } from './kinds.js';
import { excerptOf, hasMatch, markWords } from './segments.js';
import { folded, searchWords } from './words.js';

const stem = (text: string, begun = false) => [{ stem: text, begun }];
const shown = (segments: readonly { text: string; match: boolean }[]) =>
  segments.map(({ text, match }) => (match ? `[${text}]` : text)).join('');

describe('the words that are looked for', () => {
  test.each([
    ['  Sauvegardes  Déconnectées ', ['sauvegardes', 'déconnectées']],
    ["l'hébergeur", ['l', 'hébergeur']],
    ["'); DROP TABLE x; --", ['drop', 'table', 'x']],
    ['&|!:*()<->\\', []],
    ['pv_test-2026.pdf', ['pv', 'test', '2026', 'pdf']],
    ['e\u0301té', ['été']],
  ])('%j are %j', (text, words) => {
    expect(searchWords(text)).toEqual(words);
  });

  test('a very long text is cut', () => {
    expect(searchWords('mot '.repeat(5_000))).toHaveLength(12);
    expect(searchWords('a'.repeat(5_000))[0]).toHaveLength(60);
  });
});

describe('the words that were found', () => {
  test.each([
    ['Les sauvegardes déconnectées', stem('sauvegard'), 'Les [sauvegardes] déconnectées'],
    ['Sauvegardé hier', stem('sauvegard'), '[Sauvegardé] hier'],
    ['pv_sauvegarde.pdf', stem('sauvegard'), 'pv_[sauvegarde].pdf'],
    ['a company', stem('compani'), 'a [company]'],
    ['la mise à mort', stem('mis'), 'la [mise] à mort'],
    ['hébergeur de santé', stem('heb', true), '[hébergeur] de santé'],
    ['un œuf', stem('oeuf'), 'un œuf'],
    ['<b>gras</b>', stem('gras'), '<b>[gras]</b>'],
  ])('of %j', (text, stems, expected) => {
    expect(shown(markWords(text, stems))).toBe(expected);
  });

  test('an excerpt lies around the first of them', () => {
    const text = `${'avant '.repeat(100)}la sauvegarde est faite ${'ensuite '.repeat(100)}`;
    const excerpt = excerptOf(text, stem('sauvegard'));
    const line = shown(excerpt);
    expect(hasMatch(excerpt)).toBe(true);
    expect(line).toMatch(/^… avant .*\[sauvegarde\].* …$/);
    expect(line.length).toBeLessThan(220);
  });

  test('segments are the text again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ minLength: 1 }), (text, looked) => {
        const segments = markWords(text, [{ stem: folded(looked), begun: true }]);
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
      }),
    );
  });
});

describe('what is found leads to its page', () => {
  const id = 'id';
  const place = { id, assessmentId: 'a', supplierId: 's', questionId: 'BKP-01' };
  test.each([
    ['buyer', 'supplier', '/suppliers/id'],
    ['buyer', 'answer', '/assessments/a/review?question=BKP-01'],
    ['supplier', 'answer', '/requests/a?q=BKP-01'],
    ['buyer', 'question', '/questionnaires/id?q=BKP-01'],
    ['supplier', 'question', '/requests/a?q=BKP-01'],
    ['buyer', 'contact', '/suppliers/s'],
    ['buyer', 'clarification', '/assessments/a?thread=BKP-01'],
    ['supplier', 'clarification', '/requests/a?q=BKP-01'],
    ['buyer', 'finding', '/findings/id'],
    ['supplier', 'finding', '/follow-up/findings/id'],
    ['supplier', 'request', '/requests/id'],
  ] as const)('of a %s, a %s', (side, kind, address) => {
    expect(hitAddress(side, { ...place, kind })).toBe(address);
  });
  test('a piece that stands beside nothing is among the requests', () => {
    expect(hitAddress('supplier', { ...place, kind: 'piece', assessmentId: null, questionId: null })).toBe(
      '/requests',
    );
  });
});

describe('kinds by role', () => {
  test.each([
    [
      'buyer',
      'auditor',
      ['supplier', 'contact', 'engagement', 'question', 'answer', 'piece', 'clarification', 'finding'],
    ],
    ['supplier', 'contributor', ['request', 'question', 'answer', 'piece', 'clarification', 'finding']],
    ['supplier', 'recipient', []],
    ['supplier', 'delegate', ['answer']],
    ['buyer', 'contributor', []],
  ] as const)('a %s with the role %s', (side, role, kinds) => {
    expect(searchKindsOf(side, [role])).toEqual(kinds);
  });
});
