import { tellEvent } from './tell-event.js';

const text = '{"everywhere":true,"kind":"signed-out"}';

test.each([
  [
    'member',
    'Claire Delmas',
    'Claire Delmas s’est déconnecté partout.',
    'Claire Delmas signed out everywhere.',
  ],
  [
    'former-member',
    null,
    'Un ancien membre s’est déconnecté partout.',
    'A former member signed out everywhere.',
  ],
  [
    'recipient',
    null,
    'Le destinataire du lien s’est déconnecté partout.',
    'The holder of the link signed out everywhere.',
  ],
  ['other-side', null, 'L’autre partie s’est déconnecté partout.', 'The other party signed out everywhere.'],
  ['system', null, 'Probant s’est déconnecté partout.', 'Probant signed out everywhere.'],
] as const)('an act of a %s is told in both languages', (kind, name, french, english) => {
  const event = { kind: 'signed-out', text, actor: { kind, name } };
  expect([tellEvent(event, 'fr'), tellEvent(event, 'en')]).toEqual([french, english]);
});

test('a kind of a later version is told by its name', () => {
  const event = { kind: 'contract-signed', text: '{}', actor: { kind: 'system', name: null } as const };
  expect(tellEvent(event, 'en')).toBe('Probant: contract-signed.');
});
