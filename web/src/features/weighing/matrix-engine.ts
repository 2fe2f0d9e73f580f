import type { Weights } from '@probant/shared/scoring/answer';
import { effectsOf, findReason, themesOfRow } from '@probant/shared/scoring/matrix-effects';
import { MatrixOutdated, readColumns, type RiskMatrix } from '@probant/shared/scoring/risk-matrix';
import { sensitivityOf } from '@probant/shared/scoring/sensitivity';

import { compareProfiles } from './compare-profiles.js';
import type { ChangedRow, MatrixReply, MatrixRequest, MatrixRows, Tried } from './matrix-messages.js';
import { missingThemes, openMatrix, type OpenMatrix } from './open-matrix.js';

/** Changes of grade that are told with their reason; the rest is counted. */
const toldChanges = 8;

/** Keeps one matrix and answers what is asked of it; the worker does nothing else. */
export function createMatrixEngine(): (request: MatrixRequest) => MatrixReply | null {
  let open: OpenMatrix | null = null;
  const answer = (request: MatrixRequest): MatrixReply | null => {
    if (request.kind === 'open') {
      open = openMatrix(request.bytes, request.documents);
      return { kind: 'opened', rows: rowsOf(open.matrix) };
    }
    return open && answerOpen(open, request);
  };
  return (request) => {
    try {
      return answer(request);
    } catch (error) {
      if (error instanceof MatrixOutdated) return { kind: 'outdated' };
      throw error;
    }
  };
}

function answerOpen(open: OpenMatrix, request: Exclude<MatrixRequest, { kind: 'open' }>): MatrixReply {
  const { matrix, weigher, columns } = open;
  switch (request.kind) {
    case 'columns':
      columns.set(request.theme, readColumns(request.bytes, matrix));
      return { kind: 'columns-read', theme: request.theme };
    case 'weigh':
      return { kind: 'weighed', tried: tryWeights(open, request.weights, request.published) };
    case 'measure': {
      const { weights, most } = request;
      const ranking = weigher.weigh(weights, columns);
      const themes = sensitivityOf(matrix, ranking, { weights, columns, most }).map((one) => ({
        ...one,
        grade: one.nearest && (ranking.grades[one.nearest.row] ?? null),
      }));
      return { kind: 'measured', weights, themes };
    }
    case 'compare': {
      const { profiles } = request;
      return { kind: 'compared', profiles, comparison: compareProfiles(open, profiles) };
    }
  }
}

function tryWeights(open: OpenMatrix, weights: Weights, published: Weights): Tried {
  const { matrix, weigher, columns } = open;
  const ranking = weigher.weigh(weights, columns);
  const effects = effectsOf(matrix, ranking, toldChanges);
  const changed = effects.changed.map((row): ChangedRow => {
    const change = (ranking.scores[row] ?? 0) - (matrix.scores[row] ?? 0);
    const then = themesOfRow(matrix, row, published, columns);
    const reason = findReason(then, themesOfRow(matrix, row, weights, columns), change);
    const section = matrix.sections.find(({ from, to }) => row >= from && row < to);
    const theme = section?.document.themes[reason?.index ?? -1]?.code;
    return { row, reason: reason && theme !== undefined ? { ...reason, theme } : null };
  });
  return { weights, ranking, effects, changed, missing: missingThemes(open, [weights, published]) };
}

function rowsOf({ count, numbers, scores, floors, marks, published }: RiskMatrix): MatrixRows {
  const ranks = new Uint32Array(count);
  published.forEach((row, rank) => {
    ranks[row] = rank;
  });
  return { count, numbers, scores, floors, marks, published, ranks };
}
