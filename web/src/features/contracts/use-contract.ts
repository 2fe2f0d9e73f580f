import { useQuery, useQueryClient } from '@tanstack/react-query';

import { api, type Schema } from '../../platform/api/client.js';
import { request } from '../../platform/api/request.js';
import { useAct } from '../../platform/api/use-act.js';

export type Contract = Schema<'ContractResponse'>;
export type ContractDocument = Schema<'ContractDocumentResponse'>;
export type ModelClause = Schema<'ModelClauseResponse'>;
export type ClauseLibrary = Schema<'ClauseLibraryResponse'>;
export type Assessment = Schema<'ClauseAssessmentResponse'>;
export type ClauseAnswer = Schema<'ClauseAnswerResponse'>;
export type ContractText = Schema<'ContractTextResponse'>;
export type Candidate = Schema<'CandidateResponse'>;
export type Status = Assessment['status'];
export type TermsVersion = Schema<'TermsVersionResponse'>;
export type RecordTerms = Schema<'RecordTermsRequest'>;

const keyOf = (engagementId: string) => ['contracts', engagementId];

export function useContract(engagementId: string) {
  return useQuery({
    queryKey: keyOf(engagementId),
    queryFn: ({ signal }) =>
      api.get('/api/engagements/{engagementId}/contract', { path: { engagementId }, signal }),
  });
}

/** The same for everybody as long as the product is not updated. */
export function useClauseLibrary() {
  return useQuery({
    queryKey: ['clause-library'],
    queryFn: ({ signal }) => api.get('/api/clause-library', { signal }),
    staleTime: Infinity,
  });
}

/** A text never changes: a new one is a new document. */
export function useContractText(engagementId: string, documentId: string | null) {
  return useQuery({
    queryKey: ['contract-texts', engagementId, documentId],
    queryFn: ({ signal }) =>
      api.get('/api/engagements/{engagementId}/contract/documents/{documentId}/text', {
        path: { engagementId, documentId: documentId ?? '' },
        signal,
      }),
    enabled: documentId !== null,
    staleTime: Infinity,
  });
}

export function useTermsVersions(engagementId: string, enabled = true) {
  return useQuery({
    queryKey: [...keyOf(engagementId), 'terms'],
    queryFn: ({ signal }) =>
      api.get('/api/engagements/{engagementId}/contract/terms', { path: { engagementId }, signal }),
    enabled,
  });
}

export function useClauseHistory(engagementId: string, clauseId: string) {
  return useQuery({
    queryKey: [...keyOf(engagementId), 'clauses', clauseId],
    queryFn: ({ signal }) =>
      api.get('/api/engagements/{engagementId}/contract/clauses/{clauseId}', {
        path: { engagementId, clauseId },
        signal,
      }),
  });
}

function useRefresh(engagementId: string): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: keyOf(engagementId) });
}

export function useRecordTerms(engagementId: string) {
  const refresh = useRefresh(engagementId);
  return useAct({
    mutationFn: (body: RecordTerms) =>
      api.put('/api/engagements/{engagementId}/contract/terms', { path: { engagementId }, body }),
    onSuccess: refresh,
  });
}

export function useAssessClause(engagementId: string) {
  const refresh = useRefresh(engagementId);
  return useAct({
    mutationFn: ({ clauseId, ...body }: Schema<'AssessClauseRequest'> & { clauseId: string }) =>
      api.put('/api/engagements/{engagementId}/contract/clauses/{clauseId}', {
        path: { engagementId, clauseId },
        body,
      }),
    onSuccess: refresh,
  });
}

export function useRaiseFinding(engagementId: string) {
  const refresh = useRefresh(engagementId);
  return useAct({
    mutationFn: (body: Schema<'RaiseFindingRequest'>) =>
      api.post('/api/engagements/{engagementId}/contract/findings', { path: { engagementId }, body }),
    onSuccess: refresh,
  });
}

export function useAddDocument(engagementId: string) {
  const refresh = useRefresh(engagementId);
  return useAct({
    mutationFn: async ({ file, supersedesId }: { file: File; supersedesId: string | null }) => {
      const form = new FormData();
      if (supersedesId !== null) form.append('supersedesId', supersedesId);
      form.append('file', file);
      // The boundary: openapi.json describes the fields beside the file, and what comes back.
      return (await request('post', `/api/engagements/${engagementId}/contract/documents`, {
        body: form,
      })) as Schema<'ContractDocumentsResponse'>;
    },
    onSuccess: refresh,
  });
}
