import { tellEvent } from './tell-event.js';

const text = '{"everywhere":true,"kind":"signed-out"}';

test.each([
  [
    'member',
    'Claire Delmas',
    'Claire Delmas a fermé toutes ses sessions.',
    'Claire Delmas signed out everywhere.',
  ],
  [
    'former-member',
    null,
    'Un ancien membre a fermé toutes ses sessions.',
    'A former member signed out everywhere.',
  ],
  [
    'recipient',
    null,
    'Le destinataire du lien a fermé toutes ses sessions.',
    'The holder of the link signed out everywhere.',
  ],
  [
    'other-side',
    null,
    'L’autre partie a fermé toutes ses sessions.',
    'The other party signed out everywhere.',
  ],
  ['system', null, 'Probant a fermé toutes ses sessions.', 'Probant signed out everywhere.'],
] as const)('an act of a %s is told in both languages', (kind, name, french, english) => {
  const event = { kind: 'signed-out', text, actor: { kind, name } };
  expect([tellEvent(event, 'fr'), tellEvent(event, 'en')]).toEqual([french, english]);
});

test('a kind of a later version is told by its name', () => {
  const event = { kind: 'contract-signed', text: '{}', actor: { kind: 'system', name: null } as const };
  expect([tellEvent(event, 'fr'), tellEvent(event, 'en')]).toEqual([
    'Probant\u00a0: contract-signed.',
    'Probant: contract-signed.',
  ]);
});
