import type { FieldCode } from './field-problems.js';
import type { ProblemCode } from './problems.js';

/** Facts that fill the sentence of a code, e.g. `{ max: 200 }`. */
export type ProblemParams = Readonly<Record<string, string | number>>;

/** One field that was refused; the pointer is RFC 6901 into what was sent. */
export interface FieldRefusal {
  readonly pointer: string;
  readonly code: FieldCode;
  readonly params?: ProblemParams;
}

export interface Refusal {
  readonly code: ProblemCode;
  readonly params?: ProblemParams;
  readonly errors?: readonly FieldRefusal[];
  /** What stands there now, for a stale revision: the caller shows it beside their own. */
  readonly conflicts?: readonly unknown[];
}

/** What a rule returns: what happened, or why not. */
export type Decision<T> =
  { readonly accepted: true; readonly value: T } | { readonly accepted: false; readonly refusal: Refusal };

export function accept<T>(value: T): Decision<T> {
  return { accepted: true, value };
}

export function refuse(
  code: ProblemCode,
  more: { readonly params?: ProblemParams; readonly errors?: readonly FieldRefusal[] } = {},
): Decision<never> {
  return { accepted: false, refusal: { code, ...more } };
}

/** One refused field. */
export function refuseField(pointer: string, code: FieldCode, params?: ProblemParams): Decision<never> {
  return refuseFields([fieldRefusal(pointer, code, params)]);
}

export function refuseFields(errors: readonly FieldRefusal[]): Decision<never> {
  return refuse('invalid-input', { errors });
}

export function fieldRefusal(pointer: string, code: FieldCode, params?: ProblemParams): FieldRefusal {
  return params === undefined ? { pointer, code } : { pointer, code, params };
}

/** RFC 6901: `pointer('answers', 'a/b', 0)` is `/answers/a~1b/0`. */
export function pointer(...steps: readonly (string | number)[]): string {
  return steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The same refusals, seen from the object that holds what was checked. */
export function under(prefix: string, errors: readonly FieldRefusal[]): FieldRefusal[] {
  return errors.map((error) => ({ ...error, pointer: `${prefix}${error.pointer}` }));
}
