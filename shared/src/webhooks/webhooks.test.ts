import fc from 'fast-check';
import { isEventKind } from '../audit/sentence.js';
import { actions } from '../permissions.js';
import { tokenScopes, tokenScopesOf } from '../tokens/token-scopes.js';
import { afterAttempt } from './retry.js';
import { eventKindOf, trialType, webhookBody, webhookTypes } from './webhook-types.js';
import { isWebhookUrl } from './webhook-url.js';

const hour = 3_600;

test.each([
  ['taken', { seconds: 0, status: 204, failingSeconds: null }, { delivery: 'delivered' }],
  [
    'a first failure',
    { seconds: 0, status: 500, failingSeconds: null },
    { inSeconds: 5, endpoint: 'active' },
  ],
  ['an hour later', { seconds: hour, status: null, failingSeconds: hour }, { inSeconds: 1_200 }],
  [
    'a day later',
    { seconds: 24 * hour, status: 302, failingSeconds: 24 * hour },
    { inSeconds: hour, delivery: 'queued' },
  ],
  ['gone', { seconds: 0, status: 410, failingSeconds: null }, { delivery: 'queued', endpoint: 'gone' }],
  [
    'three days of failures',
    { seconds: 80 * hour, status: 500, failingSeconds: 72 * hour },
    { delivery: 'queued', endpoint: 'failing' },
  ],
  [
    'a message that it alone refuses',
    { seconds: 72 * hour, status: 400, failingSeconds: 60 },
    { delivery: 'failed', endpoint: 'active' },
  ],
])('after an attempt: %s', (_, attempted, expected) => {
  expect(afterAttempt(attempted)).toMatchObject(expected);
});

test('a message is tried again within an hour of any failure, for a day at least', () => {
  const statuses = fc.constantFrom(null, 301, 400, 404, 429, 500, 503);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 24 * hour }), statuses, (seconds, status) => {
      const next = afterAttempt({ seconds, status, failingSeconds: seconds });
      expect(next).toMatchObject({ delivery: 'queued', endpoint: 'active' });
      expect('inSeconds' in next && next.inSeconds <= hour).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['https://suivi.acme.example/probant?x=1', true],
  ['https://suivi.acme.example:8443', true],
  ['https://203.0.114.7/x', true],
  ['https://suivi.acme.example:65536/', false],
  ['https://suivi.acme.example:0/', false],
  [`https://${'a'.repeat(64)}.example/`, false],
  ['http://suivi.acme.example/', false],
  ['https://u:p@suivi.acme.example/', false],
  ['https://suivi.acme.example/#x', false],
  ['https://suivi.acme.example\\@10.0.0.1/', false],
  ['https://localhost/', false],
  ['https://serveur/', false],
  ['https://base.internal/', false],
  ['https://imprimante.local/', false],
  ['https://10.0.0.1/', false],
  ['https://127.1/', false],
  ['https://2130706433/', false],
  ['https://[::1]/', false],
  ['https://[::ffff:10.0.0.1]/', false],
])('%s may be told of events: %s', (url, may) => {
  expect(isWebhookUrl(url)).toBe(may);
});

test('only what the list names is told of an event, and every type tells of a kind that exists', () => {
  const event = { kind: 'decided', assessmentId: 'a', outcome: 'refuse', reason: 'parce que', '~with': 'b' };
  expect(webhookBody('decided', event, '2026-11-22T09:00:00.000Z')).toEqual({
    type: 'decision.recorded',
    timestamp: '2026-11-22T09:00:00.000Z',
    data: { assessmentId: 'a', outcome: 'refuse' },
  });
  const expiring = { kind: 'certificate-expiring', certificateId: 'c', holderName: 'Granit', daysLeft: 30 };
  expect(webhookBody('certificate-expiring', expiring, '2026-11-22T09:00:00.000Z')).toMatchObject({
    type: 'certificate.expiring',
    data: { certificateId: 'c', daysLeft: 30 },
  });
  expect(JSON.stringify(webhookBody('certificate-expiring', expiring, ''))).not.toContain('Granit');
  expect(webhookBody(trialType, { secret: 1 }, '2026-11-22T09:00:00.000Z').data).toEqual({});
  expect(webhookTypes.filter((type) => !isEventKind(eventKindOf(type)))).toEqual([]);
});

test('a scope is an action of one side, and none lets a token manage people, tokens or webhooks', () => {
  expect(tokenScopes.filter((scope) => !actions.includes(scope))).toEqual([]);
  expect([...tokenScopesOf('buyer'), ...tokenScopesOf('supplier')].sort()).toEqual([...tokenScopes].sort());
  expect(tokenScopes.filter((scope) => /^(members|organisation|tokens|webhooks):/.test(scope))).toEqual([]);
});
