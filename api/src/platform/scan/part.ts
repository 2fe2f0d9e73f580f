import type { Content } from '../files/content.js';
import type { Budget } from './budget.js';

/** One piece of the file under scan: the file itself, or something found inside it. */
export interface Part {
  readonly content: Content;
  /** Names on the way down, `lot.zip/mail.eml/a.txt`; empty for the file itself. */
  readonly where: string;
  /** Archives that were opened to get here. */
  readonly depth: number;
}

export interface Unopened {
  readonly where: string;
  /** An encrypted part is closed to every engine; an unread one only to the built-in one. */
  readonly why: 'encrypted' | 'unread';
}

/** What every walker is given. */
export interface ScanContext {
  readonly budget: Budget;
  readonly workFolder: string;
  readonly unopened: Unopened[];
  /** Looks into a part that was found; its own bytes are matched already. */
  walk(part: Part): Promise<void>;
}

export function inside(where: string, name: string): string {
  return where === '' ? name : `${where}/${name}`;
}
