import { Inject, Injectable } from '@nestjs/common';
import { isClosed } from '@probant/shared/assessments/lifecycle';
import type { AssessmentId } from '@probant/shared/ids';
import type { Language } from '@probant/shared/questionnaires/document';
import type { Scope } from '../../platform/access/scope.js';
import { CONFIG, type ServeConfig } from '../../platform/config/config-token.js';
import { speakFor, Work, type Tx } from '../../platform/database/work.js';
import { fail } from '../../platform/http/problem.js';
import { RateLimit } from '../../platform/http/rate-limit.js';
import { Mail } from '../../platform/mail/mail.js';
import type { LinkSpeaker } from './acceptance.service.js';
import type { DeclineRequest } from './links.dto.js';
import { declinedLetter } from './links.letters.js';
import { findHeld, speakAsRecipient, speakForLink, type HeldLink } from './link-holder.js';
import { toContact } from './requests.service.js';

type Declined = Pick<HeldLink, 'buyer_id' | 'assessment_id' | 'status' | 'title' | 'buyer_contact' | 'email'>;

const perRequest = { hits: 5, seconds: 86_400 };

/** «Not for me»: tells the buyer, who alone may send the request to somebody else. */
@Injectable()
export class Declining {
  constructor(
    private readonly work: Work,
    private readonly mail: Mail,
    private readonly limits: RateLimit,
    @Inject(CONFIG) private readonly config: ServeConfig,
  ) {}

  /** By the holder of a link, before or after choosing a workspace. */
  async byHolder(speaker: LinkSpeaker, request: DeclineRequest): Promise<void> {
    const { recipientId, boundTo } = speaker;
    if (recipientId === null || boundTo === null) fail('not-found');
    await this.limits.hit(`decline:${boundTo}`, perRequest);
    await this.work.serve('link', async (tx) => {
      const link = await findHeld(tx, recipientId, boundTo);
      const buyer = await speakAsRecipient(tx, link.buyer_id, recipientId);
      await this.tell(tx, buyer, link, request);
    });
  }

  /** By a member of the workspace that accepted it. */
  async byMember(scope: Scope, id: AssessmentId, request: DeclineRequest): Promise<void> {
    await this.work.run(scope, (tx) =>
      tx.get('SELECT 1 FROM assessments WHERE id = $1 AND supplier_organisation_id = $2', [
        id,
        scope.organisationId,
      ]),
    );
    await this.limits.hit(`decline:${id}`, perRequest);
    await this.work.serve('link', async (tx) => {
      const row = await tx.get<Omit<Declined, 'email'>>(
        `SELECT buyer_id, id AS assessment_id, status, title, buyer_contact FROM assessments
         WHERE id = $1 AND supplier_organisation_id = $2`,
        [id, scope.organisationId],
      );
      const own = await speakFor(tx, scope.organisationId, scope.accountId, 'link');
      await this.tell(tx, own, { ...row, email: scope.email }, request);
    });
  }

  private async tell(tx: Tx, spoken: Tx, declined: Declined, request: DeclineRequest): Promise<void> {
    if (isClosed(declined.status)) fail('assessment-closed');
    const { assessment_id: assessmentId, email: recipient } = declined;
    const suggested = [request.name, request.email].filter((part) => part !== undefined).join(', ');
    const { reason } = request;
    await spoken.recordForBoth({
      kind: 'request-declined',
      assessmentId,
      recipient,
      reason,
      ...(suggested === '' ? {} : { suggested }),
    });
    await speakForLink(tx);
    const contact = toContact(declined.buyer_contact);
    if (!contact) return;
    const [account] = await tx.query<{ language: Language }>(
      'SELECT language FROM accounts WHERE email = $1',
      [contact.email],
    );
    const language = account?.language ?? 'fr';
    const address = `${this.config.publicUrl}/assessments/${assessmentId}`;
    await this.mail.post(tx, {
      organisationId: declined.buyer_id,
      assessmentId,
      template: 'request-declined',
      to: { address: contact.email, name: contact.name },
      language,
      ...declinedLetter(language, { title: declined.title, recipient, reason, suggested, address }),
    });
  }
}
