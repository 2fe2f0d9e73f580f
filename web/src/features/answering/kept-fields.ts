import { useState, useSyncExternalStore } from 'react';

import { useSignedIn } from '../../platform/session/session.js';

type PlainStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/**
 * What was typed into the small forms of one request and not sent yet: kept over another question, a reload and a closed tab,
 * one entry per form. In memory where the storage is full or closed to us.
 */
export class KeptFields {
  private entries: ReadonlyMap<string, unknown>;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly storage: () => PlainStorage,
    private readonly prefix: string,
  ) {
    this.entries = attempt(() => readAll(storage(), prefix)) ?? new Map<string, unknown>();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** By name of the form; a reader checks what it finds. */
  readonly read = (): ReadonlyMap<string, unknown> => this.entries;

  /** `undefined` once it is sent or emptied. */
  readonly keep = (name: string, fields: object | undefined): void => {
    if (fields === undefined && !this.entries.has(name)) return;
    const entries = new Map(this.entries);
    if (fields === undefined) entries.delete(name);
    else entries.set(name, fields);
    this.entries = entries;
    attempt(() => {
      if (fields === undefined) this.storage().removeItem(this.prefix + name);
      else this.storage().setItem(this.prefix + name, JSON.stringify(fields));
    });
    for (const listener of this.listeners) listener();
  };
}

/** The texts among the fields that were kept under a name; what is no text is left out. */
export function textsOf(kept: KeptFields, name: string): Readonly<Record<string, string>> | undefined {
  const fields = kept.read().get(name);
  if (typeof fields !== 'object' || fields === null) return undefined;
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

export const messageName = (questionId: string): string => `message/${questionId}`;
export const pieceName = (evidenceId: string): string => `piece/${evidenceId}`;

function readAll(storage: PlainStorage, prefix: string): Map<string, unknown> {
  const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  const entries = new Map<string, unknown>();
  for (const name of names.filter((candidate) => candidate.startsWith(prefix)).sort()) {
    const fields: unknown = attempt(() => JSON.parse(storage.getItem(name) ?? 'null') as unknown);
    if (typeof fields === 'object' && fields !== null) entries.set(name.slice(prefix.length), fields);
  }
  return entries;
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

const known = new Map<string, KeptFields>();

/** One per account, workspace and request, like the drafts of its answers. */
export function useKeptFields(assessmentId: string): KeptFields {
  const { account, organisation } = useSignedIn();
  const prefix = `probant-typed/${account.id}/${organisation?.id ?? ''}/${assessmentId}/`;
  const [kept] = useState(() => {
    const fields = known.get(prefix) ?? new KeptFields(() => localStorage, prefix);
    known.set(prefix, fields);
    return fields;
  });
  return kept;
}

export function useKeptEntries(kept: KeptFields): ReadonlyMap<string, unknown> {
  return useSyncExternalStore(kept.subscribe, kept.read);
}
