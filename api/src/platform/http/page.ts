import { maxCounts } from '@probant/shared/limits';
import { Type } from 'class-transformer';
import type { Parameter } from '../database/work.js';
import { readCursor, writeCursor, type CursorType } from './cursor.js';
import { Text, Whole } from './fields.js';

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
  readonly type: CursorType;
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
  const cursor = page.after === undefined ? null : readCursor(page.after, [type, 'uuid']);
  if (cursor) {
    const [value, row] = cursor.map((part) => conditions.take(part));
    conditions.add(`(${by}, ${id}) ${descending ? '<' : '>'} (${value}::${type}, ${row}::uuid)`);
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
  const next = rows.length > shown.length && last ? writeCursor([last.cursor_value, last.cursor_id]) : null;
  return { items: shown.map(toItem), next };
}

/** For LIKE: any text that contains these signs, as they are. */
export function containing(search: string): string {
  return `%${search.replace(/[\\%_]/g, '\\$&')}%`;
}
