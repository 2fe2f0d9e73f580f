import type { SupplierQuestion } from '../questionnaires/supplier-questionnaire.js';
import { fitAnswer, isReconfirmed } from './fit-answer.js';
import type { LibraryAnswer } from './library-entry.js';
import { askable, type LibraryQuestion } from './library-question.js';

const now = '2026-11-28T09:00:00.000Z';
const text = { fr: 'La copie ?', en: 'The copy?' };
const option = (value: string, fr: string) => ({ value, label: { fr, en: `${fr} (en)` } });
const single = (...options: ReturnType<typeof option>[]): LibraryQuestion => ({
  id: 'Q',
  text,
  type: 'single',
  options,
});
const hours: LibraryQuestion = { id: 'Q', text, type: 'number', unit: { fr: 'h', en: 'h' }, none: true };
const days: LibraryQuestion = { ...hours, unit: { fr: 'jours', en: 'days' } };
const said = (value: string | number | readonly string[]): LibraryAnswer => ({ state: 'answered', value });
const yes = option('oui', 'Oui');

test.each([
  ['an option that is there', single(yes), single(yes), said('oui'), 'same-key', 'oui'],
  [
    'an option whose label was reworded, under its key',
    single(option('oui', 'Oui, testée')),
    single(yes),
    said('oui'),
    'same-key',
    'oui',
  ],
  [
    'an option of another author with the same label',
    single(option('yes', 'Oui')),
    single(yes),
    said('oui'),
    'alike',
    'yes',
  ],
  ['a number in the same unit', hours, hours, said(24), 'alike', 24],
  ['none, whatever the unit', days, hours, said('none'), 'same-key', 'none'],
] as const)('%s is taken over', (_name, question, earlier, answer, how, value) => {
  const fit = fitAnswer(askable(question), { question: earlier, answer }, how, now);
  expect(fit).toEqual({ fits: true, answer: { state: 'answered', value } });
});

test.each([
  [
    'an option that is gone',
    single(option('non', 'Non')),
    single(yes),
    said('oui'),
    'same-question',
    'option',
  ],
  [
    'an option of another author that means something else',
    single(option('oui', 'Oui, mais')),
    single(yes),
    said('oui'),
    'alike',
    'option',
  ],
  ['another unit', days, hours, said(24), 'same-key', 'unit'],
  ['another kind of answer', hours, single(yes), said('oui'), 'same-key', 'type'],
  ['a value that is refused now', hours, hours, said(-1), 'same-key', 'value'],
] as const)('%s can be read and not taken over', (_name, question, earlier, answer, how, why) => {
  expect(fitAnswer(askable(question), { question: earlier, answer }, how, now)).toEqual({ fits: false, why });
});

test('"does not apply" is taken over only where it is accepted', () => {
  const question = askable(hours);
  const content = { question: hours, answer: { state: 'na', justification: 'Hors mission' } as const };
  expect(fitAnswer(question, content, 'same-key', now)).toMatchObject({ fits: true });
  const strict: SupplierQuestion = { ...question, notApplicable: false };
  expect(fitAnswer(strict, content, 'same-key', now)).toEqual({ fits: false, why: 'not-applicable' });
});

test('several options fit together or not at all', () => {
  const many = (...options: ReturnType<typeof option>[]): LibraryQuestion => ({
    id: 'Q',
    text,
    type: 'multi',
    options,
  });
  const before = many(option('a', 'A'), option('b', 'B'));
  const fit = (question: LibraryQuestion) =>
    fitAnswer(askable(question), { question: before, answer: said(['a', 'b']) }, 'same-key', now);
  expect(fit(many(option('b', 'B'), option('a', 'A')))).toMatchObject({
    fits: true,
    answer: { value: ['b', 'a'] },
  });
  expect(fit(many(option('a', 'A')))).toEqual({ fits: false, why: 'option' });
  expect(fit(many(option('a', 'A'), option('c', 'C')))).toEqual({ fits: false, why: 'option' });
});

test('pieces alone are no answer', () => {
  const file: LibraryQuestion = { id: 'Q', text, type: 'file' };
  expect(fitAnswer(askable(file), { question: file, answer: { state: 'pieces' } }, 'same-key', now)).toEqual({
    fits: 'pieces',
  });
});

test('only the earlier answer to the letter is reconfirmed', () => {
  const content = { question: hours, answer: { state: 'answered', value: 24, comment: 'Nuit' } as const };
  const check = (answer: object) => isReconfirmed(askable(hours), content, answer as never, now);
  expect(check({ state: 'answered', value: 24, comment: 'Nuit' })).toBe(true);
  expect(check({ state: 'answered', value: 24 })).toBe(false);
  expect(check({ state: 'answered', value: 25, comment: 'Nuit' })).toBe(false);
  expect(check({ state: 'refused' })).toBe(false);
});
