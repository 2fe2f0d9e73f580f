import { canonicalJson } from '@probant/shared/proof/canonical-json';

/** Whether two things say the same, whatever the order of their keys. */
export function canonical(value: unknown): string {
  return value === undefined ? '' : canonicalJson(value);
}
