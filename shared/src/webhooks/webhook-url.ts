import { isPublicAddress } from '../checks/public-address.js';
import { maxLengths } from '../limits.js';

const shape = /^https:\/\/(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::(\d{1,5}))?(?:[/?][^\s#\\]*)?$/i;
const literal = /^(?:\[.*\]|[\d.]+)$/;

/**
 * Whether events may be sent there at all: encrypted, without a name and a password in it, to a full name or a public address.
 * Where a name leads is looked at before every attempt.
 */
export function isWebhookUrl(url: string): boolean {
  const [, named, port = '443'] = shape.exec(url) ?? [];
  const host = named?.toLowerCase();
  if (host === undefined || url.length > maxLengths.url) return false;
  if (Number(port) < 1 || Number(port) > 65_535) return false;
  if (literal.test(host)) return isPublicAddress(host.replace(/^\[|\]$/g, ''));
  return (
    /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(host) && !isPrivateName(host)
  );
}

const privateEndings = ['.localhost', '.local', '.internal', '.home.arpa', '.onion'];

function isPrivateName(host: string): boolean {
  return privateEndings.some((ending) => host.endsWith(ending));
}
