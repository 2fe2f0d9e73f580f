import { Injectable } from '@nestjs/common';
import type { AccountId, OrganisationId } from '@probant/shared/ids';
import type { MemberRole, OrganisationKind } from '@probant/shared/permissions';
import { newId } from '../../platform/database/new-id.js';
import { speakFor, type Tx } from '../../platform/database/work.js';
import { hashPassword } from './passwords.js';

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
