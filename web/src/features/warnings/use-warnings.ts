import { useQuery, useQueryClient } from '@tanstack/react-query';

import { api, type Schema } from '../../platform/api/client.js';
import { useAct } from '../../platform/api/use-act.js';

export type Warning = Schema<'WarningResponse'>;
export type WarningSummary = Schema<'WarningSummaryResponse'>;
export type WarningQuestion = Schema<'WarningQuestionResponse'>;
export type WarningPiece = Schema<'WarningFileResponse'>;
export type GiveBody = Schema<'GiveWarningRequest'>;

const key = 'warnings';

export function useWarning(warningId: string) {
  return useQuery({
    queryKey: [key, 'one', warningId],
    enabled: warningId !== '',
    queryFn: ({ signal }) => api.get('/api/warnings/{warningId}', { path: { warningId }, signal }),
  });
}

export function useEngagementWarnings(engagementId: string) {
  return useQuery({
    queryKey: [key, 'engagement', engagementId],
    queryFn: ({ signal }) =>
      api.get('/api/engagements/{engagementId}/warnings', { path: { engagementId }, signal }),
  });
}

export function useGivenWarnings() {
  return useQuery({
    queryKey: [key, 'given'],
    queryFn: ({ signal }) => api.get('/api/given-warnings', { signal }),
  });
}

export function useRequestQuestions(assessmentId: string) {
  return useQuery({
    queryKey: [key, 'request', assessmentId],
    enabled: assessmentId !== '',
    queryFn: ({ signal }) =>
      api.get('/api/requests/{assessmentId}/warnings', { path: { assessmentId }, signal }),
  });
}

/** An entry moves lists, exposure and what a review proposes. */
export function useRefreshWarnings(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: [key] }),
      client.invalidateQueries({ queryKey: ['engagements', 'exposure'] }),
    ]);
  };
}

export function useConfirmWarning(warningId: string) {
  const refresh = useRefreshWarnings();
  return useAct({
    mutationFn: () => api.post('/api/warnings/{warningId}/confirmation', { path: { warningId } }),
    onSuccess: refresh,
  });
}

interface SentPiece {
  readonly file: File;
  readonly kind: string;
}

export function useStorePiece() {
  return useAct({
    lane: () => crypto.randomUUID(),
    mutationFn: ({ file, kind }: SentPiece) => {
      const form = new FormData();
      form.append('kind', kind);
      form.append('file', file);
      // openapi.json describes the fields beside the file.
      return api.post('/api/warning-files', { body: form as never });
    },
  });
}
