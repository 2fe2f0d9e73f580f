import { useQuery, useQueryClient } from '@tanstack/react-query';

import { api, type Schema } from '../../platform/api/client.js';
import { useAct } from '../../platform/api/use-act.js';
import type { SaveQueue } from './save-queue.js';
import { useReloadSheet } from './use-sheet.js';

export type Piece = Schema<'EvidenceResponse'>;
export type PieceChange = Schema<'ChangeEvidenceRequest'>;

const listKey = (assessmentId: string) => ['evidence', assessmentId];

/** Every piece of this workspace, with the questions of this request that each stands beside. */
export function useWorkspacePieces(assessmentId: string) {
  return useQuery({
    queryKey: listKey(assessmentId),
    queryFn: async ({ signal }) =>
      (await api.get('/api/requests/{assessmentId}/evidence', { path: { assessmentId }, signal })).items,
  });
}

/** What can be done with a piece; each act moves the sheet, which submitting has to name. */
export function usePieceActs(assessmentId: string, queue: SaveQueue) {
  const client = useQueryClient();
  const reload = useReloadSheet(assessmentId);
  const settle = async ({ sheetRevision }: { readonly sheetRevision: number }): Promise<void> => {
    queue.moveTo(sheetRevision);
    await Promise.all([reload(), client.invalidateQueries({ queryKey: listKey(assessmentId) })]);
  };
  const change = useAct({
    mutationFn: ({ evidenceId, ...body }: PieceChange & { readonly evidenceId: string }) =>
      api.put('/api/requests/{assessmentId}/evidence/{evidenceId}', {
        path: { assessmentId, evidenceId },
        body,
      }),
    onSuccess: settle,
  });
  const link = useAct({
    mutationFn: ({ evidenceId, questionId }: { readonly evidenceId: string; readonly questionId: string }) =>
      api.post('/api/requests/{assessmentId}/evidence/{evidenceId}/links', {
        path: { assessmentId, evidenceId },
        body: { questionId },
      }),
    onSuccess: settle,
  });
  const unlink = useAct({
    mutationFn: ({ evidenceId, questionId }: { readonly evidenceId: string; readonly questionId: string }) =>
      api.delete('/api/requests/{assessmentId}/evidence/{evidenceId}/links/{questionId}', {
        path: { assessmentId, evidenceId, questionId },
      }),
    onSuccess: settle,
  });
  return { change, link, unlink, settle };
}

export type PieceActs = ReturnType<typeof usePieceActs>;
