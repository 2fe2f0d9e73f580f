import { Inject, Injectable } from '@nestjs/common';
import { secretAddress } from '@probant/shared/addresses';
import { linkLastDay } from '@probant/shared/assessments/link';
import type { AssessmentId, OrganisationId } from '@probant/shared/ids';
import { hashSecret, newSecret } from '../../platform/access/session-cookie.js';
import { Clock } from '../../platform/clock/clock.js';
import { CONFIG, type ServeConfig } from '../../platform/config/config-token.js';
import type { Tx } from '../../platform/database/work.js';
import { Mail } from '../../platform/mail/mail.js';
import type { DelegationEntity } from './delegations.entity.js';
import { handedOverLetter, partReminderLetter, type PartWords } from './delegations.letters.js';

interface Frame {
  readonly title: string;
  readonly buyer_name: string;
  readonly due_on: string;
  readonly organisation: string;
}

/** Letters to colleagues. Each carries a link of its own; the one before opens nothing from then on. */
@Injectable()
export class PartLetters {
  constructor(
    private readonly mail: Mail,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: ServeConfig,
  ) {}

  /** Gives the row a new secret, which stands in the letter and nowhere else; the caller saves it. */
  async write(
    tx: Tx,
    delegation: DelegationEntity,
    letter: {
      readonly template: 'part-handed-over' | 'part-reminder';
      readonly sender: string;
      /** Handed over, or still to be answered. */
      readonly questions: number;
    },
  ): Promise<void> {
    const { organisationId, assessmentId, language, note, dueOn } = delegation;
    const frame = await readFrame(tx, organisationId, assessmentId);
    const secret = newSecret();
    const today = this.clock.today();
    const lastDay = linkLastDay(frame.due_on > today ? frame.due_on : today);
    Object.assign(delegation, {
      tokenHash: hashSecret(secret),
      expiresAt: new Date(`${lastDay}T23:59:59.999Z`),
      renewedAt: this.clock.now(),
    });
    const words: PartWords = {
      sender: letter.sender,
      organisation: frame.organisation,
      buyerName: frame.buyer_name,
      title: frame.title,
      note,
      dueOn,
      questions: letter.questions,
      address: secretAddress(this.config.publicUrl, 'part', secret),
    };
    await this.mail.post(tx, {
      organisationId,
      assessmentId,
      template: letter.template,
      to: { address: delegation.email, name: delegation.name },
      language,
      ...(letter.template === 'part-handed-over'
        ? handedOverLetter(language, words)
        : partReminderLetter(language, words, dueOn !== null && dueOn < today)),
    });
  }
}

function readFrame(tx: Tx, organisationId: OrganisationId, assessmentId: AssessmentId): Promise<Frame> {
  return tx.get<Frame>(
    `SELECT a.title, a.buyer_name, a.due_on::text, o.name AS organisation FROM assessments a
     JOIN organisations o ON o.id = a.supplier_organisation_id
     WHERE a.id = $1 AND a.supplier_organisation_id = $2`,
    [assessmentId, organisationId],
  );
}
