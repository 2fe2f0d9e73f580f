import { type RequestFacts, stuckAfterDays, whyStuck } from './stuck.js';

const now = '2026-11-24T09:00:00.000Z';
const old = '2026-11-20T09:00:00.000Z';
const recent = '2026-11-23T09:00:00.000Z';
const sent: RequestFacts = {
  ...{ status: 'sent', statusAt: old, bounced: false, openedAt: null, askedAt: old, lastSavedAt: null },
  ...{ parts: 0, askedUsAt: null, askedThemAt: null },
};

describe('who is stuck, and why', () => {
  test.each<[string, Partial<RequestFacts>]>([
    ['bounced', { bounced: true, askedAt: recent }],
    ['bounced', { bounced: true, status: 'returned', askedUsAt: old }],
    ['awaiting-us', { status: 'in-progress', askedUsAt: recent, parts: 2 }],
    ['returned', { status: 'returned', askedThemAt: old }],
    ['unopened', {}],
    ['not-started', { openedAt: old }],
    ['not-started', { status: 'opened', openedAt: old, statusAt: recent }],
    ['delegated', { status: 'in-progress', parts: 1, lastSavedAt: old }],
    ['idle', { status: 'in-progress', lastSavedAt: old }],
    ['awaiting-them', { status: 'in-review', askedThemAt: old }],
  ])('%s: %j', (kind, more) => {
    expect(whyStuck({ ...sent, ...more }, now)?.kind).toBe(kind);
  });

  test.each<[string, Partial<RequestFacts>]>([
    ['was asked yesterday', { askedAt: recent }],
    ['was returned yesterday', { status: 'returned', statusAt: recent }],
    ['writes', { status: 'in-progress', lastSavedAt: recent, parts: 3 }],
    ['is for us to read', { status: 'submitted' }],
    ['is decided', { status: 'decided', bounced: true, askedUsAt: old, askedThemAt: old }],
    ['is cancelled', { status: 'cancelled', bounced: true }],
  ])('nobody is who %s', (_, more) => {
    expect(whyStuck({ ...sent, ...more }, now)).toBeNull();
  });

  test('days are counted to the hour', () => {
    const at = (hours: number): string => new Date(Date.parse(now) - hours * 3_600_000).toISOString();
    expect(whyStuck({ ...sent, askedAt: at(24 * stuckAfterDays - 1) }, now)).toBeNull();
    expect(whyStuck({ ...sent, askedAt: at(24 * stuckAfterDays) }, now)?.kind).toBe('unopened');
  });
});
