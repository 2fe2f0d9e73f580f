/** Every place that runs this has them; the language alone does not. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const TextDecoder: new (
  label: 'utf-8',
  options: { readonly fatal?: boolean; readonly ignoreBOM: true },
) => Utf8Decoder;

export interface Utf8Decoder {
  decode(bytes?: Uint8Array, options?: { readonly stream: boolean }): string;
}

export function toUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Throws a TypeError at bytes that are no UTF-8. */
export function strictDecoder(): Utf8Decoder {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
}

/** Undefined for bytes that are no UTF-8. */
export function fromUtf8(...parts: readonly Uint8Array[]): string | undefined {
  const decoder = strictDecoder();
  try {
    return parts.map((part) => decoder.decode(part, { stream: true })).join('') + decoder.decode();
  } catch {
    return undefined;
  }
}
