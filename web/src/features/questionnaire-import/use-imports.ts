import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';

import { api, type Schema } from '../../platform/api/client.js';
import { oneLane, useAct } from '../../platform/api/use-act.js';

export type Import = Schema<'ImportResponse'>;
export type ImportSummary = Schema<'ImportSummaryResponse'>;
export type ImportItems = Schema<'ImportItemsResponse'>;
export type ImportItem = Schema<'ImportItemResponse'>;
export type DescribedSheet = Schema<'DescribedSheetResponse'>;
export type SheetMapping = Schema<'SheetMappingFields'>;
export type ItemEdit = Schema<'ItemEditFields'>;
export type Wish = Schema<'ImportWishFields'>;

const all = ['questionnaire-imports'];
export const importKey = (id: string) => [...all, 'one', id];
const whileRunningMs = 700;

export const isUnderWay = ({ state }: Pick<Import, 'state'>): boolean =>
  state === 'queued' || state === 'running';

export function useImports() {
  return useQuery({
    queryKey: [...all, 'list'],
    queryFn: async ({ signal }) => (await api.get('/api/questionnaire-imports', { signal })).items,
  });
}

/** Asked again while the file is read. */
export function useImport(importId: string) {
  return useQuery({
    queryKey: importKey(importId),
    queryFn: ({ signal }) => api.get('/api/questionnaire-imports/{importId}', { path: { importId }, signal }),
    refetchInterval: ({ state }) =>
      state.data !== undefined && isUnderWay(state.data) ? whileRunningMs : false,
  });
}

/** What was read, under the mapping that it was read with. */
export function useItems({ id, mappings, asSpreadsheet, state, format }: Import) {
  return useQuery({
    queryKey: [...all, 'items', id, mappings, asSpreadsheet],
    enabled: state === 'done' && format !== null,
    staleTime: Infinity,
    queryFn: ({ signal }) =>
      api.get('/api/questionnaire-imports/{importId}/items', { path: { importId: id }, signal }),
  });
}

export function useCancel(importId: string) {
  const client = useQueryClient();
  return useAct({
    mutationFn: () => api.post('/api/questionnaire-imports/{importId}/cancel', { path: { importId } }),
    onSuccess: (read) => client.setQueryData(importKey(importId), read),
  });
}

/** Reads the file again, as it is mapped. */
export function useReadAgain({ id: importId, revision }: Pick<Import, 'id' | 'revision'>) {
  const client = useQueryClient();
  return useAct({
    lane: oneLane,
    mutationFn: (body: { readonly asSpreadsheet: boolean; readonly mappings: SheetMapping[] }) =>
      api.put('/api/questionnaire-imports/{importId}/mapping', {
        path: { importId },
        body: { ...body, revision },
      }),
    onSuccess: (read) => client.setQueryData(importKey(importId), read),
  });
}

export function useSave({ id: importId }: Pick<Import, 'id'>) {
  const client = useQueryClient();
  return useAct({
    lane: oneLane,
    mutationFn: (body: Schema<'SaveImportRequest'>) =>
      api.post('/api/questionnaire-imports/{importId}/draft', { path: { importId }, body }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: all }),
        client.invalidateQueries({ queryKey: ['questionnaires'] }),
      ]),
  });
}

export interface Standing {
  readonly id: string;
  readonly revision: number;
  readonly document: QuestionnaireDocument;
}

/** The draft that the file may become a new draft of. */
export function useStanding(id: string | null) {
  return useQuery({
    enabled: id !== null,
    queryKey: ['questionnaires', 'standing', id],
    queryFn: async ({ signal }): Promise<Standing> => {
      const path = { questionnaireId: id ?? '' };
      const reply = await api.get('/api/questionnaires/{questionnaireId}', { path, signal });
      // The boundary: openapi.json calls the document an object, and the API sends what shared describes.
      const document = reply.document as unknown as QuestionnaireDocument;
      return { id: reply.id, revision: reply.revision, document };
    },
  });
}
