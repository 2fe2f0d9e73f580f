import fc from 'fast-check';
import { decideHandReminder, handReminder } from './hand-reminder.js';
import { acceptsAnswers, assessmentStatuses } from './lifecycle.js';

const today = '2026-11-24';
const facts = { status: 'opened', bounced: false, lastLetterOn: '2026-11-23' } as const;

test('leaves only while answers are awaited, to an address that receives, once a day', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...assessmentStatuses),
      fc.boolean(),
      fc.option(fc.constantFrom('2026-11-23', '2026-11-24', '2026-11-25')),
      (status, bounced, lastLetterOn) => {
        const asked = { status, bounced, lastLetterOn };
        const may = acceptsAnswers(status) && !bounced && lastLetterOn === '2026-11-23';
        expect(handReminder(asked, today).refusal === null).toBe(may);
        expect(decideHandReminder(asked, today).accepted).toBe(may);
      },
    ),
    { numRuns: 60 },
  );
});

test('says when the next may leave where only the day stands against it', () => {
  expect(handReminder({ ...facts, lastLetterOn: today }, today)).toEqual({
    ...{ refusal: 'today', nextOn: '2026-11-25' },
  });
  // The buyer has moved to another zone since, where that day is still to come.
  expect(handReminder({ ...facts, lastLetterOn: '2026-11-25' }, today).nextOn).toBe('2026-11-26');
  expect(handReminder({ ...facts, bounced: true, lastLetterOn: today }, today)).toEqual({
    ...{ refusal: 'bounced', nextOn: null },
  });
});

test.each([
  [{ ...facts, status: 'submitted' }, { code: 'transition-refused' }],
  [{ ...facts, lastLetterOn: null }, { code: 'transition-refused' }],
  [{ ...facts, bounced: true }, { code: 'reminder-bounced' }],
  [
    { ...facts, lastLetterOn: today },
    { code: 'reminded-today', params: { day: '2026-11-25' } },
  ],
] as const)('%j is refused with its reason', (asked, refusal) => {
  expect(decideHandReminder(asked, today)).toMatchObject({ accepted: false, refusal });
});
