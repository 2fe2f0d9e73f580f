import type { Weights } from '@probant/shared/scoring/answer';
import {
  readMatrix,
  type MatrixDocument,
  type RiskMatrix,
  type ThemeColumns,
} from '@probant/shared/scoring/risk-matrix';
import { createWeigher, themesToLoad, type Weigher } from '@probant/shared/scoring/weigh-matrix';

export interface OpenMatrix {
  readonly matrix: RiskMatrix;
  readonly weigher: Weigher;
  /** By theme, those that were loaded. */
  readonly columns: Map<string, ThemeColumns>;
}

export function openMatrix(bytes: ArrayBuffer, documents: readonly MatrixDocument[]): OpenMatrix {
  const matrix = readMatrix(bytes, documents);
  return { matrix, weigher: createWeigher(matrix), columns: new Map() };
}

/** Themes of which the risks of the questions are needed and not here. */
export function missingThemes(
  { matrix, columns }: OpenMatrix,
  profiles: readonly Weights[],
): readonly string[] {
  const documents = matrix.sections.map(({ document }) => document);
  const needed = new Set(profiles.flatMap((weights) => themesToLoad(documents, weights)));
  return [...needed].filter((theme) => !columns.has(theme));
}
