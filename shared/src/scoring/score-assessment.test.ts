import type { QuestionnaireDocument } from '../questionnaires/document.js';
import { bank } from '../testing/bank.js';
import { aDocument, aSingle, aText } from '../testing/mini-document.js';
import type { Answer, Answers } from './answer.js';
import { scoreAssessment, type ScoreInput } from './score-assessment.js';

const proven = (v: string): Answer => ({ v, ev: ['E4'] });

function line(document: QuestionnaireDocument, answers: Answers, id: string, more: Partial<ScoreInput> = {}) {
  const found = scoreAssessment(document, { context: {}, answers, ...more }).lines.find(
    (one) => one.question === id,
  );
  if (found === undefined) throw new Error(id);
  return found;
}

describe('status', () => {
  const document = aDocument({ A: [aSingle('Q'), aSingle('R')] });
  const rest = { R: proven('yes') };

  test.each<[string, Answers, object]>([
    [
      'missing counts 1, confidence 0',
      {},
      { status: 'missing', discounted: 1, confidence: 0, counted: true },
    ],
    [
      'a pending N/A is missing',
      { Q: { na: 'pending' } },
      { status: 'missing', discounted: 1, confidence: 0 },
    ],
    [
      'an accepted N/A does not count',
      { Q: { na: 'accepted' } },
      { status: 'na', counted: false, points: 0 },
    ],
    [
      'a refusal counts 1, with the confidence of an answer',
      { Q: { refused: true } },
      { status: 'refused', discounted: 1, confidence: 1 },
    ],
    ['an unproven yes is worth half', { Q: { v: 'yes' } }, { discounted: 0.5, confidence: 0 }],
    ['a proven yes is worth all', { Q: proven('yes') }, { discounted: 0, confidence: 1 }],
    ['the strongest piece counts', { Q: { v: 'yes', ev: ['E1', 0.2, 'E2'] } }, { phi: 0.7 }],
    ['a no needs no proof', { Q: { v: 'no' } }, { discounted: 1, confidence: 1 }],
  ])('%s', (_, answers, expected) => {
    expect(line(document, { ...rest, ...answers }, 'Q')).toMatchObject(expected);
  });

  test('facts only keeps answers and refusals, after inheritance has been resolved', () => {
    const { n, answered, missing, lines } = scoreAssessment(bank, {
      context: { hosting: 'full' },
      answers: {
        'BKP-02': { refused: true },
        'BKP-07': { v: 3 },
        'FIN-03': { na: 'accepted' },
        'FIN-01': { v: 'plan' },
      },
      mode: 'facts-only',
    });

    expect({ n, answered, missing }).toEqual({ n: 2, answered: 2, missing: 0 });
    expect(lines.filter(({ counted }) => counted).map(({ question }) => question)).toEqual([
      'FIN-01',
      'BKP-02',
    ]);
  });

  test('without a question left there is no score', () => {
    const none = {
      unscored: 'no-question',
      score: null,
      grade: null,
      base: null,
      confidence: null,
      floor: 0,
      knockouts: [],
    };

    expect(scoreAssessment(document, { context: {}, answers: {}, mode: 'facts-only' })).toMatchObject(none);
    expect(
      scoreAssessment(document, { context: {}, answers: { Q: { na: 'accepted' }, R: { na: 'accepted' } } }),
    ).toMatchObject({ ...none, n: 2, missing: 0 });
  });
});

describe('text and file questions', () => {
  const document = aDocument({
    A: [aSingle('Q'), aText('FREE'), aText('ASKED', { mandatory: true }), aText('RISKY', { risk: 0.3 })],
  });

  test.each<[string, string, Answers, object]>([
    ['a text left out does not count', 'FREE', {}, { status: 'missing', counted: false }],
    ['a text given does not count', 'FREE', { FREE: { v: 'words' } }, { status: 'answered', counted: false }],
    [
      'a text that is asked for and missing counts 1',
      'ASKED',
      {},
      { status: 'missing', counted: true, discounted: 1 },
    ],
    ['once given it leaves the means', 'ASKED', { ASKED: { v: 'words' } }, { counted: false }],
    [
      'the risk of the author counts',
      'RISKY',
      { RISKY: { v: 'words', ev: ['E4'] } },
      { counted: true, discounted: 0.3 },
    ],
    ['and silence does not escape it', 'RISKY', {}, { counted: true, discounted: 1 }],
  ])('%s', (_, id, answers, expected) => {
    expect(line(document, answers, id)).toMatchObject(expected);
  });
});
