import { hours, table, texts, ticks, yesNo } from '../testing/small-document.js';
import { deriveOutlook, fateOfAnswer } from './answer-fate.js';
import type { Question } from './document.js';

const option = (value: string) => ({ value, label: texts, risk: 0.5 });
const change = (question: Question, more: object): Question => ({ ...question, ...more });

test.each<[string, Question, Question, string]>([
  ['itself', yesNo, yesNo, 'kept'],
  [
    'the risk of a choice',
    yesNo,
    change(yesNo, { options: yesNo.options.map((one) => ({ ...one, risk: 0.1 })) }),
    'kept',
  ],
  ['a choice more', yesNo, change(yesNo, { options: [...yesNo.options, option('partie')] }), 'reconfirm'],
  [
    'a choice reworded',
    yesNo,
    change(yesNo, { options: yesNo.options.map((one) => ({ ...one, label: { fr: 'Autre', en: 'Other' } })) }),
    'reconfirm',
  ],
  ['another order of choices', yesNo, change(yesNo, { options: yesNo.options.toReversed() }), 'kept'],
  ['one choice to several', yesNo, ticks, 'dropped'],
  [
    'a curve',
    hours,
    change(hours, {
      curve: [
        [0, 0],
        [99, 1],
      ],
    }),
    'kept',
  ],
  ['another unit', hours, change(hours, { unit: { fr: 'jours', en: 'days' } }), 'dropped'],
  ['a number that becomes a duration', hours, change(hours, { type: 'duration' }), 'reconfirm'],
  ['a number that becomes a date', hours, change(hours, { type: 'date_age' }), 'dropped'],
  ['the rows required', table, change(table, { rowsRequired: [] }), 'reconfirm'],
  ['the risks of rows', table, change(table, { rowRisk: [] }), 'kept'],
  ['a piece asked for', yesNo, change(yesNo, { evidence: { need: 'required', kinds: [] } }), 'reconfirm'],
])('%s', (_, before, after, fate) => {
  expect(deriveOutlook(before, after).fate).toBe(fate);
});

test('only the answers that took a choice that is gone are dropped', () => {
  const outlook = deriveOutlook(yesNo, change(yesNo, { options: yesNo.options.slice(0, 1) }));
  expect(fateOfAnswer(outlook, { state: 'answered', value: 'oui' })).toBe('kept');
  expect(fateOfAnswer(outlook, { state: 'answered', value: 'non' })).toBe('dropped');
  expect(fateOfAnswer(outlook, { state: 'cleared' })).toBe('kept');
  const several = deriveOutlook(
    ticks,
    change(ticks, { options: 'options' in ticks ? ticks.options.slice(1) : [] }),
  );
  expect(fateOfAnswer(several, { state: 'answered', value: ['o1', 'o2'] })).toBe('kept');
  expect(fateOfAnswer(several, { state: 'answered', value: ['o0', 'o2'] })).toBe('dropped');
});

test('none and not applicable are dropped where they are no answers any more', () => {
  const figuresOnly = change(hours, { noneRisk: undefined });
  const none = deriveOutlook(hours, figuresOnly);
  expect(fateOfAnswer(none, { state: 'answered', value: 'none' })).toBe('dropped');
  expect(fateOfAnswer(none, { state: 'answered', value: 4 })).toBe('kept');
  const given = deriveOutlook(change(yesNo, { notApplicable: true }), yesNo);
  expect(fateOfAnswer(given, { state: 'na', justification: 'Hors prestation' })).toBe('dropped');
  expect(fateOfAnswer(given, { state: 'refused' })).toBe('kept');
});
