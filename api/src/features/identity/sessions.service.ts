import { Inject, Injectable } from '@nestjs/common';
import type { TimeZone } from '@probant/shared/calendar';
import type { AccountId, AssessmentId, DelegationId, OrganisationId } from '@probant/shared/ids';
import { permissionsOf, type MemberRole, type Role } from '@probant/shared/permissions';
import { newSecret, hashSecret, sessionDays } from '../../platform/access/session-cookie.js';
import type { Speaker } from '../../platform/access/scope.js';
import { CONFIG, type ServeConfig } from '../../platform/config/config-token.js';
import { speakFor, Work, type Tx } from '../../platform/database/work.js';
import { fail } from '../../platform/http/problem.js';
import { RateLimit, sourceOf } from '../../platform/http/rate-limit.js';
import type { SessionResponse } from './identity.dto.js';
import { passwordMatches } from './passwords.js';

interface MembershipRow {
  readonly organisation_id: OrganisationId;
  readonly name: string;
  readonly kind: 'buyer' | 'supplier';
  readonly language: 'fr' | 'en';
  readonly time_zone: TimeZone;
  readonly roles: MemberRole[];
}

export interface NewSession {
  readonly accountId: AccountId;
  readonly organisationId: OrganisationId | null;
  readonly userAgent: string;
  readonly recipientId?: string;
  readonly assessmentId?: AssessmentId;
  readonly delegationId?: DelegationId;
}

const perSource = { hits: 60, seconds: 900 };
const perAccountFromOneSource = { hits: 10, seconds: 900 };
/** From everywhere together: it slows guessing down, and locks nobody out of their own account. */
const perAccount = { hits: 50, seconds: 3_600 };

/** Server-side sessions: a row per browser, found by the hash of its cookie. */
@Injectable()
export class Sessions {
  constructor(
    private readonly work: Work,
    private readonly limits: RateLimit,
    @Inject(CONFIG) private readonly config: ServeConfig,
  ) {}

  /** The new session's secret; the same refusal whether the address or the password is wrong. */
  async signIn(email: string, password: string, from: { ip: string; userAgent: string }): Promise<string> {
    const [source, asked] = [sourceOf(from.ip), hashSecret(email).toString('hex')];
    await this.limits.hit(`sign-in:ip:${source}`, perSource);
    await this.limits.hit(`sign-in:account:${asked}:${source}`, perAccountFromOneSource);
    await this.limits.slow(`sign-in:account:${asked}`, perAccount);
    const account = await this.work.serve('identity', async (tx) => {
      const [row] = await tx.query<{ id: AccountId; password_hash: string }>(
        'SELECT a.id, c.password_hash FROM accounts a JOIN credentials c ON c.account_id = a.id WHERE a.email = $1',
        [email],
      );
      return row;
    });
    if (!(await passwordMatches(account?.password_hash, password)) || !account)
      return fail('sign-in-refused');
    return this.work.serve('identity', async (tx) => {
      const [membership] = await this.memberships(tx, account.id);
      const secret = await this.open(tx, {
        accountId: account.id,
        organisationId: membership?.organisation_id ?? null,
        userAgent: from.userAgent,
      });
      if (membership) {
        const own = await speakFor(tx, membership.organisation_id, account.id, 'identity');
        await own.record({ kind: 'signed-in', method: 'password' });
      }
      return secret;
    });
  }

  /** A session's secret, inside a transaction that serves identity or a link. */
  async open(tx: Tx, session: NewSession): Promise<string> {
    const secret = newSecret();
    await tx.query(
      `INSERT INTO sessions (token_hash, account_id, organisation_id, recipient_id, assessment_id, delegation_id, user_agent,
         expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, now() + make_interval(days => $8))`,
      [
        hashSecret(secret),
        session.accountId,
        session.organisationId,
        session.recipientId ?? null,
        session.assessmentId ?? null,
        session.delegationId ?? null,
        session.userAgent.slice(0, 300),
        sessionDays,
      ],
    );
    return secret;
  }

  /** Whose session a cookie opens, asked of no guard before. */
  read(sessionHash: Buffer): Promise<SessionResponse> {
    return this.work.serve('identity', async (tx) => {
      const [open] = await tx.query('SELECT 1 FROM sessions WHERE token_hash = $1 AND expires_at > now()', [
        sessionHash,
      ]);
      return open ? this.tell(tx, sessionHash) : fail('not-signed-in');
    });
  }

  describe({ sessionHash }: Pick<Speaker, 'sessionHash'>): Promise<SessionResponse> {
    return this.work.serve('identity', (tx) => this.tell(tx, sessionHash));
  }

  private async tell(tx: Tx, sessionHash: Buffer): Promise<SessionResponse> {
    const [session] = await tx.query<{
      id: AccountId;
      name: string;
      email: string;
      language: 'fr' | 'en';
      organisation_id: OrganisationId | null;
      assessment_id: string | null;
      delegation_id: string | null;
      has_password: boolean;
    }>(
      `SELECT a.id, a.name, a.email, a.language, s.organisation_id, s.assessment_id, s.delegation_id,
           EXISTS (SELECT 1 FROM credentials c WHERE c.account_id = a.id) AS has_password
         FROM sessions s JOIN accounts a ON a.id = s.account_id WHERE s.token_hash = $1`,
      [sessionHash],
    );
    if (!session) return fail('not-signed-in');
    // What else the person may be is nothing that a session for a part tells.
    const all = session.delegation_id === null ? await this.memberships(tx, session.id) : [];
    const current = all.find((membership) => membership.organisation_id === session.organisation_id);
    const bound = session.assessment_id === null ? null : { assessmentId: session.assessment_id };
    const isDelegate = session.delegation_id !== null;
    const roles: readonly Role[] = isDelegate
      ? ['delegate']
      : (current?.roles ?? (bound === null ? [] : ['recipient']));
    return {
      account: {
        id: session.id,
        name: session.name,
        email: session.email,
        language: session.language,
        hasPassword: session.has_password,
      },
      organisation: current
        ? {
            id: current.organisation_id,
            name: current.name,
            kind: current.kind,
            language: current.language,
            timeZone: current.time_zone,
          }
        : null,
      roles: [...roles],
      permissions: [...new Set(roles.flatMap((role) => permissionsOf(role)))],
      memberships: all.map(({ organisation_id, name, kind, roles: held }) => ({
        organisationId: organisation_id,
        name,
        kind,
        roles: held,
      })),
      link: isDelegate ? null : bound,
      part: isDelegate ? bound : null,
      demo: this.config.demo,
    };
  }

  async choose(speaker: Speaker, organisationId: string): Promise<void> {
    await this.work.serve('identity', async (tx) => {
      const all = await this.memberships(tx, speaker.accountId);
      if (!all.some((membership) => membership.organisation_id === organisationId)) fail('not-found');
      await tx.query('UPDATE sessions SET organisation_id = $2 WHERE token_hash = $1', [
        speaker.sessionHash,
        organisationId,
      ]);
    });
  }

  async signOut(speaker: Speaker, everywhere: boolean): Promise<void> {
    await this.work.serve('identity', async (tx) => {
      const [own] = await tx.query<{ organisation_id: OrganisationId | null }>(
        'SELECT organisation_id FROM sessions WHERE token_hash = $1',
        [speaker.sessionHash],
      );
      await (everywhere
        ? tx.query('DELETE FROM sessions WHERE account_id = $1', [speaker.accountId])
        : tx.query('DELETE FROM sessions WHERE token_hash = $1', [speaker.sessionHash]));
      if (own?.organisation_id) {
        const spoken = await speakFor(tx, own.organisation_id, speaker.accountId, 'identity');
        await spoken.record({ kind: 'signed-out', everywhere });
      }
    });
  }

  private memberships(tx: Tx, accountId: AccountId): Promise<MembershipRow[]> {
    return tx.query<MembershipRow>(
      `SELECT m.organisation_id, o.name, o.kind, o.language, o.time_zone, m.roles FROM memberships m
       JOIN organisations o ON o.id = m.organisation_id WHERE m.account_id = $1 ORDER BY m.created_at, o.name`,
      [accountId],
    );
  }
}
