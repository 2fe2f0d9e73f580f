import type { FieldValues, Path } from 'react-hook-form';

import { type FieldProblem, isProblem } from '../../platform/api/problem.js';

/** `/contacts/0/email` → `contacts.0.email`, the way react-hook-form names fields. */
export function fieldName(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
}

/** The two methods of a react-hook-form form that take part. */
interface Form<Values extends FieldValues> {
  getValues(): Values;
  setError(name: Path<Values>, error: { type: string; message: string }): void;
}

interface FieldWords {
  /** One entry of a list was refused: `« exemple » : pas un nom de domaine`. */
  readonly entry: (entry: string, message: string) => string;
  /** The same where the entry has no text of its own. */
  readonly place: (number: number, message: string) => string;
  /** Fields typed as one text and sent as a list: how the text is taken apart. */
  readonly lists?: Lists;
}

export type Lists = Readonly<Partial<Record<string, (typed: string) => readonly string[]>>>;

/**
 * Puts what the API refused on the fields of a form: on the field itself, or on the closest one around it, which then names
 * the entry that was meant. Answers with what found no field: that belongs in a `ProblemNotice` above the form.
 */
export function showFieldProblems<Values extends FieldValues>(
  error: unknown,
  form: Form<Values>,
  words: FieldWords,
): readonly FieldProblem[] {
  if (!isProblem(error)) return [];
  const values = form.getValues();
  const lost: FieldProblem[] = [];
  const placed = new Map<string, { readonly type: string; readonly messages: string[] }>();
  for (const field of error.fields) {
    const path = findField(values, fieldName(field.pointer).split('.'));
    if (path === null) {
      lost.push(field);
      continue;
    }
    const name = path.found.join('.');
    const message = inWords(field.detail ?? field.code, name, path, words);
    const before = placed.get(name);
    if (before) before.messages.push(message);
    else placed.set(name, { type: field.code, messages: [message] });
  }
  for (const [name, { type, messages }] of placed) {
    // Checked by findField: the name leads to a value of this form.
    form.setError(name as Path<Values>, { type, message: messages.join(' ') });
  }
  return lost;
}

interface FoundField {
  readonly found: readonly string[];
  readonly value: unknown;
  /** What of the pointer lies inside the field. */
  readonly rest: readonly string[];
}

/** The longest beginning of the path that leads to a value of the form. */
function findField(values: unknown, path: readonly string[]): FoundField | null {
  let value = values;
  for (const [depth, part] of path.entries()) {
    const inside: unknown =
      typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined;
    if (inside === undefined) {
      return depth === 0 ? null : { found: path.slice(0, depth), value, rest: path.slice(depth) };
    }
    value = inside;
  }
  return { found: path, value, rest: [] };
}

function inWords(message: string, name: string, { value, rest }: FoundField, words: FieldWords): string {
  const [place] = rest;
  if (place === undefined || !/^\d+$/.test(place)) return message;
  const list = typeof value === 'string' ? words.lists?.[name]?.(value) : undefined;
  const entry = list?.[Number(place)];
  return entry === undefined ? words.place(Number(place) + 1, message) : words.entry(entry, message);
}
