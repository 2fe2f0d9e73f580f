import type { Tier } from '../questionnaires/document.js';
import type { WeighableDocument } from './reweigh.js';
import { noRisk, safetyOfCode, scoreCodes } from './risk-codes.js';
import { headBytes, numberBytes } from './risk-records.js';

/** A document as the matrix needs it. */
export interface MatrixDocument extends WeighableDocument {
  readonly versionId: string | null;
  readonly tiers: readonly { readonly tier: Tier; readonly exponent: number }[];
}

/** The rows of one document; they follow each other in the matrix. */
export interface MatrixSection {
  readonly document: MatrixDocument;
  readonly from: number;
  readonly to: number;
  /** By place of the theme: the safety 1 − R of each row of the section, below 0 where the theme is not in the mean. */
  readonly themes: readonly Float32Array[];
}

/** What weights cannot change about all engagements, and how they are published. */
export interface RiskMatrix {
  readonly count: number;
  readonly numbers: Uint32Array;
  readonly scores: Float32Array;
  readonly floors: Float32Array;
  readonly marks: Uint8Array;
  readonly sections: readonly MatrixSection[];
  /** Rows, the riskiest first. */
  readonly published: Uint32Array;
}

/** What was received ends too early, or is of documents or engagements that are not known here. */
export class MatrixOutdated extends RangeError {}

interface Frame {
  readonly versionId: string;
  readonly rows: number;
  readonly fields: number;
  readonly view: DataView;
}

/** Version, how many rows, how many risks each. The last frame has the version 0 and how many rows there were. */
export const frameBytes = 22;
export const endVersion = '00000000-0000-0000-0000-000000000000';

function readFrames(buffer: ArrayBuffer, bytesBefore: number): readonly Frame[] {
  const frames: Frame[] = [];
  let rowsSoFar = 0;
  for (let at = 0; at + frameBytes <= buffer.byteLength;) {
    const head = new DataView(buffer, at, frameBytes);
    const versionId = toUuid(new Uint8Array(buffer, at, 16));
    const [rows, fields] = [head.getUint32(16), head.getUint16(20)];
    at += frameBytes;
    if (versionId === endVersion && rows === rowsSoFar && at === buffer.byteLength) return frames;
    const length = rows * (bytesBefore + 2 * fields);
    if (versionId === endVersion || at + length > buffer.byteLength) break;
    frames.push({ versionId, rows, fields, view: new DataView(buffer, at, length) });
    at += length;
    rowsSoFar += rows;
  }
  throw new MatrixOutdated('the matrix does not end where it says');
}

function toUuid(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

export function readMatrix(buffer: ArrayBuffer, documents: readonly MatrixDocument[]): RiskMatrix {
  const frames = readFrames(buffer, numberBytes + headBytes);
  const count = frames.reduce((sum, { rows }) => sum + rows, 0);
  const matrix = {
    count,
    numbers: new Uint32Array(count),
    scores: new Float32Array(count),
    floors: new Float32Array(count),
    marks: new Uint8Array(count),
  };
  const sections: MatrixSection[] = [];
  let from = 0;
  for (const versionId of new Set(frames.map((frame) => frame.versionId))) {
    const some = frames.filter((frame) => frame.versionId === versionId);
    const document = documents.find((one) => one.versionId === versionId);
    const fits = some.every(({ fields }) => fields === document?.themes.length);
    if (document === undefined || !fits) throw new MatrixOutdated('the matrix has another document');
    const to = from + some.reduce((sum, { rows }) => sum + rows, 0);
    const themes = document.themes.map(() => new Float32Array(to - from));
    fillSection(matrix, themes, some, from);
    sections.push({ document, from, to, themes });
    from = to;
  }
  return { ...matrix, sections, published: publishedOrder(matrix) };
}

function fillSection(
  { numbers, scores, floors, marks }: Omit<RiskMatrix, 'sections' | 'published'>,
  themes: readonly Float32Array[],
  frames: readonly Frame[],
  from: number,
): void {
  let row = from;
  for (const { view, rows, fields } of frames) {
    for (let at = 0, end = row + rows; row < end; row += 1) {
      numbers[row] = view.getUint32(at);
      scores[row] = view.getUint16(at + 4) / scoreCodes;
      floors[row] = view.getUint16(at + 6) / scoreCodes;
      marks[row] = view.getUint8(at + 8);
      at += numberBytes + headBytes;
      for (let theme = 0; theme < fields; theme += 1, at += 2) {
        const column = themes[theme];
        if (column !== undefined) column[row - from] = safetyOfCode[view.getUint16(at)] ?? -1;
      }
    }
  }
}

function publishedOrder({ scores, numbers }: Pick<RiskMatrix, 'scores' | 'numbers'>): Uint32Array {
  const at = (array: ArrayLike<number>, row: number): number => array[row] ?? 0;
  return Uint32Array.from(scores.keys()).sort(
    (one, other) => at(scores, other) - at(scores, one) || at(numbers, one) - at(numbers, other),
  );
}

/** By section and place of the question in the theme: the safety of each row. */
export type ThemeColumns = readonly (readonly Float32Array[])[];

/** The risks of the questions of one theme, of which the rows are those of the matrix. */
export function readColumns(buffer: ArrayBuffer, { sections, numbers }: RiskMatrix): ThemeColumns {
  const frames = readFrames(buffer, numberBytes);
  return sections.map(({ document, from, to }) => {
    const some = frames.filter(({ versionId }) => versionId === document.versionId);
    const columns = Array.from({ length: some[0]?.fields ?? 0 }, () => new Float32Array(to - from));
    const given = some.reduce((sum, { rows }) => sum + rows, 0);
    if (given > 0) fillColumns(columns, some, numbers.subarray(from, to));
    return columns;
  });
}

/** Both sides are in the order of their numbers; engagements that came later are passed over. */
function fillColumns(columns: readonly Float32Array[], frames: readonly Frame[], numbers: Uint32Array): void {
  let row = 0;
  for (const { view, rows, fields } of frames) {
    const width = numberBytes + 2 * fields;
    for (let at = 0, end = rows * width; at < end; at += width) {
      const wanted = numbers[row];
      const found = view.getUint32(at);
      if (wanted === undefined || found < wanted) continue;
      if (found > wanted) throw new MatrixOutdated('an engagement is no longer there');
      columns.forEach((column, place) => {
        column[row] =
          safetyOfCode[view.getUint16(at + numberBytes + 2 * place)] ?? safetyOfCode[noRisk] ?? -1;
      });
      row += 1;
    }
  }
  if (row < numbers.length) throw new MatrixOutdated('an engagement is no longer there');
}
