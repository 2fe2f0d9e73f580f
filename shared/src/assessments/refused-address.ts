export interface SmtpRefusal {
  /** The command that was refused, `RCPT TO` for an address. */
  readonly command: string;
  /** Three digits. */
  readonly code: number;
  /** The words of the server. */
  readonly reply: string;
}

/** Mailboxes that do not exist, have moved, or are shut: writing again would end in the same way. */
const lostMailbox = /^5\.(1\.[1-36]|2\.1)$/;
const basicCodes: readonly number[] = [550, 551, 553];

/**
 * True when the server says for good that nobody receives mail at the address. What it refuses for other reasons (policy, relay,
 * a mailbox that is full, the sender) says nothing about the address, and is tried again.
 */
export function refusesAddress({ command, code, reply }: SmtpRefusal): boolean {
  if (command.toUpperCase() !== 'RCPT TO' || code < 500 || code > 599) return false;
  const enhanced = /\b5\.\d{1,3}\.\d{1,3}\b/.exec(reply)?.[0];
  return enhanced === undefined ? basicCodes.includes(code) : lostMailbox.test(enhanced);
}
