import { Injectable } from '@nestjs/common';
import type { AccountId, OrganisationId } from '@probant/shared/ids';
import type { OrganisationKind } from '@probant/shared/permissions';
import { tokenScopesOf } from '@probant/shared/tokens/token-scopes';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { newId } from '../database/new-id.js';
import { fail } from '../http/problem.js';
import { RateLimit, sourceOf, type Limit } from '../http/rate-limit.js';
import type { Scope } from './scope.js';
import { hashSecret, newSecret } from './session-cookie.js';

interface TokenRow {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly organisation_id: OrganisationId;
  readonly organisation_name: string;
  readonly organisation_kind: OrganisationKind;
  readonly language: 'fr' | 'en';
}

/** The beginning tells whoever finds one lying about, person or scanner, what it is. */
const beginning = 'prb_';
const shape = /^prb_[\w-]{43}$/;

const requestsPerToken: Limit = { hits: 300, seconds: 60 };
const missesPerSource: Limit = { hits: 60, seconds: 900 };
const safeMethods = new Set(['GET', 'HEAD']);
export const keyHeader = 'idempotency-key';

export function newToken(): string {
  return `${beginning}${newSecret()}`;
}

/**
 * What stands in an Authorization header for a token; a request that carries one speaks for nobody else, whatever its cookies.
 * Other schemes are between a browser and a proxy on the way.
 */
export function findAuthorization({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined {
  return /^bearer\b/i.test(headers.authorization ?? '') ? headers.authorization : undefined;
}

/** Finds whom a token speaks for, fresh from the database: one that is revoked is refused from the next request on. */
@Injectable()
export class TokenAccess {
  constructor(
    private readonly source: DataSource,
    private readonly limits: RateLimit,
  ) {}

  async scope(request: FastifyRequest, reply: FastifyReply, authorization: string): Promise<Scope> {
    const token = /^bearer +(\S+)$/i.exec(authorization)?.[1] ?? '';
    const row = shape.test(token) ? await this.find(token) : undefined;
    if (row === undefined) {
      await this.limits.hit(`token:miss:${sourceOf(request.ip)}`, missesPerSource);
      void reply.header('www-authenticate', 'Bearer');
      return fail('token-refused');
    }
    await this.count(row.id, reply);
    const own = tokenScopesOf(row.organisation_kind);
    const isRead = safeMethods.has(request.method);
    return {
      accountId: row.id as AccountId,
      accountName: row.name,
      email: '',
      language: row.language,
      sessionHash: hashSecret(token),
      organisationId: row.organisation_id,
      organisationName: row.organisation_name,
      organisationKind: row.organisation_kind,
      roles: [],
      boundTo: null,
      delegation: null,
      token: {
        id: row.id,
        scopes: new Set(own.filter((scope) => row.scopes.includes(scope))),
        claim: isRead || request.headers[keyHeader] === undefined ? null : newId(),
      },
    };
  }

  /** By its hash: how far a guess agrees with a token is nothing that time tells. */
  private async find(token: string): Promise<TokenRow | undefined> {
    const [row] = await this.source.query<TokenRow[]>('SELECT * FROM find_api_token($1)', [
      hashSecret(token),
    ]);
    return row;
  }

  private async count(tokenId: string, reply: FastifyReply): Promise<void> {
    const { hits, seconds: window } = requestsPerToken;
    const { left, seconds } = await this.limits.countDown(`token:${tokenId}`, requestsPerToken);
    void reply
      .header('ratelimit-policy', `"token";q=${hits};w=${window}`)
      .header('ratelimit', `"token";r=${Math.max(0, left)};t=${seconds}`);
    if (left < 0) fail('too-many-requests', { params: { seconds } });
  }
}
