import type { AccountId, AssessmentId, DelegationId, OrganisationId } from '@probant/shared/ids';
import { canAny, type Action, type OrganisationKind, type Role } from '@probant/shared/permissions';
import { isTokenScope, type TokenScope } from '@probant/shared/tokens/token-scopes';

/** Purposes of the platform itself that row security knows; see migrations. */
export type Purpose = 'identity' | 'link' | 'limits' | 'outbox' | 'mailbox' | 'scores' | 'roots' | 'webhooks';

export interface Speaker {
  readonly accountId: AccountId;
  readonly accountName: string;
  readonly email: string;
  readonly language: 'fr' | 'en';
  readonly sessionHash: Buffer;
}

/** A signed-in person speaking for one organisation. Without a scope there is no transaction. */
export interface Scope extends Speaker {
  readonly organisationId: OrganisationId;
  readonly organisationName: string;
  readonly organisationKind: OrganisationKind;
  readonly roles: readonly Role[];
  /** Set for a session opened by a link: it reaches this assessment alone. */
  readonly boundTo: AssessmentId | null;
  /** Set for a colleague who was handed a part of that assessment: row security shows them nothing else. */
  readonly delegation: Delegation | null;
  /** Set for a program that calls with a token: it has no role, and may what its scopes name. */
  readonly token: TokenHold | null;
}

interface TokenHold {
  readonly id: string;
  readonly scopes: ReadonlySet<TokenScope>;
  /** Set for a write that carries an Idempotency-Key: what it does is marked as done in the same transaction. */
  readonly claim: string | null;
}

export interface Delegation {
  readonly id: DelegationId;
  readonly questionIds: ReadonlySet<string>;
}

/** Whether the person may know of the question, or of the request as a whole when it is empty. */
export function reaches({ delegation }: Pick<Scope, 'delegation'>, questionId: string): boolean {
  return delegation === null || delegation.questionIds.has(questionId);
}

export function allows(scope: Pick<Scope, 'roles' | 'token'>, action: Action): boolean {
  if (scope.token !== null) return isTokenScope(action) && scope.token.scopes.has(action);
  return canAny(scope.roles, action);
}

export function actorOf(scope: Pick<Speaker, 'accountId'>): `account:${string}` {
  return `account:${scope.accountId}`;
}
