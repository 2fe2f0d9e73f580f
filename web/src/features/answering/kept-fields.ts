import { useSyncExternalStore } from 'react';

import { kept, keysUnder, type KeptDatabase } from '../../platform/kept/kept-database.js';
import { partsOf, type KeptOwner } from '../../platform/kept/kept-owner.js';
import { following } from '../../platform/kept/keeping.js';

/**
 * What was typed into the small forms of one request and not sent yet: kept over another question, a reload and a closed
 * browser, one entry per form. In memory where the browser keeps nothing.
 */
export class KeptFields {
  private entries: ReadonlyMap<string, unknown> = new Map();
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly owner: KeptOwner,
    private readonly database: KeptDatabase = kept,
  ) {}

  async recall(): Promise<void> {
    const range = keysUnder(...partsOf(this.owner));
    const found: readonly unknown[] = await this.database.read('typed', (store) => store.getAll(range));
    this.entries = new Map(found.filter(isKept).map(({ name, fields }) => [name, fields]));
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
    const key = [...partsOf(this.owner), name];
    const write = this.database.write('typed', (transaction) => {
      const store = transaction.objectStore('typed');
      if (fields === undefined) store.delete(key);
      else store.put({ name, fields }, key);
    });
    void following(`typed/${key.join('/')}`, write);
    for (const listener of this.listeners) listener();
  };
}

function isKept(value: unknown): value is { readonly name: string; readonly fields: object } {
  if (typeof value !== 'object' || value === null) return false;
  const name: unknown = Reflect.get(value, 'name');
  const fields: unknown = Reflect.get(value, 'fields');
  return typeof name === 'string' && typeof fields === 'object' && fields !== null;
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

export function useKeptEntries(kept: KeptFields): ReadonlyMap<string, unknown> {
  return useSyncExternalStore(kept.subscribe, kept.read);
}
