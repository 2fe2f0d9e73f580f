import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AccountId, OrganisationId } from '@probant/shared/ids';
import type { MemberRole, OrganisationKind } from '@probant/shared/permissions';
import { newId } from '../../platform/database/new-id.js';
import { speakFor, type Tx } from '../../platform/database/work.js';
import { hashPassword, passwordMatches } from './passwords.js';

export interface NewAccount {
  readonly email: string;
  readonly name: string;
  readonly language: 'fr' | 'en';
  readonly password?: string;
}

interface AccountRow {
  readonly id: AccountId;
  readonly name: string;
  readonly language: 'fr' | 'en';
  readonly has_password: boolean;
}

/** Accounts, passwords and workspaces, inside a transaction that serves identity. */
@Injectable()
export class Accounts {
  async find(tx: Tx, email: string): Promise<AccountRow | undefined> {
    const [row] = await tx.query<AccountRow>(
      `SELECT a.id, a.name, a.language, EXISTS (SELECT 1 FROM credentials c WHERE c.account_id = a.id) AS has_password
       FROM accounts a WHERE a.email = $1`,
      [email],
    );
    return row;
  }

  async create(tx: Tx, account: NewAccount): Promise<AccountId> {
    const id = newId<AccountId>();
    await tx.query('INSERT INTO accounts (id, email, name, language) VALUES ($1, $2, $3, $4)', [
      id,
      account.email,
      account.name,
      account.language,
    ]);
    if (account.password !== undefined) await this.setPassword(tx, id, account.password);
    return id;
  }

  async setPassword(tx: Tx, accountId: AccountId, password: string): Promise<void> {
    await tx.query(
      `INSERT INTO credentials (account_id, password_hash) VALUES ($1, $2)
       ON CONFLICT (account_id) DO UPDATE SET password_hash = excluded.password_hash, changed_at = now()`,
      [accountId, await hashPassword(password)],
    );
  }

  /**
   * A new password ends what the one before, or a mailbox read by others, may have opened: every session but the given one,
   * and every address of a reset that nobody used.
   */
  async changePassword(
    tx: Tx,
    accountId: AccountId,
    password: string,
    sessionKept: Buffer | null = null,
  ): Promise<void> {
    await this.setPassword(tx, accountId, password);
    await tx.query(
      'DELETE FROM sessions WHERE account_id = $1 AND ($2::bytea IS NULL OR token_hash <> $2::bytea)',
      [accountId, sessionKept],
    );
    await tx.query(
      `UPDATE one_time_tokens t SET used_at = now() FROM accounts a
        WHERE a.id = $1 AND t.email = a.email AND t.kind = 'password-reset' AND t.used_at IS NULL`,
      [accountId],
    );
    const rows = await tx.query<{ organisation_id: string }>(
      'SELECT organisation_id FROM memberships WHERE account_id = $1',
      [accountId],
    );
    for (const { organisation_id: organisationId } of rows) {
      const own = await speakFor(tx, organisationId, accountId, 'identity');
      await own.record({ kind: 'password-changed' });
    }
  }

  /** Accounts of a demo whose password is public: it opens them, or nobody knows theirs and they are signed out. */
  async keepPublicPassword(
    tx: Tx,
    { emails, password, opens }: { emails: readonly string[]; password: string; opens: boolean },
  ): Promise<void> {
    const rows = await tx.query<{ id: AccountId; password_hash: string }>(
      `SELECT a.id, c.password_hash FROM accounts a JOIN credentials c ON c.account_id = a.id WHERE a.email = ANY ($1)
         AND EXISTS (SELECT 1 FROM memberships m JOIN organisations o ON o.id = m.organisation_id
           WHERE m.account_id = a.id AND o.demo)`,
      [emails],
    );
    for (const { id, password_hash: stored } of rows) {
      if ((await passwordMatches(stored, password)) === opens) continue;
      await this.setPassword(tx, id, opens ? password : randomBytes(32).toString('base64url'));
      await tx.query('DELETE FROM sessions WHERE account_id = $1', [id]);
    }
  }

  async createOrganisation(
    tx: Tx,
    organisation: { kind: OrganisationKind; name: string; language: 'fr' | 'en'; demo?: boolean },
    founder: { accountId: AccountId; name: string; roles: readonly MemberRole[] },
  ): Promise<OrganisationId> {
    const id = newId<OrganisationId>();
    await tx.query('INSERT INTO organisations (id, kind, name, language, demo) VALUES ($1, $2, $3, $4, $5)', [
      id,
      organisation.kind,
      organisation.name,
      organisation.language,
      organisation.demo ?? false,
    ]);
    const own = await speakFor(tx, id, founder.accountId, 'identity');
    await own.record({
      kind: 'organisation-created',
      organisationId: id,
      name: organisation.name,
      organisationKind: organisation.kind,
    });
    await this.join(own, id, founder);
    return id;
  }

  async join(
    tx: Tx,
    organisationId: OrganisationId,
    member: { accountId: AccountId; name: string; roles: readonly MemberRole[] },
  ): Promise<void> {
    await tx.query('INSERT INTO memberships (organisation_id, account_id, roles) VALUES ($1, $2, $3)', [
      organisationId,
      member.accountId,
      member.roles,
    ]);
    await tx.record({ kind: 'member-joined', ...member });
  }
}
