/** Questions and answers of DNS (RFC 1035) as bytes: the few types that a check asks for, and nothing of a server. */
export const recordTypes = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  DS: 43,
  CAA: 257,
} as const;
export type RecordType = keyof typeof recordTypes;

const internet = 1;
const optType = 41;
/** What a reply over UDP may hold without being cut up on its way (DNS flag day 2020). */
export const udpReplyBytes = 1232;

export interface DnsQuestion {
  readonly name: string;
  readonly type: RecordType;
}

export interface DnsRecord {
  /** Lower case, without the last dot. */
  readonly name: string;
  /** A type that is not asked for stays a number. */
  readonly type: RecordType | number;
  readonly ttl: number;
  /** As people write it: `10 mail.example`, `0 issue "ca.example"`; a text as its joined strings. */
  readonly data: string;
}

export interface DnsReply {
  readonly id: number;
  readonly isReply: boolean;
  readonly truncated: boolean;
  /** The resolver says that it checked the signatures. */
  readonly authenticated: boolean;
  /** 0 no error, 3 no such name; others are failures. */
  readonly code: number;
  readonly question: { readonly name: string; readonly type: number } | null;
  readonly answers: readonly DnsRecord[];
  readonly authorities: readonly DnsRecord[];
}

/** Recursion wanted, signatures to be checked by the resolver and told of (AD), with room for a longer reply (EDNS). */
export function encodeQuery(id: number, { name, type }: DnsQuestion): Uint8Array {
  const header = [id >> 8, id & 255, 0x01, 0x20, 0, 1, 0, 0, 0, 0, 0, 1];
  const asked = [...encodeName(name), ...short(recordTypes[type]), ...short(internet)];
  const edns = [0, ...short(optType), ...short(udpReplyBytes), 0, 0, 0x80, 0, 0, 0];
  return Uint8Array.from([...header, ...asked, ...edns]);
}

/** The labels of a name; an internationalised one comes in its ASCII form. */
export function encodeName(name: string): number[] {
  const labels = name.replace(/\.$/, '').split('.');
  const bytes = labels.flatMap((label) => {
    if (!/^[!-~]{1,63}$/.test(label)) throw new RangeError('not a name of DNS');
    return [label.length, ...Array.from(label, (sign) => sign.charCodeAt(0))];
  });
  if (bytes.length > 254) throw new RangeError('not a name of DNS');
  return [...bytes, 0];
}

function short(value: number): number[] {
  return [value >> 8, value & 255];
}

/** Nothing where the bytes are no message: cut off, looping, or longer than they say. */
export function decodeReply(bytes: Uint8Array): DnsReply | undefined {
  try {
    return decode(new Reader(bytes));
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}

function decode(reader: Reader): DnsReply {
  const id = reader.short();
  const flags = reader.short();
  const [questions, answers, authorities] = [reader.short(), reader.short(), reader.short()];
  reader.short();
  if (questions > 1) throw new Malformed();
  const question = questions === 0 ? null : { name: reader.name(), type: reader.short() };
  if (question !== null) reader.short();
  return {
    id,
    isReply: (flags & 0x8000) !== 0,
    truncated: (flags & 0x0200) !== 0,
    authenticated: (flags & 0x0020) !== 0,
    code: flags & 15,
    question,
    answers: readRecords(reader, answers),
    authorities: readRecords(reader, authorities),
  };
}

const maxRecords = 500;

function readRecords(reader: Reader, count: number): DnsRecord[] {
  if (count > maxRecords) throw new Malformed();
  return Array.from({ length: count }, () => {
    const name = reader.name();
    const code = reader.short();
    reader.short();
    const ttl = reader.long();
    const inner = reader.part(reader.short());
    const type = typeNames.get(code) ?? code;
    return { name, type, ttl, data: dataOf(type, inner) };
  });
}

const typeNames: ReadonlyMap<number, RecordType> = new Map(
  (Object.keys(recordTypes) as RecordType[]).map((name) => [recordTypes[name], name]),
);

function dataOf(type: RecordType | number, inner: Reader): string {
  switch (type) {
    case 'A':
      return Array.from(inner.bytes(4)).join('.');
    case 'AAAA':
      return Array.from({ length: 8 }, () => inner.short().toString(16)).join(':');
    case 'NS':
    case 'CNAME':
      return inner.name();
    case 'SOA':
      return [inner.name(), inner.name(), ...Array.from({ length: 5 }, () => inner.long())].join(' ');
    case 'MX':
      return `${inner.short()} ${inner.name()}`;
    case 'TXT':
      return inner.strings();
    case 'DS':
      return `${inner.short()} ${inner.byte()} ${inner.byte()} ${hex(inner.rest())}`;
    case 'CAA': {
      const flags = inner.byte();
      const tag = text(inner.bytes(inner.byte()));
      return `${flags} ${tag} ${JSON.stringify(text(inner.rest()))}`;
    }
    default:
      return hex(inner.rest());
  }
}

/** Bytes of records are ASCII where they are text; what is not shows as it is in Latin 1, so that nothing is lost. */
function text(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

class Malformed extends Error {}

const maxPointers = 64;
const maxNameLength = 255;

/** Reads forward; a name may point backward into the whole message. */
class Reader {
  constructor(
    private readonly message: Uint8Array,
    private at = 0,
    private readonly end = message.length,
  ) {}

  byte(): number {
    const byte = this.at < this.end ? this.message[this.at] : undefined;
    if (byte === undefined) throw new Malformed();
    this.at += 1;
    return byte;
  }

  short(): number {
    return this.byte() * 256 + this.byte();
  }

  long(): number {
    return this.short() * 65_536 + this.short();
  }

  bytes(count: number): Uint8Array {
    if (this.at + count > this.end) throw new Malformed();
    const bytes = this.message.subarray(this.at, this.at + count);
    this.at += count;
    return bytes;
  }

  rest(): Uint8Array {
    return this.bytes(this.end - this.at);
  }

  part(length: number): Reader {
    const start = this.at;
    this.bytes(length);
    return new Reader(this.message, start, start + length);
  }

  strings(): string {
    let joined = '';
    while (this.at < this.end) joined += text(this.bytes(this.byte()));
    return joined;
  }

  name(): string {
    return this.labels(maxNameLength, maxPointers).join('.').toLowerCase();
  }

  /** Neither the labels nor the pointers of a name can go on for ever. */
  private labels(lengthLeft: number, pointersLeft: number): string[] {
    const length = this.byte();
    if (length === 0) return [];
    if (length >= 0xc0) {
      const target = (length & 0x3f) * 256 + this.byte();
      if (pointersLeft === 0) throw new Malformed();
      return new Reader(this.message, target).labels(lengthLeft, pointersLeft - 1);
    }
    if (length > 63 || length >= lengthLeft) throw new Malformed();
    return [text(this.bytes(length)), ...this.labels(lengthLeft - length - 1, pointersLeft)];
  }
}

/** Whether a message answers just this question: a spoofed or late one has another id, or asks something else. */
export function answersTo(reply: DnsReply, id: number, { name, type }: DnsQuestion): boolean {
  return (
    reply.isReply &&
    reply.id === id &&
    reply.question?.name === name.replace(/\.$/, '').toLowerCase() &&
    reply.question.type === recordTypes[type]
  );
}
