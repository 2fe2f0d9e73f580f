import { randomBytes } from 'node:crypto';

/** 64 hexadecimal digits to hash beside what could otherwise be found by trying: few values, told to somebody who must not know them. */
export function newSalt(): string {
  return randomBytes(32).toString('hex');
}
