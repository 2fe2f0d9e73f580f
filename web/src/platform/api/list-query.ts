import type { QueryValue } from './request.js';

declare const fromAddress: unique symbol;

/** What the address bar asks of a list. Its values are whatever somebody typed there: the API checks them. */
export type ListQuery = Readonly<Record<string, QueryValue>> & { readonly [fromAddress]: true };

/** Leaves out what is empty. */
export function toListQuery(values: Readonly<Record<string, string>>): ListQuery {
  // The mark exists for the compiler alone.
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== ''),
  ) as unknown as ListQuery;
}
