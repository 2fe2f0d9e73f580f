import { type FieldErrors, type FieldValues, get } from 'react-hook-form';

import type { FieldError } from '../feedback/error-summary.js';

/** What was refused of a field, or of what lies inside it. */
export function errorOf<Values extends FieldValues>(
  errors: FieldErrors<Values>,
  name: string,
): { error?: string } {
  const [message] = messagesIn(get(errors, name));
  return message === undefined ? {} : { error: message };
}

/** Its own, or those of what lies inside it: a row of a table, an entry of a list. */
function messagesIn(entry: unknown): string[] {
  const message = messageOf(entry);
  if (message !== undefined) return [message];
  return typeof entry === 'object' && entry !== null
    ? Object.entries(entry).flatMap(([name, inside]) => (name === 'ref' ? [] : messagesIn(inside)))
    : [];
}

/** Every field that is refused, with the id of the control that holds it. */
export function listErrors(errors: object, prefix: string, path = ''): FieldError[] {
  return Object.entries(errors).flatMap(([name, entry]: [string, unknown]) => {
    const message = messageOf(entry);
    // `root` is what is wrong with a list of fields as a whole.
    const field = name === 'root' ? path.slice(0, -1) : `${path}${name}`;
    if (message !== undefined) return [{ fieldId: `${prefix}${field}`, message }];
    return typeof entry === 'object' && entry !== null && name !== 'ref'
      ? listErrors(entry, prefix, `${path}${name}.`)
      : [];
  });
}

function messageOf(entry: unknown): string | undefined {
  if (typeof entry !== 'object' || entry === null || !('message' in entry)) return undefined;
  return typeof entry.message === 'string' && entry.message !== '' ? entry.message : undefined;
}
