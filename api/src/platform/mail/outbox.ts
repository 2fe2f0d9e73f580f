import { Injectable } from '@nestjs/common';
import { refusesAddress } from '@probant/shared/assessments/refused-address';
import { createTransport, type Transporter } from 'nodemailer';
import type { Logger } from 'pino';
import { newId } from '../database/new-id.js';
import { speakFor, Work, type Tx } from '../database/work.js';
import { repeat, type Repeating } from '../process/repeat.js';

export interface Delivery {
  readonly smtpUrl: string;
  readonly from: string;
}

interface DueMail {
  readonly id: string;
  readonly to_address: string;
  readonly to_name: string;
  readonly subject: string;
  readonly body_text: string;
  readonly body_html: string;
  readonly attempts: number;
}

interface Failure {
  readonly message: string;
  /** The server says for good that nobody receives mail there: trying again would end in the same way. */
  readonly addressRefused: boolean;
}

const maxAttempts = 8;
const pollMs = 1_000;

/** Sends what the outbox holds, with growing pauses after a failure; several processes share the work by row locks. */
@Injectable()
export class Outbox {
  private repeating: Repeating | undefined;
  private readonly transport: Transporter | null;

  constructor(
    private readonly work: Work,
    private readonly delivery: Delivery | null,
    private readonly log: Pick<Logger, 'warn'>,
  ) {
    this.transport = delivery ? createTransport(delivery.smtpUrl) : null;
  }

  start(): void {
    this.repeating = repeat(() => this.sendDue(), {
      everyMs: pollMs,
      onError: (error) => this.log.warn({ err: error }, 'outbox'),
    });
  }

  async stop(): Promise<void> {
    await this.repeating?.stop();
    this.transport?.close();
  }

  /** Sends every message that is due; returns how many. Without SMTP the demo mailbox is the delivery. */
  async sendDue(): Promise<number> {
    let sent = 0;
    for (;;) {
      const more = await this.work.serve('outbox', async (tx) => {
        const [mail] = await tx.query<DueMail>('SELECT * FROM take_due_mail(1)');
        if (!mail) return false;
        const failure = await this.send(mail);
        const attempts = mail.attempts + 1;
        if (failure === null) {
          sent += 1;
          // Once delivered, the text and its one-time secrets are no longer kept; the demo mailbox is their only reader.
          const forget = this.transport === null ? '' : ', body_text = NULL, body_html = NULL';
          await tx.query(
            `UPDATE mail_messages SET state = 'sent', sent_at = coalesce(played_at(), now()), attempts = $2, last_error = NULL${forget}
             WHERE id = $1`,
            [mail.id, attempts],
          );
          await resumeAddress(tx, mail);
        } else {
          const over = failure.addressRefused || attempts >= maxAttempts;
          await tx.query(
            `UPDATE mail_messages SET state = $2, attempts = $3, last_error = $4,
               next_attempt_at = now() + make_interval(secs => $5) WHERE id = $1`,
            [
              mail.id,
              over ? 'failed' : 'queued',
              attempts,
              failure.message.slice(0, 500),
              15 * 2 ** attempts,
            ],
          );
          if (failure.addressRefused) await pauseAddress(tx, mail, failure.message.slice(0, 500));
        }
        return true;
      });
      if (!more) return sent;
    }
  }

  private async send(mail: DueMail): Promise<Failure | null> {
    if (!this.transport || !this.delivery) return null;
    try {
      await this.transport.sendMail({
        from: this.delivery.from,
        to: { name: mail.to_name, address: mail.to_address },
        subject: mail.subject,
        text: mail.body_text,
        html: mail.body_html,
      });
      return null;
    } catch (error) {
      return toFailure(error);
    }
  }
}

function toFailure(error: unknown): Failure {
  if (!(error instanceof Error)) return { message: 'unknown error', addressRefused: false };
  // What nodemailer adds to the refusals of a server.
  const {
    command = '',
    responseCode = 0,
    response = '',
  } = error as Partial<Record<'command' | 'response', string>> & { readonly responseCode?: number };
  return {
    message: error.message,
    addressRefused: refusesAddress({ command, code: responseCode, reply: response }),
  };
}

/** What arrives shows that the address is right. */
async function resumeAddress(tx: Tx, mail: DueMail): Promise<void> {
  await tx.query(
    `UPDATE paused_addresses SET resumed_at = coalesce(played_at(), now())
     WHERE organisation_id = (SELECT organisation_id FROM mail_messages WHERE id = $1) AND address = $2 AND resumed_at IS NULL`,
    [mail.id, mail.to_address],
  );
}

async function pauseAddress(tx: Tx, mail: DueMail, reply: string): Promise<void> {
  const { organisation_id: organisationId } = await tx.get<{ organisation_id: string | null }>(
    'SELECT organisation_id FROM mail_messages WHERE id = $1',
    [mail.id],
  );
  if (organisationId === null) return;
  const paused = await tx.query(
    `INSERT INTO paused_addresses (organisation_id, id, address, reply, paused_at)
     VALUES ($1, $2, $3, $4, coalesce(played_at(), now())) ON CONFLICT DO NOTHING RETURNING id`,
    [organisationId, newId(), mail.to_address, reply],
  );
  if (paused.length === 0) return;
  const speaking = await speakFor(tx, organisationId, null, 'outbox');
  await speaking.record({ kind: 'address-paused', email: mail.to_address, reply });
}
