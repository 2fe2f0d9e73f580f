import { findGiven, type GivenAnswer } from '@probant/shared/answers/given-answer';
import type { AnswerValue, QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import type { Answer, Answers } from '@probant/shared/scoring/answer';
import type { ScoreResult } from '@probant/shared/scoring/score-assessment';
import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { api, type Schema } from '../../platform/api/client.js';

export type Snapshot = Schema<'SnapshotSummaryResponse'>;
export type Finding = Schema<'FindingResponse'>;
export type Reviewed = Omit<Schema<'ReviewResponse'>, 'document'> & {
  readonly document: QuestionnaireDocument;
};

/** What a screen shows of a score: today's, or one that was kept. */
export interface ShownScore {
  readonly numbers: Schema<'ScoreNumbersResponse'>;
  readonly best: Schema<'ScoreNumbersResponse'>;
  readonly potential: Schema<'ScoreNumbersResponse'>;
  readonly result: ScoreResult;
  readonly answers: Answers;
}

/** The boundary: openapi.json calls document, trace and inputs objects, and the API sends what shared describes. */
export function useReviewed(assessmentId: string) {
  return useQuery({
    queryKey: ['reviews', assessmentId],
    queryFn: async ({ signal }): Promise<Reviewed> => {
      const path = { assessmentId };
      const reply = await api.get('/api/assessments/{assessmentId}/review', { path, signal });
      return { ...reply, document: reply.document as unknown as QuestionnaireDocument };
    },
  });
}

export function useSnapshots(assessmentId: string) {
  return useQuery({
    queryKey: ['scores', assessmentId, 'kept'],
    queryFn: ({ signal }) =>
      api.get('/api/assessments/{assessmentId}/scores', { path: { assessmentId }, signal }),
  });
}

/** One kept score, whole; it never changes. */
export function useSnapshot(assessmentId: string, snapshotId: string | null) {
  return useQuery({
    queryKey: ['snapshots', snapshotId],
    enabled: snapshotId !== null,
    staleTime: Infinity,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const snapshot = await api.get('/api/assessments/{assessmentId}/scores/{snapshotId}', {
        path: { assessmentId, snapshotId: snapshotId ?? '' },
        signal,
      });
      const result = snapshot.trace as unknown as ScoreResult;
      const { answers } = snapshot.inputs as unknown as { readonly answers: Answers };
      const { score, base, floor, grade, confidence, knockouts } = result;
      const numbers = { score, base, floor, grade, confidence, knockouts: knockouts.map(({ id }) => id) };
      const shown: ShownScore = {
        numbers,
        best: snapshot.best,
        potential: snapshot.potential,
        result,
        answers,
      };
      return { snapshot, shown };
    },
  });
}

export function liveScore(reviewed: Reviewed): ShownScore {
  const { score, best, potential, trace } = reviewed.score;
  const said = Object.fromEntries(
    reviewed.answers.map((one): [string, GivenAnswer] => [one.questionId, toGiven(one)]),
  );
  const answers = reviewed.questions.flatMap(({ questionId, override }): [string, Answer][] => {
    if (override?.stands === true)
      return [
        [questionId, override.state === 'refused' ? { refused: true } : { v: toValue(override.value) }],
      ];
    const given = findGiven(said, questionId);
    return given?.state === 'answered' ? [[questionId, { v: given.value }]] : [];
  });
  const result = trace as unknown as ScoreResult;
  return { numbers: score, best, potential, result, answers: Object.fromEntries(answers) };
}

function toGiven({ state, value }: Reviewed['answers'][number]): GivenAnswer {
  return state === 'answered' ? { state, value: toValue(value) } : { state: 'cleared' };
}

function toValue(value: unknown): AnswerValue {
  return value as AnswerValue;
}
