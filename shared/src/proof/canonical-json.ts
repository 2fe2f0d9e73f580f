/**
 * Canonical JSON (RFC 8785): one text for one value, so that its hash means something. What JSON cannot carry is an error of
 * the caller and throws: NaN and infinities, lone surrogates, undefined, functions, and objects that are not plain.
 */
export function canonicalJson(value: unknown): string {
  return write(value, '');
}

function write(value: unknown, at: string): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return writeNumber(value, at);
  if (typeof value === 'string') return writeString(value, at);
  if (Array.isArray(value))
    return `[${Array.from(value, (item, index) => write(item, `${at}/${index}`)).join(',')}]`;
  if (isPlainObject(value)) return writeObject(value, at);
  throw new TypeError(`${at || 'the value'} cannot be written as JSON`);
}

// RFC 8785 takes the number format of ECMAScript; -0 is written 0.
function writeNumber(value: number, at: string): string {
  if (!Number.isFinite(value)) throw new TypeError(`${at || 'the value'} is not a finite number`);
  return JSON.stringify(value);
}

function writeString(value: string, at: string): string {
  if (!isWellFormed(value)) throw new TypeError(`${at || 'the value'} is not well-formed Unicode`);
  return JSON.stringify(value);
}

// Sorting strings without a comparer orders them by UTF-16 units, which is what RFC 8785 asks for.
function writeObject(value: Readonly<Record<string, unknown>>, at: string): string {
  const members = Object.keys(value)
    .sort()
    .map((key) => `${writeString(key, at)}:${write(value[key], `${at}/${key}`)}`);
  return `{${members.join(',')}}`;
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || isForeignPlainPrototype(prototype);
}

// A plain object of another realm (a test runner's, a frame's) has that realm's Object.prototype.
function isForeignPlainPrototype(prototype: unknown): boolean {
  return (
    typeof prototype === 'object' &&
    prototype !== null &&
    Object.getPrototypeOf(prototype) === null &&
    Object.hasOwn(prototype, 'isPrototypeOf')
  );
}

const loneSurrogate = /\p{Surrogate}/u;

/** False when the text holds half of a surrogate pair, which no UTF-8 can carry. */
export function isWellFormed(text: string): boolean {
  return !loneSurrogate.test(text);
}
