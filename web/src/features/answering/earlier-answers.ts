import type { SupplierQuestion } from '@probant/shared/questionnaires/supplier-questionnaire';
import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useMemo } from 'react';

import { api } from '../../platform/api/client.js';
import type { DraftAnswer } from './draft.js';
import { answerOf, type Entry } from './queue-state.js';

/** Every version of one answer, the newest first; a save makes another one. */
export function historyQuery(assessmentId: string, questionId: string, revision: number) {
  return queryOptions({
    queryKey: ['answer-history', assessmentId, questionId, revision],
    queryFn: async ({ signal }) =>
      (
        await api.get('/api/requests/{assessmentId}/answers/{questionId}/history', {
          path: { assessmentId, questionId },
          signal,
        })
      ).revisions,
  });
}

/** The last version of the answer that is of the kind wanted; rejects when the history cannot be read. */
export type FindEarlier = (wanted: (answer: DraftAnswer) => boolean) => Promise<DraftAnswer | undefined>;

/** What the fields of the open question know of the versions before, so that what is taken back can come back. */
export interface Earlier {
  readonly find: FindEarlier;
  /** There is a version with a value, and the answer as it stands was cleared. */
  readonly hasEarlier: boolean;
}

export const EarlierAnswers = createContext<Earlier>({
  find: () => Promise.resolve(undefined),
  hasEarlier: false,
});

export function useEarlier(assessmentId: string, question: SupplierQuestion, entry: Entry): Earlier {
  const client = useQueryClient();
  const { saved } = entry;
  const find = useCallback<FindEarlier>(
    async (wanted) => {
      if (saved === undefined) return undefined;
      if (wanted(saved)) return saved;
      const revisions = await client.query({
        ...historyQuery(assessmentId, question.id, saved.revision),
        staleTime: Infinity,
      });
      return revisions.find(wanted);
    },
    [client, assessmentId, question.id, saved],
  );
  const hasEarlier = saved !== undefined && answerOf(entry)?.state === 'cleared';
  return useMemo(() => ({ find, hasEarlier }), [find, hasEarlier]);
}
