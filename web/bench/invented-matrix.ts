import { tiers, type QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { gradeOf } from '@probant/shared/scoring/grade';
import { toRiskCode, toScoreCode } from '@probant/shared/scoring/risk-codes';
import { endVersion, frameBytes } from '@probant/shared/scoring/risk-matrix';
import { headBytes, numberBytes, toMarks } from '@probant/shared/scoring/risk-records';

export const versionId = '018f0000-0000-7000-8000-000000000001';

/** The same numbers in every run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The bytes of so many engagements as the API sends them: risks of all sizes, a theme left out here and there, a floor for a third. */
export function inventMatrix(document: QuestionnaireDocument, count: number): ArrayBuffer {
  const fields = document.themes.length;
  const width = numberBytes + headBytes + 2 * fields;
  const view = new DataView(new ArrayBuffer(2 * frameBytes + count * width));
  const random = chance(7);
  writeHead(view, 0, versionId, count, fields);
  for (let row = 0; row < count; row += 1) {
    const at = frameBytes + row * width;
    const level = random();
    const risks = document.themes.map(() => (random() < 0.05 ? null : Math.min(1, level * (0.5 + random()))));
    const rule = document.tiers[Math.floor(random() * document.tiers.length)];
    writeRow(view, at, { number: row + 1, risks, floor: random() < 0.3 ? 50 : 0, rule }, document);
  }
  writeHead(view, frameBytes + count * width, endVersion, count, 0);
  return view.buffer;
}

interface Invented {
  readonly number: number;
  readonly risks: readonly (number | null)[];
  readonly floor: number;
  readonly rule: QuestionnaireDocument['tiers'][number] | undefined;
}

function writeRow(
  view: DataView,
  at: number,
  { number, risks, floor, rule }: Invented,
  document: QuestionnaireDocument,
): void {
  let sum = 0;
  let total = 0;
  document.themes.forEach(({ weight }, theme) => {
    const risk = risks[theme] ?? null;
    view.setUint16(at + numberBytes + headBytes + 2 * theme, toRiskCode(risk));
    if (risk === null) return;
    sum += weight * risk;
    total += weight;
  });
  const score = Math.max(floor, 100 * (1 - (1 - sum / Math.max(1, total)) ** (rule?.exponent ?? 1)));
  view.setUint32(at, number);
  view.setUint16(at + 4, toScoreCode(score));
  view.setUint16(at + 6, toScoreCode(floor));
  const marks = { grade: gradeOf(document, score), tier: rule?.tier ?? tiers[0] };
  view.setUint8(at + 8, toMarks({ ...marks, beforeReview: false, ownProfile: false }));
}

function writeHead(view: DataView, at: number, version: string, rows: number, fields: number): void {
  const hex = version.replaceAll('-', '');
  for (let byte = 0; byte < 16; byte += 1) {
    view.setUint8(at + byte, parseInt(hex.slice(2 * byte, 2 * byte + 2), 16));
  }
  view.setUint32(at + 16, rows);
  view.setUint16(at + 20, fields);
}
