import { grades } from '@probant/shared/questionnaires/document';
import { compileWeights, type Weighable } from '@probant/shared/scoring/reweigh';
import { readMatrix, type MatrixDocument, type RiskMatrix } from '@probant/shared/scoring/risk-matrix';
import { gradeOfMarks, hasOwnProfileIn } from '@probant/shared/scoring/risk-records';
import type { Actor } from './actor.js';

interface Name {
  readonly number: number;
  readonly engagementId: string;
}

export interface WeighedRow {
  readonly engagementId: string;
  readonly row: number;
  readonly score: number;
  readonly grade: string | undefined;
  readonly ownProfile: boolean;
}

export interface ReadWeighing {
  readonly profile: { readonly name: string; readonly themes: Record<string, number> };
  readonly documents: readonly MatrixDocument[];
  readonly total: number;
  readonly matrix: RiskMatrix;
  /** In the order published. */
  readonly rows: readonly WeighedRow[];
}

/** Asks as a browser does: the frame, the bytes, the names. */
export async function readWeighing(actor: Actor): Promise<ReadWeighing> {
  const { body: frame } =
    await actor.get<Pick<ReadWeighing, 'profile' | 'documents' | 'total'>>('/api/weighing');
  const { body } = await actor.get<Buffer>('/api/weighing/matrix');
  const matrix = readMatrix(toBuffer(body), frame.documents);
  const names = new Map<number, string>();
  if (matrix.count > 0) {
    const { body: named } = await actor.get<{ items: Name[] }>(
      `/api/weighing/names?numbers=${[...matrix.numbers].join(',')}`,
    );
    for (const { number, engagementId } of named.items) names.set(number, engagementId);
  }
  const rows = [...matrix.published].map((row) => ({
    engagementId: names.get(matrix.numbers[row] ?? 0) ?? '',
    row,
    score: matrix.scores[row] ?? NaN,
    grade: grades[gradeOfMarks(matrix.marks[row] ?? 0)],
    ownProfile: hasOwnProfileIn(matrix.marks[row] ?? 0),
  }));
  return { ...frame, matrix, rows };
}

export function toBuffer(body: Buffer): ArrayBuffer {
  const copy = new ArrayBuffer(body.length);
  new Uint8Array(copy).set(body);
  return copy;
}

/** The engagement from all that it is made of, with some weights. */
export async function weighWhole(
  actor: Actor,
  documents: readonly MatrixDocument[],
  engagementId: string,
  weights: Parameters<typeof compileWeights>[1],
) {
  const { body } = await actor.get<Weighable & { versionId: string }>(
    `/api/weighing/engagements/${engagementId}`,
  );
  const document = documents.find(({ versionId }) => versionId === body.versionId);
  if (document === undefined) throw new Error('no such document');
  return compileWeights(document, weights)(body);
}
