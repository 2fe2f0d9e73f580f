import { useQuery, useQueryClient } from '@tanstack/react-query';

import { api, type Schema } from '../../platform/api/client.js';
import { useAct } from '../../platform/api/use-act.js';

export type Contradictions = Schema<'EngagementContradictionsResponse'>;
export type Contradiction = Schema<'ContradictionResponse'>;
export type ToldFact = Schema<'ToldFactResponse'>;
export type Act = Contradiction['possible'][number];

const keyOf = (engagementId: string) => ['engagements', 'contradictions', engagementId];

export function useContradictions(engagementId: string) {
  return useQuery({
    queryKey: keyOf(engagementId),
    queryFn: ({ signal }) =>
      api.get('/api/engagements/{engagementId}/contradictions', { path: { engagementId }, signal }),
  });
}

export interface ActInput {
  readonly act: Act;
  readonly on: Pick<Contradiction, 'key' | 'fingerprint'>;
  readonly words: string;
}

export function useActOn(engagementId: string) {
  const client = useQueryClient();
  const path = { engagementId };
  return useAct({
    mutationFn: ({ act, on: { key, fingerprint }, words }: ActInput) => {
      const on = { key, fingerprint: fingerprint ?? '' };
      switch (act) {
        case 'asked':
          return api.post('/api/engagements/{engagementId}/contradictions/questions', {
            path,
            body: { ...on, body: words },
          });
        case 'set-aside':
          return api.post('/api/engagements/{engagementId}/contradictions/set-aside', {
            path,
            body: { ...on, reason: words },
          });
        case 'reopened':
          return api.post('/api/engagements/{engagementId}/contradictions/reopenings', {
            path,
            body: { ...on, reason: words },
          });
      }
    },
    onSuccess: (answer) => {
      client.setQueryData<Contradictions>(keyOf(engagementId), answer);
      // The thread of the question stands in the review.
      void client.invalidateQueries({ queryKey: ['reviews', answer.assessmentId] });
    },
    onError: () => {
      void client.invalidateQueries({ queryKey: keyOf(engagementId) });
    },
  });
}
