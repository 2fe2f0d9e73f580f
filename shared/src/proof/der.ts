/** One element of DER: a tag and its content; `whole` are the bytes with tag and length. */
export interface Der {
  readonly tag: number;
  readonly content: Uint8Array;
  readonly whole: Uint8Array;
}

export class NotDer extends Error {}

export function readDer(bytes: Uint8Array): Der {
  const [element, ...more] = readAll(bytes);
  if (element === undefined || more.length > 0) throw new NotDer('one element was expected');
  return element;
}

export function childrenOf(element: Der | undefined, tag?: number): readonly Der[] {
  if (element === undefined || (tag !== undefined && element.tag !== tag))
    throw new NotDer('another element was expected');
  return readAll(element.content);
}

function readAll(bytes: Uint8Array): Der[] {
  const elements: Der[] = [];
  for (let at = 0; at < bytes.length;) {
    const { start, length } = readLength(bytes, at + 1);
    const end = start + length;
    if (end > bytes.length) throw new NotDer('an element ends beyond its place');
    elements.push({
      tag: bytes[at] ?? 0,
      content: bytes.subarray(start, end),
      whole: bytes.subarray(at, end),
    });
    at = end;
  }
  return elements;
}

function readLength(bytes: Uint8Array, at: number): { start: number; length: number } {
  const first = bytes[at];
  if (first === undefined || first === 0x80 || first > 0x83)
    throw new NotDer('a length that is not read here');
  if (first < 0x80) return { start: at + 1, length: first };
  let length = 0;
  for (let place = 1; place <= first - 0x80; place += 1) length = length * 256 + (bytes[at + place] ?? 0);
  return { start: at + 1 + first - 0x80, length };
}

/** The dotted text of an object identifier. */
export function objectId(element: Der | undefined): string {
  if (element?.tag !== 0x06) throw new NotDer('an object identifier was expected');
  const numbers: number[] = [];
  let value = 0;
  for (const byte of element.content) {
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      numbers.push(value);
      value = 0;
    }
  }
  const [first = 0, ...rest] = numbers;
  const arc = Math.min(2, Math.floor(first / 40));
  return [arc, first - 40 * arc, ...rest].join('.');
}
