import type { QuestionnaireDocument } from '../questionnaires/document.js';
import { aDocument, aSingle } from '../testing/mini-document.js';
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

const child = aSingle('C', {
  inheritIf: [
    { q: 'LATER', value: 'yes', risk: 0.9 },
    { q: 'P', value: 'partly', risk: 0.2 },
    { q: 'P', riskGte: 1, risk: 0.7 },
    { q: 'P', value: 'yes', risk: 0 },
  ],
});
const document = aDocument({
  A: [aSingle('P', { scope: { not: { ctx: { mssp: true } } } }), child, aSingle('LATER')],
});
const own = { C: proven('no') };

test.each<[string, Answers, object]>([
  [
    'a value of the parent',
    { P: { v: 'partly', ev: ['E1'] } },
    { status: 'inherited', risk: 0.2, phi: 0.35 },
  ],
  ['a risk of the parent', { P: { v: 'no', ev: ['E2'] } }, { status: 'inherited', risk: 0.7, phi: 0.7 }],
  ['a question made moot needs no proof', { P: { v: 'yes' } }, { status: 'inherited', risk: 0, phi: 1 }],
  ['a missing parent leaves the worst of all rules', {}, { status: 'inherited', risk: 0.9, phi: 0 }],
  ['a pending N/A is a missing parent', { P: { na: 'pending' } }, { status: 'inherited', risk: 0.9, phi: 0 }],
  [
    'a refused parent has risk 1 and no value',
    { P: { refused: true } },
    { status: 'inherited', risk: 0.7, phi: 0 },
  ],
  ['an accepted N/A is skipped', { P: { na: 'accepted' } }, { status: 'answered', risk: 1, phi: 1 }],
  [
    'a later parent is skipped',
    { P: { na: 'accepted' }, LATER: { v: 'yes' } },
    { status: 'answered', risk: 1 },
  ],
])('%s', (_, answers, expected) => {
  expect(line(document, { ...own, ...answers }, 'C')).toMatchObject(expected);
});

test('a parent out of scope is skipped', () => {
  expect(line(document, own, 'C', { context: { mssp: true } })).toMatchObject({
    status: 'answered',
    risk: 1,
  });
});

test('the own answer of the child is ignored, an N/A too', () => {
  expect(line(document, { P: { v: 'no' }, C: { na: 'accepted' } }, 'C')).toMatchObject({
    status: 'inherited',
    counted: true,
  });
});

test('a parent that inherited has a risk but no value', () => {
  const chain = aDocument({
    A: [
      aSingle('P'),
      aSingle('C', { inheritIf: [{ q: 'P', value: 'no', risk: 1 }] }),
      aSingle('BY-VALUE', { inheritIf: [{ q: 'C', value: 'no', risk: 0.4 }] }),
      aSingle('BY-RISK', { inheritIf: [{ q: 'C', riskGte: 1, risk: 0.4 }] }),
    ],
  });
  const answers = { P: proven('no'), C: proven('no'), 'BY-VALUE': proven('yes'), 'BY-RISK': proven('yes') };

  expect(line(chain, answers, 'BY-VALUE')).toMatchObject({ status: 'answered', risk: 0 });
  expect(line(chain, answers, 'BY-RISK')).toMatchObject({
    status: 'inherited',
    risk: 0.4,
    inheritedFrom: 'C',
  });
});
