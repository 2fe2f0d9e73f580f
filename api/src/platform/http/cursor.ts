import { isDay } from '@probant/shared/calendar';
import { isUuid } from '@probant/shared/ids';
import { isWellFormed } from '@probant/shared/proof/canonical-json';
import { ProblemError } from './problem.js';

/** What a cursor may be made of, by the PostgreSQL type that its text is cast to. */
export type CursorType = 'text' | 'date' | 'timestamptz' | 'integer' | 'bigint' | 'double precision' | 'uuid';

type Texts<T extends readonly unknown[]> = { readonly [K in keyof T]: string };

/** The row that a page ended with, told by what the list is sorted by, as PostgreSQL prints it. */
export function writeCursor(texts: readonly string[]): string {
  return Buffer.from(JSON.stringify(texts)).toString('base64url');
}

/** Whatever came in, PostgreSQL can read what comes out; anything that this product cannot have written is refused. */
export function readCursor<const T extends readonly CursorType[]>(after: string, types: T): Texts<T> {
  const texts = findTexts(after);
  const fits =
    texts?.length === types.length && types.every((type, place) => isPrinted[type](texts[place] ?? ''));
  if (fits) return texts as Texts<T>;
  throw new ProblemError({ code: 'invalid-input', errors: [{ pointer: '/after', code: 'wrong-type' }] });
}

function findTexts(after: string): readonly string[] | undefined {
  try {
    const cursor: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    const texts: readonly unknown[] = Array.isArray(cursor) ? cursor : [];
    return texts.every((text) => typeof text === 'string') ? texts : undefined;
  } catch {
    // Not JSON: as little ours as any other text.
    return undefined;
  }
}

const isPrinted: Readonly<Record<CursorType, (text: string) => boolean>> = {
  text: (text) => isWellFormed(text) && !text.includes('\u0000'),
  date: isDay,
  timestamptz: isMoment,
  integer: (text) => isWhole(text, 31n),
  bigint: (text) => isWhole(text, 63n),
  'double precision': isDouble,
  uuid: isUuid,
};

/** In any time zone of a session: `2026-11-22 09:00:00.123456+01`, and as the product prints instants. */
const moment =
  /^(\d{4}-\d\d-\d\d)[ T](?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:\.\d{1,6})?(?:Z|[+-](?:0\d|1[0-4])(?::[0-5]\d){0,2})$/;

function isMoment(text: string): boolean {
  const day = moment.exec(text)?.[1];
  return day !== undefined && isDay(day);
}

function isWhole(text: string, bits: bigint): boolean {
  if (!/^(?:0|-?[1-9]\d{0,18})$/.test(text)) return false;
  const whole = BigInt(text);
  return -(1n << bits) <= whole && whole < 1n << bits;
}

/** PostgreSQL refuses what a double cannot hold: too large, or so small that only zero is left. */
function isDouble(text: string): boolean {
  const parts = /^-?(\d{1,20}(?:\.\d{1,20})?)(?:e[+-]\d{1,3})?$/.exec(text);
  const value = Math.abs(Number(text));
  return parts !== null && value < Infinity && (value > 0 || Number(parts[1]) === 0);
}
