import type { OrganisationId } from '@probant/shared/ids';
import type { MemberRole } from '@probant/shared/permissions';
import { hashSecret, newSecret } from '../../platform/access/session-cookie.js';
import type { Tx } from '../../platform/database/work.js';
import { fail } from '../../platform/http/problem.js';

export type TokenKind = 'invitation' | 'password-reset' | 'first-administrator';

export interface NewToken {
  readonly kind: TokenKind;
  readonly hours: number;
  readonly email?: string;
  readonly organisationId?: OrganisationId;
  readonly roles?: readonly MemberRole[];
  readonly language?: 'fr' | 'en';
}

export interface TokenRow {
  readonly email: string;
  readonly organisation_id: OrganisationId;
  readonly roles: MemberRole[];
  readonly language: 'fr' | 'en';
}

/** A secret that works once and not for long; only its hash is stored. */
export async function issueToken(tx: Tx, token: NewToken): Promise<string> {
  const secret = newSecret();
  await tx.query(
    `INSERT INTO one_time_tokens (token_hash, kind, email, organisation_id, roles, language, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, now() + make_interval(hours => $7))`,
    [
      hashSecret(secret),
      token.kind,
      token.email ?? null,
      token.organisationId ?? null,
      token.roles ?? null,
      token.language ?? 'fr',
      token.hours,
    ],
  );
  return secret;
}

/** What the secret stands for, unused; a wrong, used or expired one is refused alike. */
export async function readToken(tx: Tx, kind: TokenKind, secret: string): Promise<TokenRow> {
  const [row] = await tx.query<TokenRow>(
    `SELECT email, organisation_id, roles, language FROM one_time_tokens
     WHERE token_hash = $1 AND kind = $2 AND used_at IS NULL AND expires_at > now() FOR UPDATE`,
    [hashSecret(secret), kind],
  );
  return row ?? fail('link-refused');
}

export async function useToken(tx: Tx, kind: TokenKind, secret: string): Promise<TokenRow> {
  const row = await readToken(tx, kind, secret);
  await tx.query('UPDATE one_time_tokens SET used_at = now() WHERE token_hash = $1', [hashSecret(secret)]);
  return row;
}
