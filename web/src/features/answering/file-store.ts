import { kept, keysUnder, type KeptDatabase } from '../../platform/kept/kept-database.js';
import { nameOf, partsOf, type KeptOwner } from '../../platform/kept/kept-owner.js';
import { following } from '../../platform/kept/keeping.js';

/** A file that waits to be sent, whole, with where it goes. */
export interface KeptFile {
  readonly key: string;
  readonly questionId: string;
  readonly name: string;
  readonly content: Blob;
  readonly path: string;
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  readonly at: number;
}

/** The files of one request that have not arrived. The browser copies them: the original may be moved or changed. */
export class FileStore {
  constructor(
    private readonly owner: KeptOwner,
    private readonly database: KeptDatabase = kept,
  ) {}

  async recall(): Promise<readonly KeptFile[]> {
    const range = keysUnder(...partsOf(this.owner));
    const found: readonly unknown[] = await this.database.read('files', (store) => store.getAll(range));
    return found.filter(isFile).sort((one, other) => one.at - other.at);
  }

  /** False where the browser refused to keep it: it can be sent, and is lost with the page. */
  keep(file: KeptFile): Promise<boolean> {
    askToLast();
    return following(
      this.nameOf(file.key),
      this.database.write('files', (transaction) => {
        transaction.objectStore('files').put(file, this.keyOf(file.key));
      }),
    );
  }

  drop(key: string): Promise<boolean> {
    return following(
      this.nameOf(key),
      this.database.write('files', (transaction) => {
        transaction.objectStore('files').delete(this.keyOf(key));
      }),
    );
  }

  private keyOf(key: string): string[] {
    return [...partsOf(this.owner), key];
  }

  private nameOf(key: string): string {
    return `files/${nameOf(this.owner)}/${key}`;
  }
}

/** A browser that runs short of room may clear what pages keep, unless it was asked not to. */
function askToLast(): void {
  const { storage } = navigator as Partial<Navigator>;
  void storage?.persist().catch(() => false);
}

function isFile(value: unknown): value is KeptFile {
  if (typeof value !== 'object' || value === null) return false;
  const { key, questionId, name, content, path, fields, at } = value as Partial<KeptFile>;
  const texts = [key, questionId, name, path].every((text) => typeof text === 'string');
  return texts && content instanceof Blob && typeof fields === 'object' && typeof at === 'number';
}
