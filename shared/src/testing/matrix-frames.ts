import { endVersion, frameBytes } from '../scoring/risk-matrix.js';
import { numberBytes } from '../scoring/risk-records.js';

export interface FramedRow {
  readonly number: number;
  readonly bytes: Uint8Array;
}

/** What the API sends: a frame of rows for each version, then the frame that says how many there were. */
export function toFrames(
  versions: readonly {
    readonly versionId: string;
    readonly fields: number;
    readonly rows: readonly FramedRow[];
  }[],
): ArrayBuffer {
  const parts = versions.flatMap(({ versionId, fields, rows }) => [
    frame(versionId, rows.length, fields),
    ...rows.map(toNumbered),
  ]);
  parts.push(
    frame(
      endVersion,
      versions.reduce((sum, { rows }) => sum + rows.length, 0),
      0,
    ),
  );
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole.buffer;
}

function frame(versionId: string, rows: number, fields: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(frameBytes));
  const hex = versionId.replaceAll('-', '');
  for (let at = 0; at < 16; at += 1) view.setUint8(at, parseInt(hex.slice(2 * at, 2 * at + 2), 16));
  view.setUint32(16, rows);
  view.setUint16(20, fields);
  return new Uint8Array(view.buffer);
}

function toNumbered({ number, bytes }: FramedRow): Uint8Array {
  const whole = new Uint8Array(numberBytes + bytes.length);
  new DataView(whole.buffer).setUint32(0, number);
  whole.set(bytes, numberBytes);
  return whole;
}
