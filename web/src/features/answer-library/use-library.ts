import { useQuery, useQueryClient } from '@tanstack/react-query';

import { api, type Schema } from '../../platform/api/client.js';
import type { ListQuery } from '../../platform/api/list-query.js';
import { useAct } from '../../platform/api/use-act.js';

export type LibraryItem = Schema<'LibraryItemResponse'>;
export type KeptEntry = Schema<'LibraryHistoryResponse'>;
export type EntrySource = Schema<'LibrarySourceResponse'>;
export type PackPreview = Schema<'PackPreviewResponse'>;
export type PackEntry = Schema<'PackEntryResponse'>;

export function useLibrary(query: ListQuery) {
  return useQuery({
    queryKey: ['answer-library', 'list', query],
    queryFn: ({ signal }) => api.get('/api/answer-library', { query, signal }),
    placeholderData: (before) => before,
  });
}

export function useEntry(entryId: string) {
  return useQuery({
    queryKey: ['answer-library', 'entry', entryId],
    queryFn: ({ signal }) => api.get('/api/answer-library/{entryId}', { path: { entryId }, signal }),
  });
}

/** What can be done with an entry; each act may move others of its key. */
export function useEntryActs({ id: entryId, revision }: Pick<KeptEntry, 'id' | 'revision'>) {
  const client = useQueryClient();
  const settle = () => client.invalidateQueries({ queryKey: ['answer-library'] });
  const path = { entryId };
  const retire = useAct({
    mutationFn: () => api.post('/api/answer-library/{entryId}/retire', { path, body: { revision } }),
    onSuccess: settle,
  });
  const restore = useAct({
    mutationFn: () => api.post('/api/answer-library/{entryId}/restore', { path, body: { revision } }),
    onSuccess: settle,
  });
  return { retire, restore, settle };
}

export function useSigners() {
  return useQuery({
    queryKey: ['answer-library', 'signers'],
    queryFn: ({ signal }) => api.get('/api/answer-packs/signers', { signal }),
  });
}
