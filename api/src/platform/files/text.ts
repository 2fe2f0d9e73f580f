import { chunksOf, type Content } from './content.js';
import { hasCode } from './system-error.js';

export const textEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type TextEncoding = (typeof textEncodings)[number];

/** Every control character but tab, line feed, vertical tab, form feed, return, escape (terminal logs) and the old end-of-file mark. */
const controlBytes = [...Array(32).keys(), 0x7f].filter(
  (byte) => ![9, 10, 11, 12, 13, 0x1a, 0x1b].includes(byte),
);
const isControl = byteSet(controlBytes);
const isUndefinedIn1252 = byteSet([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** The encoding in which the whole content reads as text; absent when it is not text. */
export async function findTextEncoding(content: Content): Promise<TextEncoding | undefined> {
  const head = await content.read(0, 3);
  if (startsWith(head, [0xff, 0xfe])) return (await decodes(content, 'utf-16le')) ? 'utf-16le' : undefined;
  if (startsWith(head, [0xfe, 0xff])) return (await decodes(content, 'utf-16be')) ? 'utf-16be' : undefined;
  let couldBe1252 = !startsWith(head, [0xef, 0xbb, 0xbf]);
  for await (const chunk of chunksOf(content)) {
    for (const byte of chunk) {
      if (isControl[byte] === 1) return undefined;
      if (isUndefinedIn1252[byte] === 1) couldBe1252 = false;
    }
  }
  if (await decodes(content, 'utf-8')) return 'utf-8';
  return couldBe1252 ? 'windows-1252' : undefined;
}

/** The text without its byte order mark. Call only with an encoding that `findTextEncoding` found. */
export async function* decodedChunks(content: Content, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of chunksOf(content)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function decodes(content: Content, encoding: TextEncoding): Promise<boolean> {
  try {
    for await (const text of decodedChunks(content, encoding)) {
      if (text.includes('\0')) return false;
    }
    return true;
  } catch (error) {
    if (hasCode(error, 'ERR_ENCODING_INVALID_ENCODED_DATA')) return false;
    throw error;
  }
}

const headerField = /^([!-9;-~]+):(?:[ \t]|$)/u;
const mailFields = new Set([
  'from',
  'to',
  'cc',
  'subject',
  'date',
  'message-id',
  'mime-version',
  'received',
  'return-path',
  'delivered-to',
  'reply-to',
  'content-type',
  'content-transfer-encoding',
  'dkim-signature',
  'x-mailer',
  'sender',
]);

/** Begins with a block of header fields of which at least two are those of mail. */
export function looksLikeMail(head: Buffer): boolean {
  const known = new Set<string>();
  const lines = head
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/u, '')
    .trimStart()
    .split(/\r\n|\n|\r/u);
  if (lines[0]?.startsWith('From ') === true) lines.shift();
  for (const [index, line] of lines.entries()) {
    if (line === '') break;
    if (/^[ \t]/u.test(line)) continue;
    const name = headerField.exec(line)?.[1]?.toLowerCase();
    // The last line may be cut anywhere.
    if (name === undefined && index < lines.length - 1) return false;
    if (name !== undefined && mailFields.has(name)) known.add(name);
  }
  return known.size >= 2;
}

/** What a browser would take for a page or a program for a document of its own, however the file is called. */
export function looksLikeMarkup(head: Buffer): boolean {
  const text = head
    .toString('utf8')
    .replace(/^\ufeff/u, '')
    .trimStart()
    .slice(0, 64)
    .toLowerCase();
  return /^(?:<!doctype|<!--|<\?xml|<(?:html|head|body|script|iframe|svg|div|table|style|title|img|a|p|br|h1)[\s>/]|\{\\rtf|%!ps)/u.test(
    text,
  );
}

function byteSet(bytes: readonly number[]): Uint8Array {
  const set = new Uint8Array(256);
  for (const byte of bytes) set[byte] = 1;
  return set;
}

function startsWith(head: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}
