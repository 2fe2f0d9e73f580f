import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import type { ScoreResult } from '@probant/shared/scoring/score-assessment';
import { useQuery, useQueryClient } from '@tanstack/react-query';

import { api, type Schema } from '../../platform/api/client.js';
import { useAct } from '../../platform/api/use-act.js';

export type Decision = Schema<'DecisionResponse'>;
export type DecisionBody = Schema<'DecideRequest'>;
export type Reviewed = Omit<Schema<'ReviewResponse'>, 'document'> & {
  readonly document: QuestionnaireDocument;
};

/** The boundary: openapi.json calls the document and the trace objects, and the API sends what shared describes. */
export function useReviewed(assessmentId: string) {
  return useQuery({
    queryKey: ['reviews', assessmentId],
    queryFn: async ({ signal }): Promise<Reviewed> => {
      const reply = await api.get('/api/assessments/{assessmentId}/review', {
        path: { assessmentId },
        signal,
      });
      return { ...reply, document: reply.document as unknown as QuestionnaireDocument };
    },
  });
}

export function traceOf({ score }: Reviewed): ScoreResult {
  return score.trace as unknown as ScoreResult;
}

export function useDecisions(assessmentId: string) {
  return useQuery({
    queryKey: ['decisions', assessmentId],
    queryFn: ({ signal }) =>
      api.get('/api/assessments/{assessmentId}/decisions', { path: { assessmentId }, signal }),
  });
}

export function useDecide(assessmentId: string) {
  const client = useQueryClient();
  return useAct({
    mutationFn: (body: DecisionBody) =>
      api.post('/api/assessments/{assessmentId}/decisions', { path: { assessmentId }, body }),
    onSuccess: async (decisions) => {
      client.setQueryData(['decisions', assessmentId], decisions);
      await Promise.all(
        [['reviews', assessmentId], ['assessments'], ['scores', assessmentId]].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
}
