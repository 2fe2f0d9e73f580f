import type { SupplierQuestionnaire } from '@probant/shared/questionnaires/supplier-questionnaire';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

import { api, type Schema } from '../../platform/api/client.js';

export type SheetState = Schema<'SheetStateResponse'>;
export type SheetPiece = Schema<'SheetPieceResponse'>;
export type SheetThread = Schema<'SheetThreadResponse'>;

/** A request to answer: the questionnaire as it was sent, and how far the answers are. */
export interface Sheet {
  readonly document: SupplierQuestionnaire;
  readonly state: SheetState;
}

/** The boundary: openapi.json calls the document an object, and the API sends what shared describes. */
function toSheet({ document, sheet }: Schema<'SheetResponse'>): Sheet {
  return { document: document as unknown as SupplierQuestionnaire, state: sheet };
}

export function sheetQuery(assessmentId: string) {
  return queryOptions({
    queryKey: ['sheet', assessmentId],
    queryFn: async ({ signal }) =>
      toSheet(await api.get('/api/requests/{assessmentId}/sheet', { path: { assessmentId }, signal })),
  });
}

export function useSheet(assessmentId: string) {
  return useQuery(sheetQuery(assessmentId));
}

/** Reads the sheet again after something other than an answer has changed it. */
export function useReloadSheet(assessmentId: string): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    () => client.invalidateQueries({ queryKey: sheetQuery(assessmentId).queryKey }),
    [client, assessmentId],
  );
}
