import { Inject, Injectable } from '@nestjs/common';
import { addresses } from '@probant/shared/addresses';
import type { MailTemplate } from '@probant/shared/audit/assessment-events';
import type { Language } from '@probant/shared/questionnaires/document';
import { IsNull } from 'typeorm';
import type { Scope } from '../../platform/access/scope.js';
import { CONFIG, type ServeConfig } from '../../platform/config/config-token.js';
import type { Tx } from '../../platform/database/work.js';
import type { composeLetter } from '../../platform/mail/letter.js';
import { Mail } from '../../platform/mail/mail.js';
import {
  readContact,
  RecipientEntity,
  Recipients,
  type AssessmentEntity,
} from '../assessments/assessments.public.js';
import { languageOfAddress } from '../identity/identity.public.js';

export interface LetterTo {
  readonly template: MailTemplate;
  readonly notBefore?: Date;
  /** The person needs a link of their own to come back in: the earlier ones stop working. */
  readonly newLink?: boolean;
  readonly compose: (language: Language, address: string) => ReturnType<typeof composeLetter>;
}

/** Whom a letter about an assessment goes to, on either side. */
@Injectable()
export class Correspondents {
  constructor(
    private readonly mail: Mail,
    private readonly recipients: Recipients,
    @Inject(CONFIG) private readonly config: ServeConfig,
  ) {}

  /** To whoever holds the link; nobody when it was revoked. */
  async tellSupplier(tx: Tx, assessment: AssessmentEntity, letter: LetterTo): Promise<void> {
    const recipient = await tx.manager.findOne(RecipientEntity, {
      where: { buyerId: assessment.buyerId, assessmentId: assessment.id, revokedAt: IsNull() },
      lock: { mode: 'pessimistic_write' },
    });
    if (recipient === null) return;
    const address =
      letter.newLink === true
        ? await this.recipients.renewAddress(tx, assessment, recipient)
        : `${this.config.publicUrl}${addresses.answering}/${assessment.id}`;
    await this.mail.post(tx, {
      organisationId: assessment.buyerId,
      assessmentId: assessment.id,
      template: letter.template,
      to: { address: recipient.email, name: recipient.name },
      language: recipient.language,
      ...(letter.notBefore === undefined ? {} : { notBefore: letter.notBefore }),
      ...letter.compose(recipient.language, address),
    });
  }

  /** To the contact that the request names. */
  async tellBuyer(tx: Tx, scope: Scope, assessment: AssessmentEntity, letter: LetterTo): Promise<void> {
    const contact = readContact(assessment.buyerContact);
    if (contact === null) return;
    const language = await languageOfAddress(tx, contact.address);
    await this.mail.post(tx, {
      organisationId: scope.organisationId,
      assessmentId: assessment.id,
      template: letter.template,
      to: contact,
      language,
      ...(letter.notBefore === undefined ? {} : { notBefore: letter.notBefore }),
      ...letter.compose(language, `${this.config.publicUrl}${addresses.assessment}/${assessment.id}`),
    });
  }
}
