import type { FieldValues, Path } from 'react-hook-form';

import { isProblem } from '../../platform/api/problem.js';

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

/**
 * Puts what the API refused on the fields of a form. Answers whether every refusal found its field: what did not belongs in
 * a `ProblemNotice` above the form.
 */
export function showFieldProblems<Values extends FieldValues>(error: unknown, form: Form<Values>): boolean {
  if (!isProblem(error) || error.fields.length === 0) return false;
  const known = error.fields.filter((field) => hasField(form.getValues(), fieldName(field.pointer)));
  for (const field of known) {
    // Checked by hasField: the name leads to a value of this form.
    form.setError(fieldName(field.pointer) as Path<Values>, {
      type: field.code,
      message: field.detail ?? field.code,
    });
  }
  return known.length === error.fields.length;
}

function hasField(values: unknown, name: string): boolean {
  return name
    .split('.')
    .reduce<{ value: unknown; found: boolean }>(
      ({ value, found }, part) =>
        found && typeof value === 'object' && value !== null && part in value
          ? { value: Object.entries(value).find(([key]) => key === part)?.[1], found: true }
          : { value: undefined, found: false },
      { value: values, found: true },
    ).found;
}
