import type { DoneAct, HeldStep, PendingAct, RefusedAct } from './desk-state.js';

/** What has not reached the server: kept over a reload, a closed tab and a lost network. */
export interface KeptWork {
  readonly pending: readonly PendingAct[];
  readonly held: readonly HeldStep[];
  readonly refused: readonly RefusedAct[];
}

/** What can be undone and done again: as long as the tab lives. */
export interface KeptHistory {
  readonly done: readonly DoneAct[];
  readonly undone: readonly DoneAct[];
}

export interface DeskStore {
  readonly load: () => KeptWork & KeptHistory;
  readonly keep: (work: KeptWork, history: KeptHistory) => void;
  /** Work that tabs closed since have left behind; it is this tab's from then on. */
  readonly adopt: () => KeptWork;
  /** This tab is alive: nobody takes its work over. */
  readonly touch: () => void;
}

type PlainStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const orphanAfterMs = 30_000;
const nothing: KeptWork = { pending: [], held: [], refused: [] };

interface Kept extends KeptWork {
  readonly touchedAt: number;
}

/**
 * One entry per account, questionnaire and tab, so that two tabs do not overwrite each other. A storage that is full or closed to
 * us costs the protection over a reload and nothing else.
 */
export function createDeskStore(
  storages: { readonly local: () => PlainStorage; readonly session: () => PlainStorage },
  { owner, tabId, now }: { readonly owner: string; readonly tabId: string; readonly now: () => number },
): DeskStore {
  const prefix = `probant-studio/${owner}/`;
  const own = prefix + tabId;
  const write = (work: KeptWork): void => {
    if (work.pending.length + work.held.length + work.refused.length === 0) storages.local().removeItem(own);
    else storages.local().setItem(own, JSON.stringify({ ...work, touchedAt: now() }));
  };
  return {
    load: () => ({
      ...(attempt(() => readKept(storages.local().getItem(own))) ?? nothing),
      ...(attempt(() => readHistory(storages.session().getItem(prefix))) ?? { done: [], undone: [] }),
    }),
    keep: (work, history) => {
      attempt(() => {
        write(work);
      });
      attempt(() => {
        storages.session().setItem(prefix, JSON.stringify(history));
      });
    },
    adopt: () =>
      attempt(() => takeOrphans(storages.local(), { prefix, own, before: now() - orphanAfterMs })) ?? nothing,
    touch: () => {
      attempt(() => {
        const kept = readKept(storages.local().getItem(own));
        if (kept !== undefined) write(kept);
      });
    },
  };
}

function takeOrphans(
  storage: PlainStorage,
  { prefix, own, before }: { readonly prefix: string; readonly own: string; readonly before: number },
): KeptWork {
  const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  let work = nothing;
  for (const name of names.filter((one) => one.startsWith(prefix) && one !== own)) {
    const kept = readKept(storage.getItem(name));
    if (kept === undefined || kept.touchedAt > before) continue;
    storage.removeItem(name);
    work = {
      pending: [...work.pending, ...kept.pending],
      held: [...work.held, ...kept.held],
      refused: [...work.refused, ...kept.refused],
    };
  }
  return work;
}

function readKept(text: string | null): Kept | undefined {
  const value: unknown = JSON.parse(text ?? 'null');
  if (typeof value !== 'object' || value === null || !('pending' in value)) return undefined;
  // Written by this file; the server checks every step before it takes it.
  return value as Kept;
}

function readHistory(text: string | null): KeptHistory | undefined {
  const value: unknown = JSON.parse(text ?? 'null');
  if (typeof value !== 'object' || value === null || !('done' in value)) return undefined;
  // As above.
  return value as KeptHistory;
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
