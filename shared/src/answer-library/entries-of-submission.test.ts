import { buildSupplierDocument } from '../questionnaires/supplier-document.js';
import { bank } from '../testing/bank.js';
import { contentText } from './library-entry.js';
import { entriesOfSubmission } from './entries-of-submission.js';
import { askable, toLibraryQuestion } from './library-question.js';

const document = buildSupplierDocument(bank, {});
const piece = (id: string, ...questions: string[]) => ({ id, questions }) as never;

test('keeps what was answered and claimed, with its pieces, and no refusal', () => {
  const entries = entriesOfSubmission(document, {
    answers: {
      'BKP-04': { state: 'answered', value: 'immuable' },
      'BKP-02': { state: 'na', justification: 'Hors mission' },
      'BKP-03': { state: 'refused' },
    },
    pieces: [piece('a', 'BKP-04'), piece('b', 'BKP-03'), piece('c', 'BKP-05', 'BKP-04')],
  });
  expect(entries.map(({ question, answer, pieces }) => [question.id, answer.state, pieces])).toEqual([
    ['BKP-02', 'na', []],
    ['BKP-04', 'answered', ['a', 'c']],
    ['BKP-05', 'pieces', ['c']],
  ]);
});

test('what a question keeps says nothing of help, lessons, conditions and evidence, and is the same again', () => {
  for (const question of document.themes.flatMap((theme) => theme.questions)) {
    const kept = toLibraryQuestion(question);
    expect(Object.keys(kept)).not.toEqual(expect.arrayContaining(['help']));
    expect(toLibraryQuestion(askable(kept))).toEqual(kept);
    const answer = { state: 'pieces' } as const;
    expect(contentText({ question: kept, answer })).toBe(
      contentText({ question: toLibraryQuestion(kept), answer }),
    );
  }
});
