import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/work.js';
import { newId } from '../database/new-id.js';

export interface MailMessage {
  readonly organisationId: string | null;
  readonly assessmentId?: string;
  readonly template: string;
  readonly to: { readonly address: string; readonly name: string };
  readonly language: 'fr' | 'en';
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** When it may leave; at once unless told. */
  readonly notBefore?: Date;
}

/** The outbox: a message is a row of the transaction that causes it, so that neither goes without the other. */
@Injectable()
export class Mail {
  async post(tx: Tx, message: MailMessage): Promise<string> {
    const id = newId();
    await tx.query(
      `INSERT INTO mail_messages (id, organisation_id, assessment_id, template, to_address, to_name, language, subject, body_text, body_html,
         next_attempt_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, coalesce($11, now()))`,
      [
        id,
        message.organisationId,
        message.assessmentId ?? null,
        message.template,
        message.to.address,
        message.to.name,
        message.language,
        message.subject,
        message.text,
        message.html,
        message.notBefore ?? null,
      ],
    );
    return id;
  }
}
