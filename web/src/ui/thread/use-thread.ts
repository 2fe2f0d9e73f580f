import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';

import { api, type Schema } from '../../platform/api/client.js';
import { uploadFile } from '../../platform/api/upload-file.js';
import { useAct } from '../../platform/api/use-act.js';

export type Side = 'buyer' | 'supplier';
type Threads = Schema<'ThreadsResponse'>;

/** Each side reads and writes the same threads at an address of its own. */
export function threadsAt(side: Side, assessmentId: string): string {
  return `/api/${side === 'buyer' ? 'assessments' : 'requests'}/${assessmentId}/clarifications`;
}

export function useColleagues(side: Side, assessmentId: string) {
  const path = { assessmentId };
  return useQuery({
    queryKey: ['thread-colleagues', side, assessmentId],
    queryFn: async ({ signal }) =>
      (
        await (side === 'buyer'
          ? api.get('/api/assessments/{assessmentId}/clarifications/colleagues', { path, signal })
          : api.get('/api/requests/{assessmentId}/clarifications/colleagues', { path, signal }))
      ).items,
  });
}

export function useSettle(side: Side, assessmentId: string, onChanged: () => unknown) {
  const path = { assessmentId };
  return useAct({
    mutationFn: async (body: Schema<'SettleRequest'>) => {
      await (side === 'buyer'
        ? api.put('/api/assessments/{assessmentId}/clarifications/resolved', { path, body })
        : api.put('/api/requests/{assessmentId}/clarifications/resolved', { path, body }));
    },
    onSuccess: onChanged,
  });
}

export interface NewMessage {
  readonly questionId: string;
  readonly body: string;
  readonly mentions: readonly string[];
  readonly file: File | null;
}

export function sendMessage(
  side: Side,
  assessmentId: string,
  { file, questionId, body, mentions }: NewMessage,
): Promise<Threads> {
  const path = { assessmentId };
  if (file === null) {
    const message = { questionId, body, mentions: [...mentions] };
    return side === 'buyer'
      ? api.post('/api/assessments/{assessmentId}/clarifications', { path, body: message })
      : api.post('/api/requests/{assessmentId}/clarifications', { path, body: message });
  }
  return uploadFile<Threads>({
    path: `${threadsAt(side, assessmentId)}/files`,
    file,
    fields: { questionId, body, mentions },
    onProgress: () => undefined,
    signal: new AbortController().signal,
  });
}

/** Whoever has the thread before them has read it; that the mark of it was lost costs them a second look. */
export function useReadMark(side: Side, assessmentId: string, questionId: string, unread: number): void {
  useEffect(() => {
    if (unread === 0) return;
    const path = { assessmentId };
    const body = { questionId };
    const marked =
      side === 'buyer'
        ? api.put('/api/assessments/{assessmentId}/clarifications/read', { path, body })
        : api.put('/api/requests/{assessmentId}/clarifications/read', { path, body });
    marked.catch(() => undefined);
  }, [side, assessmentId, questionId, unread]);
}
