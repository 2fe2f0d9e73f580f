import { Injectable } from '@nestjs/common';
import { addDays, addMonths } from '@probant/shared/calendar';
import { fieldRefusal } from '@probant/shared/decision';
import type { Id } from '@probant/shared/ids';
import { maxCounts, maxLengths } from '@probant/shared/limits';
import { checkText } from '@probant/shared/plain-text';
import { tokenScopesOf, type TokenScope } from '@probant/shared/tokens/token-scopes';
import type { Scope } from '../../platform/access/scope.js';
import { hashSecret } from '../../platform/access/session-cookie.js';
import { newToken } from '../../platform/access/token-access.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { speakFor, Work, type Tx } from '../../platform/database/work.js';
import { fail, found } from '../../platform/http/problem.js';
import type {
  CreatedTokenResponse,
  CreateTokenRequest,
  TokenResponse,
  TokensResponse,
} from './tokens.dto.js';

interface TokenRow {
  readonly id: string;
  readonly name: string;
  readonly hint: string;
  readonly scopes: TokenScope[];
  readonly state: TokenResponse['state'];
  readonly created_by_name: string;
  readonly created_at: Date;
  readonly expires_at: Date;
  readonly last_used_at: Date | null;
  readonly revoked_at: Date | null;
  readonly revoked_by_name: string | null;
}

const columns = `id, name, hint, scopes, created_by_name, created_at, expires_at, last_used_at, revoked_at, revoked_by_name,
  CASE WHEN revoked_at IS NOT NULL THEN 'revoked' WHEN expires_at <= now() THEN 'expired' ELSE 'valid' END AS state`;
const hintLength = 8;
const longestMonths = 12;
const listed = 200;

/** The tokens of an organisation: made and revoked by its administrators, who see each secret once. */
@Injectable()
export class Tokens {
  constructor(
    private readonly work: Work,
    private readonly clock: Clock,
  ) {}

  list(scope: Scope): Promise<TokensResponse> {
    return this.work.run(scope, async (tx) => {
      const rows = await tx.query<TokenRow>(
        `SELECT ${columns} FROM api_tokens WHERE organisation_id = $1
         ORDER BY revoked_at IS NOT NULL OR expires_at <= now(), created_at DESC, id LIMIT ${listed}`,
        [scope.organisationId],
      );
      return { items: rows.map(toResponse), scopes: [...tokenScopesOf(scope.organisationKind)] };
    });
  }

  async create(scope: Scope, request: CreateTokenRequest): Promise<CreatedTokenResponse> {
    this.check(scope, request);
    const secret = newToken();
    const token = await this.work.serve('identity', async (serving) => {
      const tx = await speakFor(serving, scope.organisationId, scope.accountId, 'identity');
      await refuseOneTooMany(tx, scope);
      const id = newId<Id<'token'>>();
      // Nobody receives mail there, so that nobody can ever have a password sent for it.
      await tx.query('INSERT INTO accounts (id, email, name, language) VALUES ($1, $2, $3, $4)', [
        id,
        `${id}@token.invalid`,
        request.name,
        scope.language,
      ]);
      await tx.query(
        `INSERT INTO api_tokens (organisation_id, id, token_hash, name, hint, scopes, created_by_name, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, ($8::date + 1)::timestamp AT TIME ZONE 'Europe/Paris')`,
        [
          scope.organisationId,
          id,
          hashSecret(secret),
          request.name,
          secret.slice(0, hintLength),
          request.scopes,
          scope.accountName,
          request.expiresOn,
        ],
      );
      const row = await this.read(tx, scope, id);
      await tx.record({
        kind: 'token-created',
        tokenId: id,
        name: request.name,
        scopes: request.scopes,
        expiresAt: row.expires_at.toISOString(),
      });
      return toResponse(row);
    });
    return { token, secret };
  }

  revoke(scope: Scope, id: Id<'token'>): Promise<TokenResponse> {
    return this.work.run(scope, async (tx) => {
      const [revoked] = await tx.query<{ name: string }>(
        `WITH revoked AS (UPDATE api_tokens SET revoked_at = now(), revoked_by_name = $3
           WHERE organisation_id = $1 AND id = $2 AND revoked_at IS NULL RETURNING name) SELECT name FROM revoked`,
        [scope.organisationId, id, scope.accountName],
      );
      if (revoked) await tx.record({ kind: 'token-revoked', tokenId: id, name: revoked.name });
      return toResponse(await this.read(tx, scope, id));
    });
  }

  private check({ organisationKind }: Scope, { name, scopes, expiresOn }: CreateTokenRequest): void {
    const errors = checkText('/name', name, { max: maxLengths.name });
    if (errors.length > 0) fail('invalid-input', { errors });
    const own = tokenScopesOf(organisationKind);
    const foreign = scopes.findIndex((one) => !own.includes(one));
    if (foreign >= 0) refuseField(`/scopes/${foreign}`, 'not-a-choice');
    const today = this.clock.today();
    if (expiresOn < today) refuseField('/expiresOn', 'date-in-past');
    if (expiresOn > addDays(addMonths(today, longestMonths), 1))
      refuseField('/expiresOn', 'more-than-a-year');
  }

  private async read(tx: Tx, scope: Scope, id: string): Promise<TokenRow> {
    const [row] = await tx.query<TokenRow>(
      `SELECT ${columns} FROM api_tokens WHERE organisation_id = $1 AND id = $2`,
      [scope.organisationId, id],
    );
    return found(row);
  }
}

/** Two at once wait for each other on the organisation's row. */
async function refuseOneTooMany(tx: Tx, { organisationId }: Scope): Promise<void> {
  await tx.query('SELECT 1 FROM organisations WHERE id = $1 FOR UPDATE', [organisationId]);
  const { count } = await tx.get<{ count: number }>(
    'SELECT count(*)::int AS count FROM api_tokens WHERE organisation_id = $1 AND revoked_at IS NULL AND expires_at > now()',
    [organisationId],
  );
  if (count >= maxCounts.apiTokens) fail('too-many-tokens', { params: { max: maxCounts.apiTokens } });
}

function refuseField(pointer: string, code: 'not-a-choice' | 'date-in-past' | 'more-than-a-year'): never {
  fail('invalid-input', { errors: [fieldRefusal(pointer, code)] });
}

function toResponse(row: TokenRow): TokenResponse {
  return {
    id: row.id,
    name: row.name,
    hint: row.hint,
    scopes: row.scopes,
    state: row.state,
    createdByName: row.created_by_name,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
    revokedByName: row.revoked_by_name,
  };
}
