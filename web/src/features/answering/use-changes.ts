import type { QuestionChange } from '@probant/shared/moves/list-changes';
import { withCorrections, type Correction } from '@probant/shared/questionnaires/correct-wording';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import { api, type Schema } from '../../platform/api/client.js';
import type { Sheet } from './use-sheet.js';

export interface ReceivedMove extends Omit<Schema<'ReceivedMoveResponse'>, 'changes'> {
  readonly changes: readonly QuestionChange[];
}
export type ReceivedCorrection = Schema<'CorrectionResponse'>;

/** The boundary: openapi.json calls the questions objects, and the API sends what shared describes. */
function toMove(move: Schema<'ReceivedMoveResponse'>): ReceivedMove {
  return { ...move, changes: move.changes as unknown as readonly QuestionChange[] };
}

/** Moves of the request to other versions, newest first. */
export function useMoves(
  { assessmentId, versionNumber }: Pick<Sheet['state'], 'assessmentId' | 'versionNumber'>,
  wanted = true,
) {
  return useQuery({
    enabled: wanted,
    queryKey: ['received-moves', assessmentId, versionNumber],
    queryFn: async ({ signal }) => {
      const path = { assessmentId };
      const { items } = await api.get('/api/requests/{assessmentId}/moves', { path, signal });
      return items.map(toMove);
    },
  });
}

export function useCorrections({ assessmentId, versionSha256 }: Sheet['state']) {
  return useQuery({
    queryKey: ['received-corrections', assessmentId, versionSha256],
    queryFn: async ({ signal }): Promise<readonly ReceivedCorrection[]> => {
      const path = { assessmentId };
      return (await api.get('/api/requests/{assessmentId}/corrections', { path, signal })).items;
    },
  });
}

/** The sheet as it reads with the texts that were put right. */
export function useCorrected(sheet: Sheet): Sheet {
  const corrections: readonly Correction[] | undefined = useCorrections(sheet.state).data;
  return useMemo(
    () =>
      corrections === undefined || corrections.length === 0
        ? sheet
        : { ...sheet, document: withCorrections(sheet.document, corrections) },
    [sheet, corrections],
  );
}
