import { Inject, Injectable } from '@nestjs/common';
import { secretAddress } from '@probant/shared/addresses';
import { linkLastDay } from '@probant/shared/assessments/link';
import { isOverdue } from '@probant/shared/calendar';
import type { AccountId, OrganisationId } from '@probant/shared/ids';
import type { Language, Localised } from '@probant/shared/questionnaires/document';
import type { Scope } from '../../platform/access/scope.js';
import { hashSecret, newSecret } from '../../platform/access/session-cookie.js';
import { Clock } from '../../platform/clock/clock.js';
import { CONFIG, type ServeConfig } from '../../platform/config/config-token.js';
import { newId } from '../../platform/database/new-id.js';
import { speakFor, type Tx } from '../../platform/database/work.js';
import { Mail } from '../../platform/mail/mail.js';
import { RecipientEntity, type AssessmentEntity } from './assessments.entity.js';
import {
  reminderLetter,
  requestLetter,
  type AnsweredBefore,
  type RequestWords,
} from './assessments.letters.js';

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** Who signs the letter. */
export type Sender = Pick<Scope, 'accountName'>;

/** Whoever ends a link; the product itself has no account. */
export interface Revoker {
  readonly organisationId: OrganisationId;
  readonly accountId: AccountId | null;
}

export interface Asked {
  readonly assessment: AssessmentEntity;
  readonly recipient: RecipientEntity;
}

interface LinkLetter {
  readonly secret: string;
  readonly template: 'request' | 'reminder';
  readonly again: boolean;
  /** What the buyer wishes to say in place of the usual sentence; empty for the usual one. */
  readonly said?: Localised;
  readonly before?: AnsweredBefore;
}

/** Who a request goes to, with a secret that stands in the letter and nowhere else. */
@Injectable()
export class Recipients {
  constructor(
    private readonly mail: Mail,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: ServeConfig,
  ) {}

  /** The caller records the event: sending and replacing are told differently. */
  async invite(
    tx: Tx,
    sender: Sender,
    assessment: AssessmentEntity,
    person: Person,
    before?: AnsweredBefore,
  ): Promise<RecipientEntity> {
    const secret = newSecret();
    const recipient = Object.assign(new RecipientEntity(), {
      ...person,
      buyerId: assessment.buyerId,
      id: newId(),
      assessmentId: assessment.id,
      tokenHash: hashSecret(secret),
      expiresAt: endOf(linkLastDay(assessment.dueOn)),
      openedAt: null,
      acceptedAt: null,
      revokedAt: null,
      renewedAt: null,
      createdAt: this.clock.now(),
    });
    await tx.manager.insert(RecipientEntity, recipient);
    await this.write(
      tx,
      sender,
      { assessment, recipient },
      { ...{ secret, template: 'request', again: false }, ...(before === undefined ? {} : { before }) },
    );
    return recipient;
  }

  /** A new link for the same person: the one before opens nothing from now on, sessions that it opened go on. */
  async renew(
    tx: Tx,
    sender: Sender,
    { assessment, recipient }: Asked,
    letter: Pick<LinkLetter, 'template' | 'said'>,
  ): Promise<void> {
    recipient.renewedAt = this.clock.now();
    const secret = await this.relink(tx, assessment, recipient);
    await this.write(tx, sender, { assessment, recipient }, { ...letter, secret, again: true });
  }

  /** What `decideLinkAct` asks about the link that this person holds. */
  renewalOf({ renewedAt }: RecipientEntity): { readonly secondsAgo: number | null } {
    const now = this.clock.now().getTime();
    return { secondsAgo: renewedAt === null ? null : (now - renewedAt.getTime()) / 1000 };
  }

  /** The address of a new link for the same person, for a letter of its own. */
  async renewAddress(tx: Tx, assessment: AssessmentEntity, recipient: RecipientEntity): Promise<string> {
    return secretAddress(this.config.publicUrl, 'request', await this.relink(tx, assessment, recipient));
  }

  private async relink(tx: Tx, assessment: AssessmentEntity, recipient: RecipientEntity): Promise<string> {
    const secret = newSecret();
    const today = this.clock.today();
    const lastDay = linkLastDay(assessment.dueOn > today ? assessment.dueOn : today);
    Object.assign(recipient, { tokenHash: hashSecret(secret), expiresAt: endOf(lastDay) });
    await tx.manager.save(recipient);
    return secret;
  }

  /** Ends the link with everything that it opened, in this very transaction. */
  async revoke(tx: Tx, { organisationId, accountId }: Revoker, recipient: RecipientEntity): Promise<void> {
    recipient.revokedAt = this.clock.now();
    await tx.manager.save(recipient);
    const serving = await speakFor(tx, organisationId, accountId, 'link');
    await serving.query('DELETE FROM sessions WHERE recipient_id = $1', [recipient.id]);
    await serving.query('DELETE FROM link_codes WHERE recipient_id = $1', [recipient.id]);
    await tx.query("SELECT speak($1, $2, '')", [organisationId, accountId]);
  }

  /** The reminder as this person would read it; its link is made only when it leaves. */
  showReminder(
    sender: Sender,
    { assessment, recipient }: Asked,
    said: Localised,
  ): ReturnType<typeof reminderLetter> {
    const address = secretAddress(this.config.publicUrl, 'request', '…');
    const words = wordsOf(sender, assessment, address);
    const late = isOverdue(assessment.dueOn, this.clock.now().toISOString());
    return reminderLetter(recipient.language, words, { late, said: said[recipient.language] });
  }

  private async write(
    tx: Tx,
    sender: Sender,
    { assessment, recipient }: Asked,
    letter: LinkLetter,
  ): Promise<void> {
    const words: RequestWords = {
      ...wordsOf(sender, assessment, secretAddress(this.config.publicUrl, 'request', letter.secret)),
      ...(letter.before === undefined ? {} : { again: letter.before }),
    };
    const late = isOverdue(assessment.dueOn, this.clock.now().toISOString());
    await this.mail.post(tx, {
      organisationId: assessment.buyerId,
      assessmentId: assessment.id,
      template: letter.template,
      to: { address: recipient.email, name: recipient.name },
      language: recipient.language,
      ...(letter.template === 'request'
        ? requestLetter(recipient.language, words, letter.again)
        : reminderLetter(recipient.language, words, { late, said: letter.said?.[recipient.language] ?? '' })),
    });
  }
}

function wordsOf(sender: Sender, assessment: AssessmentEntity, address: string): RequestWords {
  return {
    buyerName: assessment.buyerName,
    sender: sender.accountName,
    title: assessment.title,
    dueOn: assessment.dueOn,
    questions: assessment.questionCount,
    message: assessment.message,
    address,
  };
}

function endOf(day: string): Date {
  return new Date(`${day}T23:59:59.999Z`);
}

/** A person of the buyer's own organisation can never answer its request. */
export async function isBuyerMember(tx: Tx, organisationId: string, email: string): Promise<boolean> {
  const [member] = await tx.query(
    'SELECT 1 FROM memberships m JOIN accounts a ON a.id = m.account_id WHERE m.organisation_id = $1 AND a.email = $2',
    [organisationId, email],
  );
  return member !== undefined;
}
