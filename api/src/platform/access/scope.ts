import type { AccountId, AssessmentId, OrganisationId } from '@probant/shared/ids';
import { can, type Action, type OrganisationKind, type Role } from '@probant/shared/permissions';

/** Purposes of the platform itself that row security knows; see migrations. */
export type Purpose = 'identity' | 'link' | 'limits' | 'outbox' | 'mailbox' | 'scores' | 'roots';

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
}

export function allows(scope: Pick<Scope, 'roles'>, action: Action): boolean {
  return scope.roles.some((role) => can(role, action));
}

export function actorOf(scope: Pick<Speaker, 'accountId'>): `account:${string}` {
  return `account:${scope.accountId}`;
}
