import { noticeClock } from './clock.js';
import { alertOf, decideEnding, type Ending, type EndingAlert, type ServedNotice } from './endings.js';

/** Douai: told on 25 May 2018, effective 30 June, for breaches, without prior formal notice. */
const douai: Ending = { ground: 'breach', toldOn: '2018-05-25', effectiveOn: '2018-06-30', note: '' };
const servedOn = (receivedOn: string, withdrawn = false): ServedNotice => ({
  firstSafeOn: noticeClock(receivedOn, 30).firstSafeOn,
  withdrawn,
});

test.each<readonly [string, Partial<Ending>, readonly ServedNotice[], EndingAlert | null]>([
  ['for a breach, without notice', {}, [], 'no-notice'],
  ['for a breach, after a notice without effect', {}, [servedOn('2018-04-18')], null],
  [
    'for a breach, on the last day of the period',
    { toldOn: '2018-05-18' },
    [servedOn('2018-04-18')],
    'too-early',
  ],
  ['for a breach, after a notice that was withdrawn', {}, [servedOn('2018-04-18', true)], 'no-notice'],
  [
    'for a breach, with one of two notices expired',
    {},
    [servedOn('2018-05-20'), servedOn('2018-04-01')],
    null,
  ],
  ['in an emergency', { ground: 'urgent-breach' }, [], 'urgency-to-prove'],
  ['at the end of the term', { ground: 'term' }, [], null],
  ['by agreement', { ground: 'agreement' }, [], null],
  ['because it became unlawful', { ground: 'regulation' }, [], null],
  ['by the supplier', { ground: 'supplier' }, [], null],
])('a contract ended %s', (_, ending, served, expected) => {
  expect(alertOf({ ...douai, ...ending }, served)).toBe(expected);
});

test.each<readonly [string, Partial<Ending>, readonly string[]]>([
  ['stands', {}, []],
  ['was not told tomorrow', { toldOn: '2026-01-02', effectiveOn: '2026-02-01' }, ['/toldOn date-in-future']],
  ['does not end before it was told', { effectiveOn: '2018-05-24' }, ['/effectiveOn ends-before-it-starts']],
  ['has days that exist', { toldOn: '2018-02-30' }, ['/toldOn not-a-date']],
])('an ending %s', (_, changed, expected) => {
  const decided = decideEnding({ ...douai, ...changed }, '2026-01-01');
  const errors = decided.accepted ? [] : (decided.refusal.errors ?? []);
  expect(errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(expected);
});
