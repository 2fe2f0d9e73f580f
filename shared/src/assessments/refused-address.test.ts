import { refusesAddress } from './refused-address.js';

test.each<[string, number, string, boolean]>([
  ['RCPT TO', 550, '550 5.1.1 User unknown', true],
  ['RCPT TO', 550, '550 No such user here', true],
  ['RCPT TO', 551, '551 User not local', true],
  ['RCPT TO', 553, '553 5.1.3 Bad address', true],
  ['RCPT TO', 550, '550 5.2.1 Mailbox disabled', true],
  ['RCPT TO', 552, '552 5.2.2 Mailbox full', false],
  ['RCPT TO', 554, '554 5.7.1 Relay access denied', false],
  ['RCPT TO', 550, '550 5.7.1 Blocked by policy', false],
  ['RCPT TO', 450, '450 4.1.1 Try again later', false],
  ['RCPT TO', 554, '554 Transaction failed', false],
  ['MAIL FROM', 550, '550 5.1.8 Sender unknown', false],
  ['DATA', 550, '550 Message refused', false],
])('%s %i %s', (command, code, reply, refused) => {
  expect(refusesAddress({ command, code, reply })).toBe(refused);
});
