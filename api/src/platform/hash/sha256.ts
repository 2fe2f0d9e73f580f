import { hash } from 'node:crypto';

/** Of the UTF-8 bytes, in lower-case hexadecimal: what `shared` takes wherever something is hashed. */
export function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}
