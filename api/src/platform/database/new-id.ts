import { randomBytes } from 'node:crypto';
import type { Id } from '@probant/shared/ids';

/** A UUID of version 7: ordered by time, so that indexes grow at one end. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names the brand of the new id
export function newId<T extends Id<string>>(at: number = Date.now()): T {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
    '-',
  ) as T;
}
