import type { SupplierQuestion } from '@probant/shared/questionnaires/supplier-questionnaire';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

import { api, type Schema } from '../../platform/api/client.js';
import type { DraftAnswer } from './draft.js';
import type { Entry } from './queue-state.js';
import type { SaveQueue } from './save-queue.js';
import type { PieceActs } from './use-pieces.js';

export type Suggestion = Schema<'SuggestionResponse'>;
export type Reconfirmation = Schema<'ReconfirmationResponse'>;

/** Earlier answers to this question or to one that is alike. */
export function useSuggestions(assessmentId: string, questionId: string, wanted: boolean) {
  return useQuery({
    queryKey: ['suggestions', assessmentId, questionId],
    queryFn: ({ signal }) =>
      api.get('/api/requests/{assessmentId}/answers/{questionId}/suggestions', {
        path: { assessmentId, questionId },
        signal,
      }),
    enabled: wanted,
    staleTime: 300_000,
  });
}

/** Says of the answer as it stands that it is an earlier one, looked at again. */
export function useReconfirmation(
  assessmentId: string,
  questionId: string,
  { saved, draft, sent }: Entry,
): Reconfirmation | undefined {
  const client = useQueryClient();
  const queryKey = ['reconfirmations', assessmentId];
  const told = useQuery({
    queryKey,
    queryFn: async ({ signal }) =>
      (await api.get('/api/requests/{assessmentId}/reconfirmations', { path: { assessmentId }, signal }))
        .items,
    staleTime: 300_000,
  });
  const pending = (draft ?? sent)?.answer.reconfirms;
  const before = useRef(pending);
  useEffect(() => {
    if (before.current !== undefined && pending === undefined)
      void client.invalidateQueries({ queryKey: ['reconfirmations', assessmentId] });
    before.current = pending;
  }, [client, assessmentId, pending]);
  if (draft !== undefined || sent !== undefined) return undefined;
  return told.data?.find((one) => one.questionId === questionId && one.revision === saved?.revision);
}

/** The boundary: openapi.json calls it an object, and what fits the question is an answer to it. */
export function toDraft(fitted: NonNullable<Suggestion['fitted']>): DraftAnswer {
  return fitted as unknown as DraftAnswer;
}

/** The answer into the fields, marked as reconfirmed, and its pieces beside it. */
export async function takeOver(
  { entryId, fitted, pieces }: Suggestion,
  {
    question,
    queue,
    acts,
    there,
  }: {
    readonly question: SupplierQuestion;
    readonly queue: SaveQueue;
    readonly acts: PieceActs;
    readonly there: readonly string[];
  },
): Promise<void> {
  if (fitted !== null) queue.fill(question.id, { ...toDraft(fitted), reconfirms: entryId });
  for (const { id } of pieces.filter((piece) => !there.includes(piece.id)))
    await acts.link.mutateAsync({ evidenceId: id, questionId: question.id });
}
