import { Injectable } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import type { Logger } from 'pino';
import { Work } from '../database/work.js';
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
        const error = await this.send(mail);
        const attempts = mail.attempts + 1;
        if (error === null) {
          sent += 1;
          // Once delivered, the text and its one-time secrets are no longer kept; the demo mailbox is their only reader.
          const forget = this.transport === null ? '' : ', body_text = NULL, body_html = NULL';
          await tx.query(
            `UPDATE mail_messages SET state = 'sent', sent_at = coalesce(played_at(), now()), attempts = $2, last_error = NULL${forget}
             WHERE id = $1`,
            [mail.id, attempts],
          );
        } else {
          await tx.query(
            `UPDATE mail_messages SET state = $2, attempts = $3, last_error = $4,
               next_attempt_at = now() + make_interval(secs => $5) WHERE id = $1`,
            [
              mail.id,
              attempts >= maxAttempts ? 'failed' : 'queued',
              attempts,
              error.slice(0, 500),
              15 * 2 ** attempts,
            ],
          );
        }
        return true;
      });
      if (!more) return sent;
    }
  }

  private async send(mail: DueMail): Promise<string | null> {
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
      return error instanceof Error ? error.message : 'unknown error';
    }
  }
}
