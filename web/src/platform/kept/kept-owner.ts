/** Whose it is and what for: an account, in the name of an organisation, about one request. */
export interface KeptOwner {
  readonly accountId: string;
  readonly organisationId: string;
  readonly assessmentId: string;
}

export function partsOf({ accountId, organisationId, assessmentId }: KeptOwner): string[] {
  return [accountId, organisationId, assessmentId];
}

export function nameOf(owner: KeptOwner): string {
  return partsOf(owner).join('/');
}
