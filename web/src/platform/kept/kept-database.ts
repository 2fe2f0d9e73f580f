/** What this browser keeps: who is signed in, requests as they were last read, and what waits to be sent. */
export const keptStores = ['session', 'sheets', 'saved', 'drafts', 'typed', 'files'] as const;
export type KeptStore = (typeof keptStores)[number];

/** Why something is not kept: the browser's share of the disk is used up, or it lets no page keep anything. */
export type KeepingTrouble = 'full' | 'closed';

const version = 1;

/**
 * One IndexedDB for all accounts; every key of what belongs to somebody begins with whom. A write is handed to the browser
 * in the very task that asks for it, with its commit: a page that is killed right after has lost nothing.
 */
export class KeptDatabase {
  private database: IDBDatabase | undefined;
  private opening: Promise<IDBDatabase> | undefined;

  constructor(
    private readonly factory: () => IDBFactory,
    private readonly name = 'probant',
  ) {}

  /** Afterwards a write waits for nothing. */
  async open(): Promise<void> {
    await this.connect();
  }

  async read<T>(stores: KeptStore, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const database = await this.connect();
    return new Promise((resolve, reject) => {
      const request = ask(database.transaction(stores).objectStore(stores));
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(toError(request.error));
      };
    });
  }

  /** All or nothing; thrown once the browser has refused it. */
  async write(stores: KeptStore | KeptStore[], change: (transaction: IDBTransaction) => void): Promise<void> {
    await commit(this.database ?? (await this.connect()), stores, change);
  }

  private connect(): Promise<IDBDatabase> {
    this.opening ??= this.begin().catch((error: unknown) => {
      this.opening = undefined;
      throw error;
    });
    return this.opening;
  }

  private begin(): Promise<IDBDatabase> {
    return new Promise((resolve, reject) => {
      const request = this.factory().open(this.name, version);
      request.onupgradeneeded = () => {
        for (const store of keptStores) {
          if (!request.result.objectStoreNames.contains(store)) request.result.createObjectStore(store);
        }
      };
      request.onerror = () => {
        reject(toError(request.error));
      };
      request.onsuccess = () => {
        const { result } = request;
        this.database = result;
        const gone = (): void => {
          this.database = undefined;
          this.opening = undefined;
        };
        result.onclose = gone;
        result.onversionchange = () => {
          result.close();
          gone();
        };
        resolve(result);
      };
    });
  }
}

function commit(
  database: IDBDatabase,
  stores: KeptStore | KeptStore[],
  change: (transaction: IDBTransaction) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(stores, 'readwrite');
    transaction.oncomplete = () => {
      resolve();
    };
    transaction.onabort = () => {
      reject(toError(transaction.error));
    };
    change(transaction);
    transaction.commit();
  });
}

function toError(cause: DOMException | null): Error {
  return cause ?? new Error('the browser keeps nothing');
}

export function troubleOf(error: unknown): KeepingTrouble {
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'closed';
}

/** Every key that begins with these parts. */
export function keysUnder(...parts: readonly string[]): IDBKeyRange {
  return IDBKeyRange.bound([...parts], [...parts, []]);
}

export const kept = new KeptDatabase(() => indexedDB);
