import { encodeName, recordTypes, type DnsQuestion, type RecordType } from '../checks/dns-message.js';

export interface GivenRecord {
  readonly type: RecordType;
  /** The name asked for unless told. */
  readonly name?: string;
  readonly data: readonly number[];
}

export interface GivenReply {
  readonly id?: number;
  readonly code?: number;
  readonly truncated?: boolean;
  readonly authenticated?: boolean;
  readonly records?: readonly GivenRecord[];
}

const short = (value: number): number[] => [value >> 8, value & 255];
const long = (value: number): number[] => [...short(Math.floor(value / 65_536)), ...short(value % 65_536)];
const letters = (text: string): number[] => Array.from(text, (sign) => sign.charCodeAt(0));

/** What a server would send back for that question. */
export function writeReply(question: DnsQuestion, given: GivenReply = {}): Uint8Array {
  const { id = 1, code = 0, truncated = false, authenticated = false, records = [] } = given;
  const flags = 0x8180 | code | (truncated ? 0x0200 : 0) | (authenticated ? 0x0020 : 0);
  const header = [id, flags, 1, records.length, 0, 0].flatMap(short);
  const asked = [...encodeName(question.name), ...short(recordTypes[question.type]), ...short(1)];
  const answers = records.flatMap(({ type, name = question.name, data }) => [
    // Names that are asked for are pointed at, as servers do.
    ...(name === question.name ? [0xc0, 12] : encodeName(name)),
    ...short(recordTypes[type]),
    ...short(1),
    ...long(300),
    ...short(data.length),
    ...data,
  ]);
  return Uint8Array.from([...header, ...asked, ...answers]);
}

export const dnsData = {
  name: (name: string): number[] => encodeName(name),
  /** Split into strings of 255, as long texts are. */
  text: (text: string): number[] =>
    (text.match(/[^]{1,255}/g) ?? ['']).flatMap((part) => [part.length, ...letters(part)]),
  mail: (preference: number, name: string): number[] => [...short(preference), ...nameOrRoot(name)],
  signer: (): number[] => [...short(12345), 13, 2, 0xab, 0xcd],
  authority: (tag: string, value: string): number[] => [0, tag.length, ...letters(tag), ...letters(value)],
  start: (): number[] => [
    ...encodeName('ns1.ponant.example'),
    ...encodeName('hostmaster.ponant.example'),
    ...[2026112801, 7200, 3600, 1_209_600, 300].flatMap(long),
  ],
} as const;

function nameOrRoot(name: string): number[] {
  return name === '' ? [0] : encodeName(name);
}
