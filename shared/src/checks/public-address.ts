/** Eight groups of an IPv6 address, or nothing where the text is none. Zones (`%eth0`) are refused: they name a local link. */
export function parseIpv6(text: string): readonly number[] | undefined {
  const withV4 = /^(.*:)(\d{1,3}(?:\.\d{1,3}){3})$/.exec(text);
  if (withV4 !== null) {
    const octets = parseIpv4(withV4[2] ?? '');
    if (octets === undefined) return undefined;
    const [a = 0, b = 0, c = 0, d = 0] = octets;
    return parseIpv6(`${withV4[1] ?? ''}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`);
  }
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [left, right] = halves.map(groupsOf);
  if (left === undefined || (halves.length === 2 && right === undefined)) return undefined;
  if (halves.length === 1) return left.length === 8 ? left : undefined;
  const tail = right ?? [];
  const missing = 8 - left.length - tail.length;
  return missing < 1 ? undefined : [...left, ...Array<number>(missing).fill(0), ...tail];
}

function groupsOf(text: string): number[] | undefined {
  if (text === '') return [];
  const groups = text.split(':');
  return groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))
    ? groups.map((group) => parseInt(group, 16))
    : undefined;
}

export function parseIpv4(text: string): readonly number[] | undefined {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return undefined;
  const octets = text.split('.').map(Number);
  return octets.every((octet) => octet <= 255) ? octets : undefined;
}

/** First address and length of what is not the public internet (RFC 6890 and its register), and of what answers to a cloud alone. */
const closedV4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // The wire server of a cloud, at an address that looks public.
  ['168.63.129.16', 32],
];

/** Inside 2000::/3, the only part of IPv6 that is routed. */
const closedV6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  // An IPv4 address inside an IPv6 one, by a relay that nobody should need.
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
];
const routed = ['2000::', 3] as const;
const mapped = ['::ffff:0:0', 96] as const;
const nat64 = ['64:ff9b::', 96] as const;

/**
 * True for an address that anybody on the internet may connect to. One that carries an IPv4 address (mapped, NAT64) is what that
 * address is; a text that is no address is not public.
 */
export function isPublicAddress(text: string): boolean {
  const v4 = parseIpv4(text);
  if (v4 !== undefined) return isPublicV4(v4);
  const v6 = parseIpv6(text);
  if (v6 === undefined) return false;
  if (inside(v6, mapped) || inside(v6, nat64)) return isPublicV4(lastFour(v6));
  return inside(v6, routed) && !closedV6.some((range) => inside(v6, range));
}

function isPublicV4(octets: readonly number[]): boolean {
  const value = toNumber(octets);
  return !closedV4.some(([first, length]) => {
    const size = 2 ** (32 - length);
    const from = toNumber(parseIpv4(first) ?? []);
    return value >= from && value < from + size;
  });
}

function toNumber(octets: readonly number[]): number {
  return octets.reduce((value, octet) => value * 256 + octet, 0);
}

function lastFour(groups: readonly number[]): readonly number[] {
  return groups.slice(6).flatMap((group) => [group >> 8, group & 255]);
}

function inside(groups: readonly number[], [first, length]: readonly [string, number]): boolean {
  const start = parseIpv6(first) ?? [];
  return groups.every((group, place) => {
    const bits = Math.min(16, Math.max(0, length - place * 16));
    return (group >> (16 - bits) || 0) === ((start[place] ?? 0) >> (16 - bits) || 0);
  });
}
