import type { Sha256OfBytes } from './proof-crypto.js';

/**
 * Reads the line of an event where it stands, without making a string or an object of it, and says whether it goes on from the one before as it
 * should. Most lines of a chain do; one that is written in any other way, or does not, is read again by the rules for faults.
 */
export interface SoundLines {
  /** Whether bytes from `start` to before `end` are the next event of the chain, sound in itself. */
  readonly goesOn: (bytes: Uint8Array, start: number, end: number) => boolean;
  /** Says where the chain stands, after a line that was read in another way. */
  readonly standAt: (sequence: number, hash: string) => void;
}

const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const keys = {
  previousHash: ascii('{"previousHash":"'),
  sequence: ascii('","sequence":'),
  at: ascii(',"at":"'),
  actor: ascii('","actor":"'),
  kind: ascii('","kind":"'),
  textSha256: ascii('","textSha256":"'),
  hash: ascii('","hash":"'),
  text: ascii('","text":"'),
};
const [quote, backslash, lineFeed, brace] = [0x22, 0x5c, 0x0a, 0x7d];
const hashLength = 64;
/** What follows a backslash, but for `u`. */
const escapes = new Map(
  [
    ['"', '"'],
    ['\\', '\\'],
    ['/', '/'],
    ['b', '\b'],
    ['f', '\f'],
    ['n', '\n'],
    ['r', '\r'],
    ['t', '\t'],
  ].map(([after = '', meant = '']) => [after.charCodeAt(0), meant.charCodeAt(0)]),
);
const escaped = Uint8Array.from({ length: 256 }, (_, byte) => escapes.get(byte) ?? 0);

/** Events of the kinds that are to be read `apart` are none of these. */
export function soundLines(chainId: string, sha256: Sha256OfBytes, apart: readonly string[]): SoundLines {
  const kinds = apart.map(ascii);
  const chain = ascii(`\n${chainId}\n`);
  const isPlain = /^[ -~]*$/.test(chainId);
  const last = new Uint8Array(hashLength).fill(0x30);
  let sequence = 0;
  let [message, text] = [new Uint8Array(1_024), new Uint8Array(4_096)];

  const goesOn = (bytes: Uint8Array, start: number, end: number): boolean => {
    const room = end - start + chain.length + 64;
    if (room > message.length) message = new Uint8Array(2 * room);
    if (room > text.length) text = new Uint8Array(2 * room);
    let place = skip(bytes, start, keys.previousHash);
    if (place < 0 || !isPlain || !isSame(bytes, place, last)) return false;
    copy(bytes, place, message, 0, hashLength);
    message.set(chain, hashLength);
    const before = hashLength + chain.length;
    const members = copyMembers(bytes, place + hashLength, end, {
      message,
      before,
      next: sequence + 1,
      kinds,
    });
    if (members === undefined) return false;
    const { textHash, length } = members;
    const ownHash = skip(bytes, textHash + hashLength, keys.hash);
    place = ownHash < 0 ? -1 : skip(bytes, ownHash + hashLength, keys.text);
    const textLength = place < 0 ? -1 : copyText(bytes, place, end, text);
    if (textLength < 0 || !isHex(bytes, textHash, sha256(text.subarray(0, textLength)))) return false;
    if (!isHex(bytes, ownHash, sha256(message.subarray(0, length)))) return false;
    copy(bytes, ownHash, last, 0, hashLength);
    sequence += 1;
    return true;
  };
  const standAt = (number: number, hash: string): void => {
    sequence = number;
    last.set(ascii(hash.slice(0, hashLength)));
  };
  return { goesOn, standAt };
}

interface Message {
  /** What is hashed, line by line. */
  readonly message: Uint8Array;
  /** How much of it is there. */
  readonly before: number;
  readonly next: number;
  readonly kinds: readonly Uint8Array[];
}

/** From the sequence to the hash of the text, which is the last line. */
function copyMembers(
  bytes: Uint8Array,
  start: number,
  end: number,
  { message, before, next, kinds }: Message,
): { readonly textHash: number; readonly length: number } | undefined {
  let place = skip(bytes, start, keys.sequence);
  const digits = String(next);
  if (place < 0) return undefined;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = digits.charCodeAt(index);
    if (bytes[place + index] !== digit) return undefined;
    message[before + index] = digit;
  }
  place += digits.length;
  let to = before + digits.length;
  for (const key of [keys.at, keys.actor, keys.kind]) {
    place = skip(bytes, place, key);
    if (place < 0 || (key === keys.kind && kinds.some((kind) => skip(bytes, place, kind) >= 0)))
      return undefined;
    message[to] = lineFeed;
    const length = copyString(bytes, place, end, message, to + 1);
    if (length < 0) return undefined;
    place += length;
    to += 1 + length;
  }
  const textHash = skip(bytes, place, keys.textSha256);
  if (textHash < 0) return undefined;
  message[to] = lineFeed;
  copy(bytes, textHash, message, to + 1, hashLength);
  return { textHash, length: to + 1 + hashLength };
}

/** The place behind the key; −1 where something else stands. */
function skip(bytes: Uint8Array, place: number, key: Uint8Array): number {
  for (let index = 0; index < key.length; index += 1) if (bytes[place + index] !== key[index]) return -1;
  return place + key.length;
}

function copy(bytes: Uint8Array, place: number, into: Uint8Array, to: number, length: number): void {
  for (let index = 0; index < length; index += 1) into[to + index] = bytes[place + index] ?? 0;
}

/** The length of a string that needs no escape, copied; −1 for another. */
function copyString(bytes: Uint8Array, place: number, end: number, into: Uint8Array, to: number): number {
  for (let index = 0; place + index < end; index += 1) {
    const byte = bytes[place + index] ?? 0;
    if (byte === quote) return index;
    if (byte < 0x20 || byte > 0x7e || byte === backslash) return -1;
    into[to + index] = byte;
  }
  return -1;
}

/** The length of the text that ends the line, once its escapes are undone; −1 for one that is not written as plainly as texts are. */
function copyText(bytes: Uint8Array, start: number, end: number, into: Uint8Array): number {
  if (bytes[end - 2] !== quote || bytes[end - 1] !== brace) return -1;
  const stop = end - 2;
  let length = 0;
  let place = start;
  while (place < stop) {
    const byte = bytes[place] ?? 0;
    if (byte === backslash) {
      const meant = escaped[bytes[place + 1] ?? 0] ?? 0;
      if (meant === 0) return -1;
      into[length] = meant;
      length += 1;
      place += 2;
    } else if (byte < 0x80) {
      if (byte === quote || byte < 0x20) return -1;
      into[length] = byte;
      length += 1;
      place += 1;
    } else {
      const size = utf8Size(bytes, place, stop);
      if (size === 0) return -1;
      copy(bytes, place, into, length, size);
      length += size;
      place += size;
    }
  }
  return place === stop ? length : -1;
}

function isSame(bytes: Uint8Array, place: number, hash: Uint8Array): boolean {
  for (let index = 0; index < hashLength; index += 1) if (bytes[place + index] !== hash[index]) return false;
  return true;
}

function isHex(bytes: Uint8Array, place: number, hash: string): boolean {
  for (let index = 0; index < hashLength; index += 1)
    if (bytes[place + index] !== hash.charCodeAt(index)) return false;
  return true;
}

/** Of the character beyond ASCII that begins here; 0 for bytes that are none. */
function utf8Size(bytes: Uint8Array, place: number, end: number): number {
  const lead = bytes[place] ?? 0;
  const size = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
  if (place + size > end) return 0;
  const second = bytes[place + 1] ?? 0;
  // Neither longer than needed, nor half of a pair, nor beyond what Unicode has.
  if ((lead === 0xe0 && second < 0xa0) || (lead === 0xed && second > 0x9f)) return 0;
  if ((lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f)) return 0;
  for (let index = 1; index < size; index += 1) if ((bytes[place + index] ?? 0) >> 6 !== 2) return 0;
  return size;
}
