import { maxLengths } from '../limits.js';

const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?';
const domain = new RegExp(`^(?:${label}\\.)+${label}$`, 'u');
const topLevel = /\.(?:\p{L}{2,63}|xn--[a-z0-9-]{2,59})$/u;
const localPart = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const webAddress = /^https?:\/\/([^\s/:?#]+)(?::\d{1,5})?(?:[/?#]\S*)?$/i;

/** A domain name as people paste it: scheme, path, "www." and the last dot are dropped; nothing when it is none. */
export function findDomain(text: string): string | undefined {
  const name = text
    .trim()
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
    .replace(/[/?#].*$/, '')
    .replace(/\.$/, '')
    .replace(/^www\./, '');
  return isDomain(name) ? name : undefined;
}

export function isDomain(name: string): boolean {
  return name.length <= maxLengths.domain && domain.test(name) && topLevel.test(name);
}

/** The address in lower case, as accounts are told apart; nothing when it is none. */
export function findEmail(text: string): string | undefined {
  const email = text.trim().toLowerCase();
  const at = email.lastIndexOf('@');
  const local = email.slice(0, at);
  if (at < 1 || local.length > 64 || email.length > maxLengths.email) return undefined;
  return localPart.test(local) && isDomain(email.slice(at + 1)) ? email : undefined;
}

export function isWebAddress(text: string): boolean {
  const host = webAddress.exec(text)?.[1];
  return host !== undefined && text.length <= maxLengths.shortText && isDomain(host.toLowerCase());
}
