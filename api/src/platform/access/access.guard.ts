import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { AccountId, AssessmentId, DelegationId, OrganisationId } from '@probant/shared/ids';
import { refusalOf, type OrganisationKind, type Role } from '@probant/shared/permissions';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { fail } from '../http/problem.js';
import {
  accessKey,
  delegatesKey,
  tokensKey,
  type Access,
  type LinkSession,
  type ScopedRequest,
} from './decorators.js';
import { allows, reaches, type Scope, type Speaker } from './scope.js';
import { SessionCookie } from './session-cookie.js';
import { findAuthorization, TokenAccess } from './token-access.js';

interface SessionRow {
  readonly account_id: AccountId;
  readonly account_name: string;
  readonly account_email: string;
  readonly account_language: 'fr' | 'en';
  readonly organisation_id: OrganisationId | null;
  readonly organisation_name: string | null;
  readonly organisation_kind: OrganisationKind | null;
  readonly roles: readonly Role[] | null;
  readonly recipient_id: string | null;
  readonly assessment_id: AssessmentId | null;
  readonly delegation_id: DelegationId | null;
  readonly delegated_keys: readonly string[] | null;
}

/**
 * Finds the session or the token of each request, fresh from the database: a sign-out holds from the next request on, in every
 * process. Whichever it is, what goes on is a scope.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly source: DataSource,
    private readonly cookie: SessionCookie,
    private readonly tokens: TokenAccess,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.get<Access | undefined>(accessKey, context.getHandler());
    if (!rule)
      throw new Error(`${context.getClass().name}.${context.getHandler().name} does not say who may call it`);
    if (rule.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<ScopedRequest>();
    const authorization = findAuthorization(request);
    if (authorization !== undefined) {
      const scope = await this.tokens.scope(
        request,
        context.switchToHttp().getResponse<FastifyReply>(),
        authorization,
      );
      const open = this.reflector.get<true | undefined>(tokensKey, context.getHandler()) === true;
      if (!open || rule.kind !== 'action') return fail('token-not-accepted');
      if (!allows(scope, rule.action)) fail('token-scope-missing', { params: { scope: rule.action } });
      request.scope = scope;
      return true;
    }
    if (rule.kind === 'action-in-statement') return true;
    const session = await this.session(request);
    request.speaker = session.speaker;
    if (rule.kind === 'account' && session.speaker.recipientId !== null) fail('not-permitted');
    const open = this.reflector.get<true | undefined>(delegatesKey, context.getHandler()) === true;
    if (session.speaker.delegationId !== null && !open) refuseDelegate(rule);
    if (rule.kind === 'action') request.scope = permitted(session.scope, rule, request);
    return true;
  }

  private async session(
    request: ScopedRequest,
  ): Promise<{ speaker: Speaker & LinkSession; scope: Scope | null }> {
    const sessionHash = this.cookie.read(request) ?? fail('not-signed-in');
    const rows = await this.source.query<SessionRow[]>('SELECT * FROM find_session($1)', [sessionHash]);
    const row = rows[0] ?? fail('not-signed-in');
    const speaker = {
      accountId: row.account_id,
      accountName: row.account_name,
      email: row.account_email,
      language: row.account_language,
      sessionHash,
      recipientId: row.recipient_id,
      boundTo: row.assessment_id,
      delegationId: row.delegation_id,
    };
    if (row.organisation_id === null || !row.organisation_kind) return { speaker, scope: null };
    const scope = {
      ...speaker,
      organisationId: row.organisation_id,
      organisationName: row.organisation_name ?? '',
      organisationKind: row.organisation_kind,
      roles: row.roles ?? [],
      delegation:
        row.delegation_id === null
          ? null
          : { id: row.delegation_id, questionIds: new Set(row.delegated_keys ?? []) },
      token: null,
    };
    return { speaker, scope };
  }
}

/** What is not handed over does not exist for them; that they cannot submit, they are told. */
function refuseDelegate(rule: Access): never {
  if (rule.kind !== 'action') return fail('not-found');
  const refusal = refusalOf(rule.action);
  return fail(refusal === 'not-permitted' ? 'not-found' : refusal);
}

/** Routes that a session opened by a link reaches carry the assessment in their address, under this name. */
const assessmentParameter = 'assessmentId';
/** And those about one question name it so. */
const questionParameter = 'questionId';

function permitted(scope: Scope | null, rule: Access & { kind: 'action' }, request: ScopedRequest): Scope {
  if (!scope) return fail('not-permitted');
  if (scope.boundTo !== null) {
    const parameters = request.params as Record<string, string | undefined>;
    const asked = parameters[assessmentParameter];
    if (asked !== scope.boundTo) fail(asked === undefined ? 'not-permitted' : 'not-found');
    const question = parameters[questionParameter];
    if (question !== undefined && !reaches(scope, question)) fail('not-found');
  }
  if (!allows(scope, rule.action)) fail(refusalOf(rule.action));
  return scope;
}
