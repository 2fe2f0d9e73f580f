/** Built from its parts: a source file that held the 68 bytes in a row would itself be taken for the test file. */
const parts = [
  String.raw`X5O!P%@AP[4\PZX54(P^)`,
  '7CC)7}',
  '$EICAR-STANDARD',
  '-ANTIVIRUS-',
  'TEST-FILE!',
  '$H+H*',
];

export const eicarSignature = 'Eicar-Test-Signature';

export function eicarBytes(): Buffer {
  return Buffer.from(parts.join(''), 'latin1');
}

/**
 * Says for each chunk of a stream whether the test file's 68 bytes end in it. They are looked for anywhere, not only at
 * the start as the specification has it: a file that carries them further down is still one that antivirus engines refuse.
 */
export function createEicarMatcher(): (chunk: Buffer) => boolean {
  const needle = eicarBytes();
  const overlap = needle.length - 1;
  let tail = Buffer.alloc(0);
  return (chunk) => {
    const seam = Buffer.concat([tail, chunk.subarray(0, overlap)]);
    const found = seam.includes(needle) || chunk.includes(needle);
    tail =
      chunk.length >= overlap ? Buffer.from(chunk.subarray(-overlap)) : Buffer.from(seam.subarray(-overlap));
    return found;
  };
}
