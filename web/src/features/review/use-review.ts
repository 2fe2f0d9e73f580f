import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';

import { api, type Schema } from '../../platform/api/client.js';
import { isProblem } from '../../platform/api/problem.js';
import { useAct } from '../../platform/api/use-act.js';
import type { FindingChange } from './kept-names.js';
import { questionReviewOf, type Review, type ReviewState, toReview } from './review-model.js';

const key = (assessmentId: string) => ['reviews', assessmentId];

export function useReview(assessmentId: string) {
  return useQuery({
    queryKey: key(assessmentId),
    queryFn: async ({ signal }) =>
      toReview(await api.get('/api/assessments/{assessmentId}/review', { path: { assessmentId }, signal })),
  });
}

function readReview(client: QueryClient, assessmentId: string): Review {
  const review = client.getQueryData<Review>(key(assessmentId));
  if (review === undefined) throw new Error('A review is acted on once it is shown.');
  return review;
}

/**
 * An act on the review answers with the review as it then stands, score included. Acts run one after another, each with the
 * revision that the one before it left.
 */
function useReviewAct<Input>(
  assessmentId: string,
  act: (review: Review, input: Input) => Promise<ReviewState>,
) {
  const client = useQueryClient();
  return useAct({
    scope: { id: `review-${assessmentId}` },
    mutationFn: (input: Input) => act(readReview(client, assessmentId), input),
    onSuccess: (state) => {
      client.setQueryData<Review>(key(assessmentId), (before) => before && { ...before, ...state });
      void client.invalidateQueries({ queryKey: [...key(assessmentId), 'confirmations'] });
      void client.invalidateQueries({ queryKey: ['review-queue'] });
      void client.invalidateQueries({ queryKey: ['assessments'] });
      void client.invalidateQueries({ queryKey: ['scores', assessmentId] });
      void client.invalidateQueries({ queryKey: ['engagements', 'contradictions'] });
    },
    onError: (error) => {
      if (isProblem(error, 'stale-revision') || isProblem(error, 'transition-refused'))
        void client.invalidateQueries({ queryKey: key(assessmentId) });
    },
  });
}

export interface JudgeInput {
  readonly evidenceId: string;
  readonly questionIds: readonly string[];
  readonly verdict: 'accepted' | 'rejected' | 'unexamined';
  readonly level?: Schema<'ReviewPieceRequest'>['level'];
  readonly note: string;
}

export function useJudgePiece(assessmentId: string) {
  return useReviewAct<JudgeInput>(
    assessmentId,
    (review, { evidenceId, questionIds, verdict, level, note }) => {
      const piece = review.pieces.find((one) => one.evidenceId === evidenceId);
      const questions = questionIds.map((questionId) => ({
        questionId,
        revision: piece?.questions.find((one) => one.questionId === questionId)?.revision ?? 0,
      }));
      return api.put('/api/assessments/{assessmentId}/review/pieces/{evidenceId}', {
        path: { assessmentId, evidenceId },
        body: { questions, verdict, note, ...(level === undefined ? {} : { level }) },
      });
    },
  );
}

export interface ReviewInput {
  readonly questionId: string;
  readonly seen?: boolean;
  readonly note?: string;
  readonly notApplicable?: Schema<'DecideClaimRequest'> | null;
}

/** What is left out stays as it is. */
export function useReviewQuestion(assessmentId: string) {
  return useReviewAct<ReviewInput>(assessmentId, (review, input) => {
    const kept = questionReviewOf(review, input.questionId);
    const claim = kept?.notApplicable;
    const standing = claim?.stands === true ? { decision: claim.decision, reason: claim.reason } : null;
    return api.put('/api/assessments/{assessmentId}/review/questions/{questionId}', {
      path: { assessmentId, questionId: input.questionId },
      body: {
        seen: input.seen ?? kept?.seen ?? false,
        note: input.note ?? kept?.note ?? '',
        notApplicable: input.notApplicable === undefined ? standing : input.notApplicable,
        revision: kept?.revision ?? 0,
      },
    });
  });
}

export type OverrideInput = Omit<Schema<'OverrideRequest'>, 'revision'> & { readonly questionId: string };

export function useOverride(assessmentId: string) {
  return useReviewAct<OverrideInput>(assessmentId, (review, { questionId, ...body }) =>
    api.put('/api/assessments/{assessmentId}/review/questions/{questionId}/override', {
      path: { assessmentId, questionId },
      body: { ...body, revision: questionReviewOf(review, questionId)?.revision ?? 0 },
    }),
  );
}

export function useSeeAll(assessmentId: string) {
  return useReviewAct<readonly string[]>(assessmentId, (_, questionIds) =>
    api.post('/api/assessments/{assessmentId}/review/seen', {
      path: { assessmentId },
      body: { questionIds: [...questionIds] },
    }),
  );
}

export function useReturn(assessmentId: string) {
  return useReviewAct<string>(assessmentId, (_, reason) =>
    api.post('/api/assessments/{assessmentId}/return', { path: { assessmentId }, body: { reason } }),
  );
}

export function useFinish(assessmentId: string) {
  return useReviewAct<undefined>(assessmentId, () =>
    api.post('/api/assessments/{assessmentId}/finish-review', { path: { assessmentId } }),
  );
}

/** A message to the supplier; about the request as a whole when no question is named. */
export function usePostMessage(assessmentId: string) {
  const client = useQueryClient();
  return useAct({
    mutationFn: (body: Schema<'PostClarificationRequest'>) =>
      api.post('/api/assessments/{assessmentId}/clarifications', { path: { assessmentId }, body }),
    onSuccess: ({ threads }) => {
      client.setQueryData<Review>(key(assessmentId), (before) => before && { ...before, threads });
    },
  });
}

type FindingChangeInput = Schema<'FindingReasonRequest'> & {
  readonly id: string;
  readonly wished: FindingChange;
};

export function useChangeFinding(assessmentId: string) {
  const client = useQueryClient();
  return useAct({
    mutationFn: ({ id, wished, ...body }: FindingChangeInput) =>
      wished === 'closed'
        ? api.post('/api/findings/{findingId}/close', { path: { findingId: id }, body })
        : api.post('/api/findings/{findingId}/reopen', { path: { findingId: id }, body }),
    onSuccess: (finding) => {
      client.setQueryData<Review>(
        key(assessmentId),
        (before) =>
          before && {
            ...before,
            findings: before.findings.map((one) => (one.id === finding.id ? finding : one)),
          },
      );
    },
    onError: () => {
      void client.invalidateQueries({ queryKey: key(assessmentId) });
    },
  });
}

/** Reads the review again after something beside a message changed its threads. */
export function useReloadReview(assessmentId: string): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await client.invalidateQueries({ queryKey: key(assessmentId) });
    await client.invalidateQueries({ queryKey: ['assessments'] });
  };
}
