import { useQuery, type UseQueryResult } from '@tanstack/react-query';

import { api, type Schema } from '../../platform/api/client.js';

export type Lesson = Schema<'LessonResponse'>;
export type LessonPage = Schema<'LessonPageResponse'>;
export type Citations = Schema<'CitationsResponse'>;

export function useLessons(): UseQueryResult<readonly Lesson[]> {
  return useQuery({
    queryKey: ['lessons'],
    staleTime: Infinity,
    queryFn: async ({ signal }) => (await api.get('/api/lessons', { signal })).items,
  });
}

export function useLesson(lessonId: string): UseQueryResult<LessonPage> {
  return useQuery({
    queryKey: ['lessons', lessonId],
    staleTime: Infinity,
    queryFn: ({ signal }) => api.get('/api/lessons/{lessonId}', { path: { lessonId }, signal }),
  });
}

export function useCitations(lessonId: string): UseQueryResult<Citations> {
  return useQuery({
    queryKey: ['lessons', lessonId, 'citations'],
    staleTime: Infinity,
    queryFn: ({ signal }) => api.get('/api/lessons/{lessonId}/citations', { path: { lessonId }, signal }),
  });
}

/** Where a question is read as it is asked: in the version that would be sent; nowhere before one is published. */
export function useQuestionAddress(): (theme: string, questionId: string) => string | null {
  const questionnaires = useQuery({
    queryKey: ['questionnaires'],
    queryFn: ({ signal }) => api.get('/api/questionnaires', { signal }),
  });
  const [path] = (questionnaires.data?.items ?? []).flatMap(({ id, published, archived }) =>
    published === null || archived ? [] : [`/questionnaires/${id}/versions/${published.id}`],
  );
  return (theme, questionId) => (path === undefined ? null : `${path}?theme=${theme}#question-${questionId}`);
}
