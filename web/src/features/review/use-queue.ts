import { queueShares, type QueueShare } from '@probant/shared/assessments/queue-shares';
import { keepPreviousData, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';

import { api, type Schema } from '../../platform/api/client.js';
import { type ListQuery, toListQuery } from '../../platform/api/list-query.js';
import { type ActResult, useAct } from '../../platform/api/use-act.js';

export type ReviewQueue = Schema<'ReviewQueueResponse'>;
export type QueuedReview = Schema<'QueuedReviewResponse'>;
export type IdenticalPiece = Schema<'IdenticalPieceResponse'>;
export type Confirmations = Schema<'ConfirmationsResponse'>;

export function isShare(text: string): text is QueueShare {
  return queueShares.some((share) => share === text);
}

/** A review that goes on with the next one of its share. */
export function addressInQueue({ assessmentId }: QueuedReview, share: QueueShare): string {
  return `/assessments/${assessmentId}/review?queue=${share}`;
}

export function useQueue(query: ListQuery, enabled = true): UseQueryResult<ReviewQueue> {
  return useQuery({
    queryKey: ['review-queue', query],
    enabled,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get('/api/review-queue', { query, signal }),
  });
}

export function useReviewTimes(): UseQueryResult<Schema<'ReviewTimesResponse'>> {
  return useQuery({
    queryKey: ['review-queue', 'times'],
    queryFn: ({ signal }) => api.get('/api/review-queue/times', { signal }),
  });
}

export function useIdenticalPieces(): UseQueryResult<Schema<'IdenticalPiecesResponse'>> {
  return useQuery({
    queryKey: ['review-queue', 'identical'],
    queryFn: ({ signal }) => api.get('/api/review-queue/identical-pieces', { signal }),
  });
}

export function useFourEyes(): UseQueryResult<Schema<'FourEyesResponse'>> {
  return useQuery({
    queryKey: ['four-eyes'],
    queryFn: ({ signal }) => api.get('/api/four-eyes', { signal }),
  });
}

function useQueueAct<Input, Result>(act: (input: Input) => Promise<Result>): ActResult<Result, Input> {
  const client = useQueryClient();
  return useAct({
    mutationFn: act,
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['review-queue'] });
      await client.invalidateQueries({ queryKey: ['four-eyes'] });
      await client.invalidateQueries({ queryKey: ['reviews'] });
    },
  });
}

export function useAssign(): ActResult<
  Schema<'AssignedReviewerResponse'>,
  { readonly review: QueuedReview; readonly accountId: string | null }
> {
  return useQueueAct(({ review, accountId }) =>
    api.put('/api/assessments/{assessmentId}/reviewer', {
      path: { assessmentId: review.assessmentId },
      body: { accountId, before: review.reviewer?.accountId ?? null },
    }),
  );
}

export function useAcceptIdentical(): ActResult<
  Schema<'AcceptedPlacesResponse'>,
  Schema<'AcceptIdenticalRequest'>
> {
  return useQueueAct((body) => api.post('/api/review-queue/identical-pieces/accept', { body }));
}

export function useChangeFourEyes(): ActResult<Schema<'FourEyesResponse'>, Schema<'ChangeFourEyesRequest'>> {
  return useQueueAct((body) => api.put('/api/four-eyes', { body }));
}

export function useConfirmations(assessmentId: string): UseQueryResult<Confirmations> {
  return useQuery({
    queryKey: ['reviews', assessmentId, 'confirmations'],
    queryFn: ({ signal }) =>
      api.get('/api/assessments/{assessmentId}/confirmations', { path: { assessmentId }, signal }),
  });
}

export function useConfirm(
  assessmentId: string,
): ActResult<Confirmations, Schema<'ConfirmRequest'>['items']> {
  return useQueueAct((items) =>
    api.post('/api/assessments/{assessmentId}/confirmations', { path: { assessmentId }, body: { items } }),
  );
}

const walked = 100;

/** Where the keys lead from one submission of the queue to the next; nowhere for whoever came another way. */
export function useQueueWalk(assessmentId: string): {
  readonly next: string | undefined;
  readonly previous: string | undefined;
} {
  const [search] = useSearchParams();
  const share = search.get('queue') ?? '';
  const queue = useQueue(
    toListQuery({ share: isShare(share) ? share : '', limit: String(walked) }),
    isShare(share),
  );
  if (!isShare(share)) return { next: undefined, previous: undefined };
  const items = queue.data?.items ?? [];
  const here = items.findIndex((one) => one.assessmentId === assessmentId);
  const to = (item: QueuedReview | undefined): string | undefined =>
    item === undefined ? undefined : addressInQueue(item, share);
  // Whoever finished this one has taken it out of the queue: the first of what is left comes next.
  return { next: to(items[here + 1]), previous: here > 0 ? to(items[here - 1]) : undefined };
}
