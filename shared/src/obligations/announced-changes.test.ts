import {
  announcedChangeEvents,
  announcedChangeObligations,
  type AnnouncedChange,
} from './announced-changes.js';
import { obligationReason, obligationTitle } from './describe.js';
import { reassessmentObligations } from './reassessments.js';
import { regulations } from './regulations.js';

const change: AnnouncedChange = {
  key: 'regulation/x',
  regulation: regulations[0]?.id ?? '',
  changeBy: '2027-03-01',
  saidAt: '2026-11-22T09:00:00.000Z',
  assessmentId: 'a',
  mark: null,
};
const done = { act: 'done', dueOn: '2027-03-01', on: '2027-02-20' } as const;
const putOff = { act: 'postponed', dueOn: '2027-03-01', on: '2027-03-15' } as const;

test('the day that a supplier named is an obligation, told with where it comes from', () => {
  const [one] = announcedChangeObligations([change]);
  expect(one).toMatchObject({ key: 'announced-change/regulation/x', dueOn: '2027-03-01', settledOn: null });
  if (one === undefined) throw new Error('no obligation');
  expect(obligationTitle(one, 'fr')).toContain(regulations[0]?.name.fr ?? '?');
  expect(obligationReason(one, 'fr')).toBe('Le fournisseur a nommé ce jour dans sa réponse du 22 nov. 2026.');
});

test.each([
  ['the day itself', change, '2027-03-01', 0, '2027-03-02'],
  ['the day after', change, '2027-03-02', 1, null],
  ['found to be made', { ...change, mark: done }, '2027-03-02', 0, null],
  ['put off', { ...change, mark: putOff }, '2027-03-02', 0, '2027-03-16'],
  ['put off, and passed again', { ...change, mark: putOff }, '2027-03-16', 1, null],
  ['marked for another day', { ...change, mark: { ...done, dueOn: '2027-01-01' } }, '2027-03-02', 1, null],
])('%s', (_, of, today, events, againOn) => {
  const found = announcedChangeEvents([of], today);
  expect([found.events.length, found.againOn]).toEqual([events, againOn]);
});

test('a day that passed proposes a reassessment to whom had answered before, once for each day', () => {
  const { events } = announcedChangeEvents([change], '2027-03-05');
  const [one] = reassessmentObligations(events, [Date.parse('2026-12-01T09:00:00.000Z')]);
  expect(one).toMatchObject({
    key: 'reassessment/announced-change/regulation/x/2027-03-01',
    facts: { trigger: 'announced-change', happenedOn: '2027-03-02' },
    settledOn: null,
  });
  if (one === undefined) throw new Error('no reassessment');
  expect(obligationReason(one, 'en')).toContain('2 Mar 2027');
  const moved = announcedChangeEvents([{ ...change, changeBy: '2027-03-03' }], '2027-03-05');
  expect(moved.events[0]?.key).not.toBe(events[0]?.key);
});
