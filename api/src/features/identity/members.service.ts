import { Inject, Injectable } from '@nestjs/common';
import { secretAddress } from '@probant/shared/addresses';
import type { AccountId } from '@probant/shared/ids';
import { isRoleOf, type MemberRole } from '@probant/shared/permissions';
import { hashSecret } from '../../platform/access/session-cookie.js';
import type { Scope } from '../../platform/access/scope.js';
import { CONFIG, type ServeConfig } from '../../platform/config/config-token.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { fail, ProblemError } from '../../platform/http/problem.js';
import { RateLimit } from '../../platform/http/rate-limit.js';
import { Mail } from '../../platform/mail/mail.js';
import type { ChangeOrganisationRequest, InviteRequest, MembersResponse } from './identity.dto.js';
import { MembershipEntity, OrganisationEntity } from './identity.entity.js';
import { invitationLetter } from './identity.letters.js';
import { issueToken } from './one-time-tokens.js';

interface MemberRow {
  readonly account_id: AccountId;
  readonly name: string;
  readonly email: string;
  readonly roles: MemberRole[];
  readonly created_at: Date;
}

const invitationsPerHour = { hits: 100, seconds: 3_600 };
/** From every organisation together: nobody's mailbox is flooded through this door. */
const invitationsPerAddress = { hits: 10, seconds: 86_400 };

const administrators: readonly MemberRole[] = ['admin', 'supplier-admin'];

/** The people of an organisation and what they may do in it. */
@Injectable()
export class Members {
  constructor(
    private readonly work: Work,
    private readonly mail: Mail,
    private readonly limits: RateLimit,
    @Inject(CONFIG) private readonly config: ServeConfig,
  ) {}

  list(scope: Scope): Promise<MembersResponse> {
    return this.work.run(scope, async (tx) => {
      const rows = await tx.query<MemberRow>(
        `SELECT m.account_id, a.name, a.email, m.roles, m.created_at FROM memberships m JOIN accounts a ON a.id = m.account_id
         WHERE m.organisation_id = $1 ORDER BY a.name, a.email`,
        [scope.organisationId],
      );
      const pending = await tx.query<{ email: string; roles: MemberRole[]; expires_at: Date }>(
        `SELECT DISTINCT ON (email) email, roles, expires_at FROM one_time_tokens
         WHERE organisation_id = $1 AND kind = 'invitation' AND used_at IS NULL AND expires_at > now()
         ORDER BY email, expires_at DESC`,
        [scope.organisationId],
      );
      return {
        members: rows.map((row) => ({
          accountId: row.account_id,
          name: row.name,
          email: row.email,
          roles: row.roles,
          joinedAt: row.created_at.toISOString(),
        })),
        invitations: pending.map(({ email, roles, expires_at }) => ({
          email,
          roles,
          expiresAt: expires_at.toISOString(),
        })),
      };
    });
  }

  async invite(scope: Scope, request: InviteRequest): Promise<void> {
    const roles = this.rolesOf(scope, request.roles);
    await this.limits.hit(`invite:${scope.organisationId}`, invitationsPerHour);
    await this.limits.hit(
      `invite:address:${hashSecret(request.email).toString('hex')}`,
      invitationsPerAddress,
    );
    await this.work.run(scope, async (tx) => {
      const [member] = await tx.query(
        'SELECT 1 FROM memberships m JOIN accounts a ON a.id = m.account_id WHERE m.organisation_id = $1 AND a.email = $2',
        [scope.organisationId, request.email],
      );
      if (member) fail('already-member');
      await this.withdrawTokens(tx, scope, request.email);
      const { email, language } = request;
      const secret = await issueToken(tx, {
        kind: 'invitation',
        hours: 168,
        organisationId: scope.organisationId,
        email,
        roles,
        language,
      });
      await this.mail.post(tx, {
        organisationId: scope.organisationId,
        template: 'invitation',
        to: { address: email, name: '' },
        language,
        ...invitationLetter(language, {
          inviter: scope.accountName,
          organisation: scope.organisationName,
          address: secretAddress(this.config.publicUrl, 'invitation', secret),
        }),
      });
      await tx.record({ kind: 'member-invited', email, roles });
    });
  }

  async withdraw(scope: Scope, email: string): Promise<void> {
    await this.work.run(scope, async (tx) => {
      const withdrawn = await this.withdrawTokens(tx, scope, email);
      if (withdrawn === 0) fail('not-found');
      await tx.record({ kind: 'invitation-withdrawn', email });
    });
  }

  async changeRoles(scope: Scope, accountId: AccountId, asked: readonly string[]): Promise<void> {
    await this.work.run(scope, async (tx) => {
      const membership = await this.lockMember(tx, scope, accountId);
      const roles = this.rolesOf(scope, asked);
      await this.keepOneAdministrator(tx, scope, membership, roles);
      const { name } = await tx.get<{ name: string }>('SELECT name FROM accounts WHERE id = $1', [accountId]);
      const before = membership.roles;
      membership.roles = roles;
      await tx.save(membership, {
        kind: 'member-role-changed',
        accountId: membership.accountId,
        name,
        before,
        roles,
      });
    });
  }

  async remove(scope: Scope, accountId: AccountId): Promise<void> {
    await this.work.run(scope, async (tx) => {
      const membership = await this.lockMember(tx, scope, accountId);
      await this.keepOneAdministrator(tx, scope, membership, []);
      const { name } = await tx.get<{ name: string }>('SELECT name FROM accounts WHERE id = $1', [accountId]);
      await tx.query('DELETE FROM memberships WHERE organisation_id = $1 AND account_id = $2', [
        scope.organisationId,
        accountId,
      ]);
      await tx.record({ kind: 'member-removed', accountId: membership.accountId, name });
    });
  }

  async changeOrganisation(scope: Scope, request: ChangeOrganisationRequest): Promise<void> {
    await this.work.run(scope, async (tx) => {
      const organisation = await tx.lock(OrganisationEntity, { id: scope.organisationId });
      const wished = { timeZone: organisation.timeZone, ...request };
      const fields = (['name', 'language', 'timeZone'] as const).filter(
        (field) => organisation[field] !== wished[field],
      );
      Object.assign(organisation, {
        name: wished.name,
        language: wished.language,
        timeZone: wished.timeZone,
        revision: organisation.revision + 1,
      });
      await tx.save(organisation, { kind: 'organisation-changed', name: organisation.name, fields });
    });
  }

  private async lockMember(tx: Tx, scope: Scope, accountId: AccountId): Promise<MembershipEntity> {
    // Every change of roles waits for the organisation's row, so that two cannot each take the other administrator away.
    await tx.lock(OrganisationEntity, { id: scope.organisationId });
    return tx.lock(MembershipEntity, { organisationId: scope.organisationId, accountId });
  }

  private async keepOneAdministrator(
    tx: Tx,
    scope: Scope,
    member: MembershipEntity,
    next: readonly MemberRole[],
  ): Promise<void> {
    if (next.some((role) => administrators.includes(role))) return;
    if (!member.roles.some((role) => administrators.includes(role))) return;
    const [other] = await tx.query(
      'SELECT 1 FROM memberships WHERE organisation_id = $1 AND account_id <> $2 AND roles && $3 LIMIT 1',
      [scope.organisationId, member.accountId, administrators],
    );
    if (!other) fail('last-administrator');
  }

  private async withdrawTokens(tx: Tx, scope: Scope, email: string): Promise<number> {
    const rows = await tx.query(
      `WITH gone AS (DELETE FROM one_time_tokens WHERE organisation_id = $1 AND kind = 'invitation' AND email = $2
         AND used_at IS NULL RETURNING 1) SELECT * FROM gone`,
      [scope.organisationId, email],
    );
    return rows.length;
  }

  private rolesOf(scope: Scope, asked: readonly string[]): MemberRole[] {
    return asked.map((role, index) => {
      if (isRoleOf(scope.organisationKind, role)) return role;
      throw new ProblemError({
        code: 'invalid-input',
        errors: [{ pointer: `/roles/${index}`, code: 'not-a-choice' }],
      });
    });
  }
}
