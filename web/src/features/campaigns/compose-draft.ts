export interface Draft {
  readonly name: string;
  readonly versionId: string;
  readonly dueOn: string;
  readonly message: string;
  /** Engagements, each with the contact chosen where the first one is not the right one. */
  readonly chosen: readonly (readonly [engagementId: string, contactId: string | null])[];
}

/**
 * What was composed and not sent outlives a reload and a look at another screen: in this tab, for this person in this
 * organisation, and apart for each beginning (from the list of campaigns, from one engagement).
 */
export function draftKey(organisationId: string, accountId: string, beginning: readonly string[]): string {
  return ['probant-compose', organisationId, accountId, ...beginning.toSorted()].join('/');
}

export function readDraft(key: string): Draft | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return isDraft(kept) ? kept : null;
  } catch {
    return null;
  }
}

export function keepDraft(key: string, draft: Draft): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Storage is closed to us: the composition lasts as long as the page.
  }
}

export function dropDraft(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept either.
  }
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const { name, versionId, dueOn, message, chosen } = value as Partial<Record<keyof Draft, unknown>>;
  return (
    [name, versionId, dueOn, message].every((text) => typeof text === 'string') &&
    Array.isArray(chosen) &&
    chosen.every(isChoice)
  );
}

function isChoice(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  const [engagementId, contactId] = value as unknown[];
  return typeof engagementId === 'string' && (contactId === null || typeof contactId === 'string');
}
