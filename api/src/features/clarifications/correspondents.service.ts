import { Inject, Injectable } from '@nestjs/common';
import { answeringAddress, assessmentAddress } from '@probant/shared/addresses';
import type { MailTemplate } from '@probant/shared/audit/delivery-events';
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
import { findCorrespondent } from '../identity/identity.public.js';

export interface LetterTo {
  readonly template: MailTemplate;
  readonly notBefore?: Date;
  /** The person needs a link of their own to come back in: the earlier ones stop working. */
  readonly newLink?: boolean;
  /** The question it is about, empty for the request as a whole: the address leads to its thread. */
  readonly questionId?: string;
  /** The page it leads to, where that is another than the request or the assessment. */
  readonly path?: string;
  /** `toMember`: it goes to somebody who reads the same online, signed in. */
  readonly compose: (
    language: Language,
    address: string,
    toMember: boolean,
  ) => ReturnType<typeof composeLetter>;
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
        : `${this.config.publicUrl}${letter.path ?? answeringAddress(assessment.id, letter.questionId)}`;
    await this.mail.post(tx, {
      organisationId: assessment.buyerId,
      assessmentId: assessment.id,
      template: letter.template,
      to: { address: recipient.email, name: recipient.name },
      language: recipient.language,
      ...(letter.notBefore === undefined ? {} : { notBefore: letter.notBefore }),
      ...letter.compose(recipient.language, address, false),
    });
  }

  /** To somebody of one's own side. */
  async tellColleague(
    tx: Tx,
    { organisationId }: Pick<Scope, 'organisationId'>,
    assessment: AssessmentEntity,
    letter: {
      readonly person: { readonly email: string; readonly name: string; readonly language: Language };
      readonly questionId: string;
      readonly compose: (language: Language, address: string) => ReturnType<typeof composeLetter>;
    },
  ): Promise<void> {
    const { person, questionId } = letter;
    const path =
      organisationId === assessment.buyerId
        ? assessmentAddress(assessment.id, questionId)
        : answeringAddress(assessment.id, questionId);
    await this.mail.post(tx, {
      organisationId,
      assessmentId: assessment.id,
      template: 'clarification-mentioned',
      to: { address: person.email, name: person.name },
      language: person.language,
      ...letter.compose(person.language, `${this.config.publicUrl}${path}`),
    });
  }

  /** To the contact that the request names. */
  async tellBuyer(
    tx: Tx,
    scope: Pick<Scope, 'organisationId'>,
    assessment: AssessmentEntity,
    letter: LetterTo,
  ): Promise<void> {
    const contact = readContact(assessment.buyerContact);
    if (contact === null) return;
    const { language, isMember } = await findCorrespondent(tx, contact.address, assessment.buyerId);
    await this.mail.post(tx, {
      organisationId: scope.organisationId,
      assessmentId: assessment.id,
      template: letter.template,
      to: contact,
      language,
      ...(letter.notBefore === undefined ? {} : { notBefore: letter.notBefore }),
      ...letter.compose(
        language,
        `${this.config.publicUrl}${letter.path ?? assessmentAddress(assessment.id, letter.questionId)}`,
        isMember,
      ),
    });
  }
}
