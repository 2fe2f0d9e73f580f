import { createParamDecorator, SetMetadata, applyDecorators, type ExecutionContext } from '@nestjs/common';
import { ApiExtension, ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { Action } from '@probant/shared/permissions';
import type { FastifyRequest } from 'fastify';
import type { OperationExample } from '../http/openapi-examples.js';
import { ProblemResponse } from '../http/problem-response.js';
import type { Scope as ScopeType, Speaker as SpeakerType } from './scope.js';

/** What the guard reads and the OpenAPI document shows as `x-access`. */
export type Access =
  | { readonly kind: 'public' }
  /** Signed in, whatever the organisation and the role. */
  | { readonly kind: 'account' }
  /** The holder of a link who passed the code, before or after choosing a workspace. */
  | { readonly kind: 'link' }
  | { readonly kind: 'action'; readonly action: Action }
  /** As action, but the handler's own statement finds the session: it must refuse exactly as the guard does. */
  | { readonly kind: 'action-in-statement'; readonly action: Action };

export const accessKey = 'probant:access';
export const delegatesKey = 'probant:delegates';
export const tokensKey = 'probant:tokens';

function access(rule: Access): MethodDecorator {
  return applyDecorators(
    SetMetadata(accessKey, rule),
    ApiExtension('x-access', rule),
    ApiResponse({ status: 'default', type: ProblemResponse, description: 'problem+json' }),
  );
}

/** The route is for members whose role allows the action. */
export const Allow = (action: Action): MethodDecorator => access({ kind: 'action', action });
export const AllowInStatement = (action: Action): MethodDecorator =>
  access({ kind: 'action-in-statement', action });
export const Public = (): MethodDecorator => access({ kind: 'public' });
export const SignedIn = (): MethodDecorator => access({ kind: 'account' });
export const LinkHolder = (): MethodDecorator => access({ kind: 'link' });

/**
 * The route is also for a colleague who was handed a part of the request. Without this mark a route does not exist for them,
 * whatever their role allows.
 */
export const OpenToDelegates = (): MethodDecorator =>
  applyDecorators(SetMetadata(delegatesKey, true), ApiExtension('x-delegates', true));

/**
 * The route is also for a program that calls with a token whose scopes name the route's action. Without this mark a route refuses
 * every token. It shows what is sent and what comes back.
 */
export const OpenToTokens = (summary: string, example: OperationExample): MethodDecorator =>
  applyDecorators(SetMetadata(tokensKey, true), ApiExtension('x-tokens', example), ApiOperation({ summary }));

export interface ScopedRequest extends FastifyRequest {
  scope?: ScopeType;
  speaker?: SpeakerType & LinkSession;
}

export interface LinkSession {
  /** Set for a session that a link opened. */
  readonly recipientId: string | null;
  readonly boundTo: string | null;
  /** Set for a session of a colleague who was handed a part. */
  readonly delegationId: string | null;
}

function requestOf(context: ExecutionContext): ScopedRequest {
  return context.switchToHttp().getRequest<ScopedRequest>();
}

/** The scope of the signed-in member; only on routes with `@Allow`. */
export const Scope = createParamDecorator((_: unknown, context: ExecutionContext): ScopeType => {
  const { scope } = requestOf(context);
  if (!scope) throw new Error('a route without @Allow has no scope');
  return scope;
});

/** The signed-in person, whatever they speak for; on routes with `@SignedIn`, `@LinkHolder` or `@Allow`. */
export const Speaker = createParamDecorator(
  (_: unknown, context: ExecutionContext): SpeakerType & LinkSession => {
    const { speaker } = requestOf(context);
    if (!speaker) throw new Error('a public route has no speaker');
    return speaker;
  },
);
