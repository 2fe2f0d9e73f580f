import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';

import { api, type Schema } from '../../platform/api/client.js';
import { useAct } from '../../platform/api/use-act.js';

export type ProofFile = Schema<'ProofFileResponse'>;
export type SealProof = Schema<'SealProofRequest'>;

const all = ['proof-files'];
const whileRunningMs = 1_000;

const isUnderWay = ({ state }: ProofFile): boolean => state === 'queued' || state === 'running';

/** Of an engagement or an assessment, or all of one's own; asked again every second while one is being made. */
export function useProofFiles(query: {
  readonly engagementId?: string;
  readonly assessmentId?: string;
}): UseQueryResult<readonly ProofFile[]> {
  return useQuery({
    queryKey: [...all, query],
    queryFn: async ({ signal }) => (await api.get('/api/proof-files', { query, signal })).items,
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) === true ? whileRunningMs : false),
  });
}

export function useSealProof() {
  const client = useQueryClient();
  return useAct({
    mutationFn: (body: SealProof) => api.post('/api/proof-files', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: all }),
  });
}

export function useGiveUpProof() {
  const client = useQueryClient();
  return useAct({
    mutationFn: (proofFileId: string) =>
      api.post('/api/proof-files/{proofFileId}/cancel', { path: { proofFileId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: all }),
  });
}
