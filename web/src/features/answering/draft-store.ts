import type { Draft } from './draft.js';

/** What of one question has not been acknowledged: under way when the page was left, and typed since. */
export interface KeptDrafts {
  readonly sent?: Draft;
  readonly draft?: Draft;
}

/** Keeps unsaved answers over a reload or a closed tab. */
export interface DraftStore {
  readonly load: () => ReadonlyMap<string, KeptDrafts>;
  readonly keep: (questionId: string, drafts: KeptDrafts) => void;
}

type PlainStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/**
 * One entry per account, request and question, so that two tabs do not overwrite each other's questions. A storage that is
 * full or closed to us costs the protection over a reload and nothing else.
 */
export function createDraftStore(storage: () => PlainStorage, owner: string): DraftStore {
  const prefix = `probant-draft/${owner}/`;
  return {
    load: () => attempt(() => readAll(storage(), prefix)) ?? new Map(),
    keep: (questionId, { sent, draft }) => {
      attempt(() => {
        const name = prefix + questionId;
        if (sent === undefined && draft === undefined) storage().removeItem(name);
        else storage().setItem(name, JSON.stringify({ sent, draft }));
      });
    },
  };
}

function readAll(storage: PlainStorage, prefix: string): Map<string, KeptDrafts> {
  const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  const kept = new Map<string, KeptDrafts>();
  for (const name of names.filter((candidate) => candidate.startsWith(prefix)).sort()) {
    const drafts = attempt(() => toKept(JSON.parse(storage.getItem(name) ?? 'null')));
    if (drafts !== undefined) kept.set(name.slice(prefix.length), drafts);
  }
  return kept;
}

function toKept(value: unknown): KeptDrafts | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const sent = 'sent' in value ? toDraft(value.sent) : undefined;
  const draft = 'draft' in value ? toDraft(value.draft) : undefined;
  if (sent === undefined && draft === undefined) return undefined;
  return { ...(sent === undefined ? {} : { sent }), ...(draft === undefined ? {} : { draft }) };
}

function toDraft(value: unknown): Draft | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { answer, revision, clientKey } = value as Partial<Draft>;
  if (typeof answer !== 'object' || typeof revision !== 'number' || typeof clientKey !== 'string') {
    return undefined;
  }
  return { answer, revision, clientKey };
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
