import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { decideAct } from '@probant/shared/assessments/lifecycle';
import { maskAddress, readCode } from '@probant/shared/assessments/link';
import type { AccountId, OrganisationId } from '@probant/shared/ids';
import { linkCode } from '@probant/shared/limits';
import { hashSecret } from '../../platform/access/session-cookie.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { ProblemError } from '../../platform/http/problem.js';
import { RateLimit, sourceOf } from '../../platform/http/rate-limit.js';
import { Mail } from '../../platform/mail/mail.js';
import { Accounts, Sessions } from '../identity/identity.public.js';
import type { CodeSentResponse, OpenedLinkResponse } from './links.dto.js';
import { codeLetter } from './links.letters.js';
import {
  findBySecret,
  isMemberOfBuyer,
  lockLink,
  speakAsRecipient,
  speakForLink,
  type HeldLink,
} from './link-holder.js';

interface From {
  readonly ip: string;
  readonly userAgent: string;
}

const codesPerAddress = { hits: 30, seconds: 3600 };
const codesPerLink = { hits: 5, seconds: 3600 };
const triesPerAddress = { hits: 60, seconds: 3600 };
const triesPerLink = { hits: 25, seconds: 3600 };

/** The secret of the address opens nothing by itself: each new browser asks for a code, sent to the bound address. */
@Injectable()
export class Links {
  constructor(
    private readonly work: Work,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly mail: Mail,
    private readonly limits: RateLimit,
    private readonly clock: Clock,
  ) {}

  /** Reads and changes nothing: mail scanners follow links, and some run the page. */
  open(secret: string): Promise<OpenedLinkResponse> {
    return this.work.serve('link', async (tx) => {
      const link = await findBySecret(tx, hashSecret(secret), this.clock.now());
      return { maskedAddress: maskAddress(link.email), language: link.language };
    });
  }

  async sendCode(secret: string, ip: string): Promise<CodeSentResponse> {
    await this.limits.hit(`code:ip:${sourceOf(ip)}`, codesPerAddress);
    const found = await this.find(secret);
    await this.limits.hit(`code:link:${found.recipient_id}`, codesPerLink);
    const code = String(randomInt(10 ** linkCode.digits)).padStart(linkCode.digits, '0');
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + linkCode.validMinutes * 60_000);
    return this.work.serve('link', async (tx) => {
      const link = await lockLink(tx, found, now);
      await tx.query(
        `INSERT INTO link_codes (recipient_id, code_hash, tries, expires_at, created_at) VALUES ($1, $2, 0, $3, $4)
         ON CONFLICT (recipient_id) DO UPDATE SET code_hash = excluded.code_hash, tries = 0,
           expires_at = excluded.expires_at, created_at = excluded.created_at`,
        [link.recipient_id, hashCode(secret, code), expiresAt, now],
      );
      await this.mail.post(tx, {
        organisationId: link.buyer_id,
        assessmentId: link.assessment_id,
        template: 'code',
        to: { address: link.email, name: link.name },
        language: link.language,
        ...codeLetter(link.language, code, linkCode.validMinutes),
      });
      const buyer = await speakAsRecipient(tx, link.buyer_id, link.recipient_id);
      await buyer.record({ kind: 'code-sent', assessmentId: link.assessment_id, recipient: link.email });
      return { maskedAddress: maskAddress(link.email), expiresAt: expiresAt.toISOString() };
    });
  }

  /** The secret of a session bound to this one request. A wrong code counts, whatever the answer says. */
  async verify(secret: string, typed: string, from: From): Promise<string> {
    await this.limits.hit(`verify:ip:${sourceOf(from.ip)}`, triesPerAddress);
    const found = await this.find(secret);
    await this.limits.hit(`verify:link:${found.recipient_id}`, triesPerLink);
    const outcome = await this.work.serve('link', async (tx) => {
      const link = await lockLink(tx, found, this.clock.now());
      const taken = await this.takeCode(tx, link, hashCode(secret, readCode(typed)));
      if (taken !== 'taken') return { code: 'code-refused', params: taken } as const;
      if (await isMemberOfBuyer(tx, link)) return { code: 'recipient-is-buyer' } as const;
      return { session: await this.begin(tx, link, from.userAgent) };
    });
    if ('session' in outcome) return outcome.session;
    // Thrown out here: the try that was used up is kept.
    throw new ProblemError(outcome);
  }

  private find(secret: string): Promise<HeldLink> {
    return this.work.serve('link', (tx) => findBySecret(tx, hashSecret(secret), this.clock.now()));
  }

  /** A code works once; a wrong one uses up a try. None is left of a code that expired, was used or was never asked for. */
  private async takeCode(tx: Tx, link: HeldLink, hash: Buffer): Promise<'taken' | { triesLeft: number }> {
    const [issued] = await tx.query<{ code_hash: Buffer; tries: number }>(
      'SELECT code_hash, tries FROM link_codes WHERE recipient_id = $1 AND expires_at > $2 AND tries < $3 FOR UPDATE',
      [link.recipient_id, this.clock.now(), linkCode.tries],
    );
    if (!issued) return { triesLeft: 0 };
    if (timingSafeEqual(issued.code_hash, hash)) {
      await tx.query('DELETE FROM link_codes WHERE recipient_id = $1', [link.recipient_id]);
      return 'taken';
    }
    await tx.query('UPDATE link_codes SET tries = tries + 1 WHERE recipient_id = $1', [link.recipient_id]);
    const buyer = await speakAsRecipient(tx, link.buyer_id, link.recipient_id);
    const triesLeft = linkCode.tries - issued.tries - 1;
    const { assessment_id: assessmentId, email } = link;
    await buyer.record({ kind: 'code-refused', assessmentId, recipient: email, triesLeft });
    return { triesLeft };
  }

  private async begin(tx: Tx, link: HeldLink, userAgent: string): Promise<string> {
    const known = await this.accounts.find(tx, link.email);
    const accountId =
      known?.id ??
      (await this.accounts.create(tx, { email: link.email, name: link.name, language: link.language }));
    await this.markOpened(tx, link);
    await speakForLink(tx);
    const secret = await this.sessions.open(tx, {
      accountId,
      organisationId: await findOwnWorkspace(tx, link, accountId),
      userAgent,
      recipientId: link.recipient_id,
      assessmentId: link.assessment_id,
    });
    // An expired link ends access: what it opened does not outlive it.
    await tx.query('UPDATE sessions SET expires_at = least(expires_at, $2) WHERE token_hash = $1', [
      hashSecret(secret),
      link.expires_at,
    ]);
    return secret;
  }

  private async markOpened(tx: Tx, link: HeldLink): Promise<void> {
    const { recipient_id: recipientId, assessment_id: assessmentId, email: recipient } = link;
    const first = link.opened_at === null;
    if (first) {
      await tx.query('UPDATE recipients SET opened_at = $2 WHERE id = $1', [recipientId, this.clock.now()]);
    }
    const progress = { ...link, accepted: link.supplier_organisation_id !== null };
    const opening = decideAct(progress, 'open');
    if (opening.accepted) {
      await tx.query(
        'UPDATE assessments SET status = $2, status_at = $3, revision = revision + 1 WHERE id = $1',
        [assessmentId, opening.value.to, this.clock.now()],
      );
    }
    const buyer = await speakAsRecipient(tx, link.buyer_id, recipientId);
    if (first) await buyer.recordForBoth({ kind: 'link-opened', assessmentId, recipient });
    await buyer.recordForBoth({ kind: 'code-accepted', assessmentId, recipient });
  }
}

/** The link's secret goes into the hash: whoever reads the table alone cannot try the codes out. */
function hashCode(secret: string, code: string): Buffer {
  return createHash('sha256').update(`${secret}:${code}`).digest();
}

/** The workspace that answers, when the person still belongs to it. */
async function findOwnWorkspace(
  tx: Tx,
  link: HeldLink,
  accountId: AccountId,
): Promise<OrganisationId | null> {
  const [member] = await tx.query(
    'SELECT 1 FROM memberships WHERE organisation_id = $1 AND account_id = $2',
    [link.supplier_organisation_id, accountId],
  );
  return member === undefined ? null : link.supplier_organisation_id;
}
