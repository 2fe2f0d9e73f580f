import { isUuid } from '@probant/shared/ids';
import { maxCounts } from '@probant/shared/limits';
import { Type } from 'class-transformer';
import type { Parameter } from '../database/work.js';
import { Text, Whole } from './fields.js';
import { ProblemError } from './problem.js';

export const defaultPageSize = 50;

/** How a list is paged: `after` is the `next` of the page before. */
export class PageQuery {
  @Type(() => Number)
  @Whole({ optional: true, min: 1, max: maxCounts.pageSize })
  limit?: number;

  @Text({ optional: true, max: 2_000, description: 'The `next` of the page before' })
  after?: string;
}

/** What a list may sort by; `by` is never null, and `id` makes the order total. */
export interface Order {
  readonly by: string;
  readonly type: 'text' | 'date' | 'timestamptz' | 'integer' | 'bigint' | 'double precision';
  readonly id: string;
}
type Orders = Readonly<Record<string, Order>>;
export type ChosenOrder = Order & { readonly descending: boolean };

/** Each name as it is and with `-` before it, which turns the order round. */
export function sortNames(...names: readonly string[]): string[] {
  return names.flatMap((name) => [name, `-${name}`]);
}

export function orderOf<T extends Orders>(
  sort: string | undefined,
  otherwise: (keyof T & string) | `-${keyof T & string}`,
  orders: T,
): ChosenOrder {
  const asked = sort ?? otherwise;
  const descending = asked.startsWith('-');
  const order = orders[descending ? asked.slice(1) : asked];
  if (!order) throw new RangeError(`no order ${asked}`);
  return { ...order, descending };
}

/** The conditions of a list and their parameters, in step. */
export class Conditions {
  readonly parameters: Parameter[] = [];
  private readonly texts: string[] = [];

  /** Each `?` of the text takes one of the values, in turn. */
  add(text: string, ...values: readonly Parameter[]): this {
    const left = [...values];
    this.texts.push(text.replaceAll('?', () => this.take(left.shift() ?? null)));
    return this;
  }

  /** The place of one more parameter. */
  take(value: Parameter): string {
    this.parameters.push(value);
    return `$${this.parameters.length}`;
  }

  toString(): string {
    return this.texts.map((text) => `(${text})`).join(' AND ');
  }
}

/** WHERE, ORDER BY and LIMIT of one page; a row more than the page holds tells whether another follows. */
export function pageClause(
  conditions: Conditions,
  order: ChosenOrder,
  page: { readonly limit?: number; readonly after?: string },
): string {
  const { by, id, type, descending } = order;
  const cursor = page.after === undefined ? null : readCursor(page.after, type);
  if (cursor) {
    const value = conditions.take(cursor[0]);
    conditions.add(
      `(${by}, ${id}) ${descending ? '<' : '>'} (${value}::${type}, ${conditions.take(cursor[1])}::uuid)`,
    );
  }
  return listClause(conditions, order, (page.limit ?? defaultPageSize) + 1);
}

/** WHERE, ORDER BY and LIMIT of a list that is read from its beginning. */
export function listClause(conditions: Conditions, order: ChosenOrder, maxRows: number): string {
  const { by, id, descending } = order;
  const direction = descending ? ' DESC' : '';
  const where = conditions.toString();
  const limit = conditions.take(maxRows);
  return `${where === '' ? '' : `WHERE ${where} `}ORDER BY ${by}${direction}, ${id}${direction} LIMIT ${limit}`;
}

/** Selects what the cursor of a row is made of. */
export function cursorColumns({ by, id }: Order): string {
  return `(${by})::text AS cursor_value, ${id} AS cursor_id`;
}

export interface CursorRow {
  readonly cursor_value: string;
  readonly cursor_id: string;
}

export function toPage<R extends CursorRow, T>(
  rows: readonly R[],
  page: { readonly limit?: number },
  toItem: (row: R) => T,
): { items: T[]; next: string | null } {
  const shown = rows.slice(0, page.limit ?? defaultPageSize);
  const last = shown.at(-1);
  const next = rows.length > shown.length && last ? writeCursor(last) : null;
  return { items: shown.map(toItem), next };
}

function writeCursor(row: CursorRow): string {
  return Buffer.from(JSON.stringify([row.cursor_value, row.cursor_id])).toString('base64url');
}

const isNumber = (text: string): boolean => text !== '' && Number.isFinite(Number(text));
const isMoment = (text: string): boolean => /^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(Date.parse(text));
const looksLike: Readonly<Record<Order['type'], (text: string) => boolean>> = {
  text: (text) => !text.includes('\u0000'),
  date: isMoment,
  timestamptz: isMoment,
  integer: isNumber,
  bigint: isNumber,
  'double precision': isNumber,
};

/** A cursor that this list wrote; anything else is refused. */
function readCursor(after: string, type: Order['type']): [string, string] {
  try {
    const cursor: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    const [value, id] = Array.isArray(cursor) ? (cursor as unknown[]) : [];
    if (typeof value === 'string' && typeof id === 'string' && isUuid(id) && looksLike[type](value))
      return [value, id];
  } catch {
    // Not JSON: refused below like any other cursor that is not ours.
  }
  throw new ProblemError({ code: 'invalid-input', errors: [{ pointer: '/after', code: 'wrong-type' }] });
}

/** For LIKE: any text that contains these signs, as they are. */
export function containing(search: string): string {
  return `%${search.replace(/[\\%_]/g, '\\$&')}%`;
}
