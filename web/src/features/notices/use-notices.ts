import { useQuery, useQueryClient } from '@tanstack/react-query';

import { api, type Schema } from '../../platform/api/client.js';
import { request } from '../../platform/api/request.js';
import { useAct } from '../../platform/api/use-act.js';

export type Notice = Schema<'NoticeResponse'>;
export type NoticeSummary = Schema<'NoticeSummaryResponse'>;
export type Ending = Schema<'EndingResponse'>;
export type NoticePiece = Schema<'NoticePieceResponse'>;
export type ReceivedNotice = Schema<'ReceivedNoticeResponse'>;
export type SentLetter = Schema<'SentLetterResponse'>;
export type Clock = Schema<'NoticeClockResponse'>;
export type Reply = Schema<'NoticeReplyResponse'>;
export type Level = NonNullable<NoticePiece['level']>;

const key = 'notices';
const receivedKey = 'received-notices';

export function useNotices(engagementId: string) {
  return useQuery({
    queryKey: [key, 'engagement', engagementId],
    queryFn: ({ signal }) =>
      api.get('/api/engagements/{engagementId}/notices', { path: { engagementId }, signal }),
  });
}

export function useNotice(noticeId: string) {
  return useQuery({
    queryKey: [key, 'one', noticeId],
    queryFn: ({ signal }) => api.get('/api/notices/{noticeId}', { path: { noticeId }, signal }),
  });
}

/** What came back is the notice as it stands now; the list is asked for anew. */
function useTakeIn(): (notice: Notice) => Promise<void> {
  const client = useQueryClient();
  return async (notice) => {
    client.setQueryData([key, 'one', notice.id], notice);
    await client.invalidateQueries({ queryKey: [key, 'engagement', notice.engagementId] });
  };
}

export function useBeginNotice(engagementId: string) {
  const takeIn = useTakeIn();
  return useAct({
    mutationFn: () => api.post('/api/engagements/{engagementId}/notices', { path: { engagementId } }),
    onSuccess: takeIn,
  });
}

export function useSaveDraft(noticeId: string) {
  const takeIn = useTakeIn();
  return useAct({
    mutationFn: (body: Schema<'SaveDraftRequest'>) =>
      api.put('/api/notices/{noticeId}/draft', { path: { noticeId }, body }),
    onSuccess: takeIn,
  });
}

export function useTakeStep(noticeId: string) {
  const takeIn = useTakeIn();
  return useAct({
    mutationFn: (body: Schema<'TakeStepRequest'>) =>
      api.post('/api/notices/{noticeId}/steps', { path: { noticeId }, body }),
    onSuccess: takeIn,
  });
}

export function useGradePiece(noticeId: string) {
  const takeIn = useTakeIn();
  return useAct({
    mutationFn: ({ noticePieceId, ...body }: Schema<'GradePieceRequest'> & { noticePieceId: string }) =>
      api.put('/api/notices/{noticeId}/pieces/{noticePieceId}/grading', {
        path: { noticeId, noticePieceId },
        body,
      }),
    onSuccess: takeIn,
  });
}

export function useRecordEnding(engagementId: string) {
  const client = useQueryClient();
  return useAct({
    mutationFn: (body: Schema<'RecordEndingRequest'>) =>
      api.post('/api/engagements/{engagementId}/contract/endings', { path: { engagementId }, body }),
    onSuccess: (notices) => {
      client.setQueryData([key, 'engagement', engagementId], notices);
    },
  });
}

export interface PieceToAdd {
  readonly file: File;
  readonly fields: Readonly<Record<string, string>>;
}

async function upload(path: string, { file, fields }: PieceToAdd): Promise<unknown> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== '') form.append(name, value);
  form.append('file', file);
  return request('post', path, { body: form });
}

export function useAddPiece(noticeId: string) {
  const takeIn = useTakeIn();
  return useAct({
    // The boundary: openapi.json describes the fields beside the file, and what comes back.
    mutationFn: async (piece: PieceToAdd) =>
      (await upload(`/api/notices/${noticeId}/pieces`, piece)) as Notice,
    onSuccess: takeIn,
  });
}

export function useReceivedNotices() {
  return useQuery({
    queryKey: [receivedKey, 'all'],
    queryFn: ({ signal }) => api.get('/api/received-notices', { signal }),
  });
}

export function useReceivedNotice(noticeId: string) {
  return useQuery({
    queryKey: [receivedKey, 'one', noticeId],
    queryFn: ({ signal }) => api.get('/api/received-notices/{noticeId}', { path: { noticeId }, signal }),
  });
}

function useTakeInReceived(noticeId: string): (notice: ReceivedNotice) => void {
  const client = useQueryClient();
  return (notice) => {
    client.setQueryData([receivedKey, 'one', noticeId], notice);
  };
}

export function useReply(noticeId: string) {
  const takeIn = useTakeInReceived(noticeId);
  return useAct({
    mutationFn: (body: Schema<'ReplyToNoticeRequest'>) =>
      api.post('/api/received-notices/{noticeId}/replies', { path: { noticeId }, body }),
    onSuccess: takeIn,
  });
}

export function useAddCure(noticeId: string) {
  const takeIn = useTakeInReceived(noticeId);
  return useAct({
    // The boundary, as above.
    mutationFn: async (piece: PieceToAdd) =>
      (await upload(`/api/received-notices/${noticeId}/pieces`, piece)) as ReceivedNotice,
    onSuccess: takeIn,
  });
}
