import { useQuery, useQueryClient } from '@tanstack/react-query';

import { api, type Schema } from '../../platform/api/client.js';
import type { ListQuery } from '../../platform/api/list-query.js';
import { oneLane, useAct } from '../../platform/api/use-act.js';

export type Supplier = Schema<'SupplierResponse'>;
export type SupplierSummary = Schema<'SupplierSummaryResponse'>;
export type Contact = Schema<'ContactResponse'>;
export type ContactBody = Schema<'ContactRequest'>;
export type SupplierBody = Schema<'SupplierRequest'>;
export type EngagementSummary = Schema<'EngagementSummaryResponse'>;

export function useSuppliers(query: ListQuery) {
  return useQuery({
    queryKey: ['suppliers', 'list', query],
    queryFn: ({ signal }) => api.get('/api/suppliers', { query, signal }),
  });
}

export function useSupplier(supplierId: string) {
  return useQuery({
    queryKey: ['suppliers', 'one', supplierId],
    queryFn: ({ signal }) => api.get('/api/suppliers/{supplierId}', { path: { supplierId }, signal }),
  });
}

export function useEngagementsOf(supplierId: string, state: 'active' | 'all') {
  return useQuery({
    queryKey: ['engagements', 'of', supplierId, state],
    queryFn: ({ signal }) =>
      api.get('/api/engagements', { query: { supplierId, state, limit: 200 }, signal }),
  });
}

/** Everything read about suppliers and what hangs on them is read again. */
export function useRefreshSuppliers(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all(
      ['suppliers', 'engagements', 'portfolio'].map((name) => client.invalidateQueries({ queryKey: [name] })),
    );
  };
}

export function useArchiveSupplier(supplierId: string) {
  const refresh = useRefreshSuppliers();
  return useAct({
    lane: oneLane,
    mutationFn: (act: 'archive' | 'restore') =>
      act === 'archive'
        ? api.post('/api/suppliers/{supplierId}/archive', { path: { supplierId } })
        : api.post('/api/suppliers/{supplierId}/restore', { path: { supplierId } }),
    onSuccess: refresh,
  });
}

export function useRemoveContact(supplierId: string) {
  const refresh = useRefreshSuppliers();
  return useAct({
    mutationFn: (contactId: string) =>
      api.delete('/api/suppliers/{supplierId}/contacts/{contactId}', { path: { supplierId, contactId } }),
    onSuccess: refresh,
  });
}
