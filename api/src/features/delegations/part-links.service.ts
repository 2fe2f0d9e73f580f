import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { maskAddress, readCode } from '@probant/shared/assessments/link';
import { linkCode } from '@probant/shared/limits';
import { hashSecret } from '../../platform/access/session-cookie.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { ProblemError } from '../../platform/http/problem.js';
import { RateLimit, sourceOf } from '../../platform/http/rate-limit.js';
import { Mail } from '../../platform/mail/mail.js';
import { Accounts, Sessions } from '../identity/identity.public.js';
import { codeLetter, type CodeSentResponse, type OpenedLinkResponse } from '../links/links.public.js';
import type { PartEndResponse } from './delegations.dto.js';
import { findBySecret, lockPart, speakAsColleague, speakForLink, type HeldPart } from './held-part.js';

const codesPerAddress = { hits: 30, seconds: 3600 };
const codesPerLink = { hits: 5, seconds: 3600 };
const triesPerAddress = { hits: 60, seconds: 3600 };
const triesPerLink = { hits: 25, seconds: 3600 };

/** A colleague's way in: as with the link of a request, the secret opens nothing without a code sent to the bound address. */
@Injectable()
export class PartLinks {
  constructor(
    private readonly work: Work,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly mail: Mail,
    private readonly limits: RateLimit,
    private readonly clock: Clock,
  ) {}

  /** Reads and changes nothing: mail scanners follow links. */
  open(secret: string): Promise<OpenedLinkResponse> {
    return this.work.serve('link', async (tx) => {
      const part = await findBySecret(tx, hashSecret(secret), this.clock.now());
      return { maskedAddress: maskAddress(part.email), language: part.language };
    });
  }

  readEnd(sessionHash: Buffer): Promise<PartEndResponse | undefined> {
    return this.work.serve('link', async (tx) => {
      const [row] = await tx.query<{ at: Date; organisation: string; by: string }>(
        `SELECT d.revoked_at AS at, o.name AS organisation, d.created_by_name AS by
         FROM sessions s JOIN delegations d ON d.id = s.delegation_id
         JOIN organisations o ON o.id = d.supplier_organisation_id
         WHERE s.token_hash = $1 AND d.revoked_at IS NOT NULL`,
        [sessionHash],
      );
      return row && { at: row.at.toISOString(), organisationName: row.organisation, handedOverBy: row.by };
    });
  }

  async sendCode(secret: string, ip: string): Promise<CodeSentResponse> {
    await this.limits.hit(`code:ip:${sourceOf(ip)}`, codesPerAddress);
    const held = await this.find(secret);
    await this.limits.hit(`code:part:${held.id}`, codesPerLink);
    const code = String(randomInt(10 ** linkCode.digits)).padStart(linkCode.digits, '0');
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + linkCode.validMinutes * 60_000);
    return this.work.serve('link', async (tx) => {
      const part = await lockPart(tx, held, now);
      await tx.query(
        `INSERT INTO delegation_codes (delegation_id, code_hash, tries, expires_at, created_at) VALUES ($1, $2, 0, $3, $4)
         ON CONFLICT (delegation_id) DO UPDATE SET code_hash = excluded.code_hash, tries = 0,
           expires_at = excluded.expires_at, created_at = excluded.created_at`,
        [part.id, hashCode(secret, code), expiresAt, now],
      );
      await this.mail.post(tx, {
        organisationId: part.organisation_id,
        assessmentId: part.assessment_id,
        template: 'code',
        to: { address: part.email, name: part.name },
        language: part.language,
        ...codeLetter(part.language, code, linkCode.validMinutes),
      });
      const own = await speakAsColleague(tx, part);
      await own.record({ kind: 'code-sent', assessmentId: part.assessment_id, recipient: part.email });
      return { maskedAddress: maskAddress(part.email), expiresAt: expiresAt.toISOString() };
    });
  }

  /** The secret of a session that holds the part. A wrong code counts, whatever the answer says. */
  async verify(secret: string, typed: string, from: { ip: string; userAgent: string }): Promise<string> {
    await this.limits.hit(`verify:ip:${sourceOf(from.ip)}`, triesPerAddress);
    const held = await this.find(secret);
    await this.limits.hit(`verify:part:${held.id}`, triesPerLink);
    const outcome = await this.work.serve('link', async (tx) => {
      const part = await lockPart(tx, held, this.clock.now());
      const taken = await this.takeCode(tx, part, hashCode(secret, readCode(typed)));
      if (taken !== 'taken') return { code: 'code-refused', params: taken } as const;
      if (await isMemberOfBuyer(tx, part)) return { code: 'recipient-is-buyer' } as const;
      return { session: await this.begin(tx, part, from.userAgent) };
    });
    if ('session' in outcome) return outcome.session;
    // Thrown out here: the try that was used up is kept.
    throw new ProblemError(outcome);
  }

  private find(secret: string): Promise<HeldPart> {
    return this.work.serve('link', (tx) => findBySecret(tx, hashSecret(secret), this.clock.now()));
  }

  /** A code works once; a wrong one uses up a try. */
  private async takeCode(tx: Tx, part: HeldPart, hash: Buffer): Promise<'taken' | { triesLeft: number }> {
    const [issued] = await tx.query<{ code_hash: Buffer; tries: number }>(
      'SELECT code_hash, tries FROM delegation_codes WHERE delegation_id = $1 AND expires_at > $2 AND tries < $3 FOR UPDATE',
      [part.id, this.clock.now(), linkCode.tries],
    );
    if (!issued) return { triesLeft: 0 };
    if (timingSafeEqual(issued.code_hash, hash)) {
      await tx.query('DELETE FROM delegation_codes WHERE delegation_id = $1', [part.id]);
      return 'taken';
    }
    await tx.query('UPDATE delegation_codes SET tries = tries + 1 WHERE delegation_id = $1', [part.id]);
    const own = await speakAsColleague(tx, part);
    const triesLeft = linkCode.tries - issued.tries - 1;
    const { assessment_id: assessmentId, email: recipient } = part;
    await own.record({ kind: 'code-refused', assessmentId, recipient, triesLeft });
    return { triesLeft };
  }

  private async begin(tx: Tx, part: HeldPart, userAgent: string): Promise<string> {
    const { id, email, name, language, assessment_id: assessmentId } = part;
    const known = await this.accounts.find(tx, email);
    const accountId = known?.id ?? (await this.accounts.create(tx, { email, name, language }));
    await tx.query(
      'UPDATE delegations SET account_id = $2, opened_at = coalesce(opened_at, $3) WHERE id = $1',
      [id, accountId, this.clock.now()],
    );
    const own = await speakAsColleague(tx, part, accountId);
    await own.record({ kind: 'code-accepted', assessmentId, recipient: email });
    await speakForLink(tx);
    const secret = await this.sessions.open(tx, {
      accountId,
      organisationId: null,
      userAgent,
      assessmentId,
      delegationId: id,
    });
    // An expired link ends access: what it opened does not outlive it.
    await tx.query('UPDATE sessions SET expires_at = least(expires_at, $2) WHERE token_hash = $1', [
      hashSecret(secret),
      part.expires_at,
    ]);
    return secret;
  }
}

/** The link's secret goes into the hash: whoever reads the table alone cannot try the codes out. */
function hashCode(secret: string, code: string): Buffer {
  return createHash('sha256').update(`${secret}:${code}`).digest();
}

/** Someone of the buyer's own organisation never answers its request. */
async function isMemberOfBuyer(tx: Tx, part: HeldPart): Promise<boolean> {
  const [member] = await tx.query(
    'SELECT 1 FROM memberships m JOIN accounts a ON a.id = m.account_id WHERE m.organisation_id = $1 AND a.email = $2',
    [part.buyer_id, part.email],
  );
  return member !== undefined;
}
