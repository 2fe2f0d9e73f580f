import { crc32 } from 'node:zlib';

export interface StoredPart {
  /** In ASCII. */
  readonly name: string;
  readonly bytes: Buffer;
}

const localBytes = 30;
const entryBytes = 46;
const endBytes = 22;
/** 1 January 1980, the first day that the format knows. */
const firstDay = 0x21;

/** A ZIP of parts as they are, for a library that takes a workbook in no other form; small enough to need no 64-bit fields. */
export function storedZip(parts: readonly StoredPart[]): Buffer {
  const files: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of parts) {
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(firstDay, 8);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(bytes.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const entry = Buffer.alloc(entryBytes);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    facts.copy(entry, 6);
    entry.writeUInt32LE(offset, 42);
    entries.push(entry, Buffer.from(name, 'latin1'));
    files.push(Buffer.from('PK\x03\x04', 'latin1'), facts, Buffer.from(name, 'latin1'), bytes);
    offset += localBytes + name.length + bytes.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(endBytes);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, directory, end]);
}
