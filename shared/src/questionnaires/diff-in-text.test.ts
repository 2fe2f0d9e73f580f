import { withQuestion } from '../testing/change-document.js';
import { aDocument, aSingle } from '../testing/mini-document.js';
import { diffDocuments } from './diff-documents.js';
import { diffInText } from './diff-in-text.js';
import { tellMoves } from './equivalence-words.js';
import { proposeEquivalence } from './propose-equivalence.js';

const before = aDocument({ A: [aSingle('A-1'), aSingle('A-2')] });
const after = withQuestion(before, 'A-1', () => ({ weight: 2, text: { fr: 'Nouveau', en: 'A-1' } }));
const heading = { title: { fr: 'Achats', en: 'Purchases' }, compared: 'De la version 1 à la version 2' };
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

test('a comparison as text names each thing, says each change and shows the words that changed', () => {
  expect(plain(diffInText(heading, diffDocuments(before, after), 'fr'))).toBe(
    `Achats
De la version 1 à la version 2
2 changements

A-1 – Nouveau (A)
- L’énoncé change en français.
    avant : A-1
    après : Nouveau
- Le poids passe de 1 à 2.
`,
  );
});

test('a wording that changed in French is shown in French to an English reader as well', () => {
  const text = diffInText(heading, diffDocuments(before, after), 'en');
  expect(text).toContain('- The question changes in French.\n    before: A-1\n    after: Nouveau\n');
  expect(plain(diffInText(heading, [], 'en'))).toContain('Nothing changes.');
});

test('what becomes of the answers is said with the answers that fare otherwise', () => {
  const fewer = withQuestion(before, 'A-2', (one) => ({
    options: 'options' in one ? one.options.slice(0, 2) : [],
    notApplicable: false,
  }));
  const [same, changed] = proposeEquivalence(before, fewer).map(tellMoves);
  expect(same?.fr).toBe('Les réponses données sont gardées.');
  expect(changed?.en).toBe(
    'Answers given are kept, except “no”, “not applicable”, no longer possible answers.',
  );
  const removed = proposeEquivalence(before, aDocument({ A: [aSingle('A-1'), aSingle('Z-9')] })).map(
    tellMoves,
  );
  expect(removed.map((told) => told.fr)).toEqual([
    'Les réponses données sont gardées.',
    'Aucune réponse à reprendre.',
    'Les réponses données ne sont pas reprises.',
  ]);
});
