import type { SupplierQuestionnaire } from '@probant/shared/questionnaires/supplier-questionnaire';
import { useQuery, useQueryClient } from '@tanstack/react-query';

import { api, type Schema } from '../../platform/api/client.js';
import { useAct } from '../../platform/api/use-act.js';

export type Delegation = Schema<'DelegationResponse'>;
export type HandOver = Schema<'HandOverRequest'>;
export type ChangePart = Schema<'ChangePartRequest'>;

const key = (assessmentId: string) => ['delegations', assessmentId];

/** The parts of one request that colleagues hold. */
export function useDelegations(assessmentId: string) {
  return useQuery({
    queryKey: key(assessmentId),
    queryFn: async ({ signal }) =>
      (await api.get('/api/requests/{assessmentId}/delegations', { path: { assessmentId }, signal })).items,
  });
}

/** What there is to hand over, and what it is called. */
export function useAsked(assessmentId: string) {
  return useQuery({
    queryKey: ['asked', assessmentId],
    queryFn: async ({ signal }) => {
      const { document, sheet } = await api.get('/api/requests/{assessmentId}/sheet', {
        path: { assessmentId },
        signal,
      });
      // The boundary: openapi.json calls the document an object, and the API sends what shared describes.
      return {
        document: document as unknown as SupplierQuestionnaire,
        title: sheet.title,
        status: sheet.status,
        dueOn: sheet.dueOn,
      };
    },
  });
}

/** What changes the parts of a request; each answers with all of them. */
export function usePartActs(assessmentId: string) {
  const client = useQueryClient();
  const onSuccess = ({ items }: { readonly items: readonly Delegation[] }): void => {
    client.setQueryData(key(assessmentId), items);
  };
  const path = (delegationId: string) => ({ assessmentId, delegationId });
  return {
    handOver: useAct({
      mutationFn: (body: HandOver) =>
        api.post('/api/requests/{assessmentId}/delegations', { path: { assessmentId }, body }),
      onSuccess,
    }),
    change: useAct({
      mutationFn: ({ id, ...body }: ChangePart & { readonly id: string }) =>
        api.put('/api/requests/{assessmentId}/delegations/{delegationId}', { path: path(id), body }),
      onSuccess,
    }),
    remind: useAct({
      mutationFn: (id: string) =>
        api.post('/api/requests/{assessmentId}/delegations/{delegationId}/remind', { path: path(id) }),
      onSuccess,
    }),
    takeBack: useAct({
      mutationFn: (id: string) =>
        api.delete('/api/requests/{assessmentId}/delegations/{delegationId}', { path: path(id) }),
      onSuccess,
    }),
  };
}
