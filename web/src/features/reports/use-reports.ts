import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';

import { api, type Schema } from '../../platform/api/client.js';
import { useAct } from '../../platform/api/use-act.js';

export type Report = Schema<'ReportResponse'>;
export type ReportSchedule = Schema<'ReportScheduleResponse'>;
type MakeReport = Schema<'MakeReportRequest'>;
type SetSchedule = Schema<'SetReportScheduleRequest'>;
type ChangeSchedule = Schema<'ChangeReportScheduleRequest'>;

const reports = ['reports'];
const schedules = ['report-schedules'];
const whileRunningMs = 1_000;

const isUnderWay = ({ state }: Report): boolean => state === 'queued' || state === 'running';

/** Newest first; asked again every second while one is being made. */
export function useReports() {
  return useInfiniteQuery({
    queryKey: reports,
    queryFn: ({ pageParam, signal }) =>
      api.get('/api/reports', {
        query: { limit: 50, ...(pageParam === null ? {} : { after: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(isUnderWay)) === true ? whileRunningMs : false,
  });
}

export function useMakeReport() {
  const client = useQueryClient();
  return useAct({
    mutationFn: (body: MakeReport) => api.post('/api/reports', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: reports }),
  });
}

export function useGiveUpReport() {
  const client = useQueryClient();
  return useAct({
    mutationFn: (reportId: string) => api.post('/api/reports/{reportId}/cancel', { path: { reportId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: reports }),
  });
}

export function useSchedules(): UseQueryResult<readonly ReportSchedule[]> {
  return useQuery({
    queryKey: schedules,
    queryFn: async ({ signal }) => (await api.get('/api/report-schedules', { signal })).items,
  });
}

/** Members to whom a report may go. */
export function useReaders() {
  return useQuery({
    queryKey: [...schedules, 'readers'],
    queryFn: async ({ signal }) => (await api.get('/api/report-schedules/readers', { signal })).items,
  });
}

export function useSetSchedule() {
  const client = useQueryClient();
  return useAct({
    mutationFn: (body: SetSchedule) => api.post('/api/report-schedules', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: schedules }),
  });
}

export function useChangeSchedule(scheduleId: string) {
  const client = useQueryClient();
  return useAct({
    mutationFn: (body: ChangeSchedule) =>
      api.put('/api/report-schedules/{scheduleId}', { path: { scheduleId }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: schedules }),
  });
}

export function useStopSchedule() {
  const client = useQueryClient();
  return useAct({
    mutationFn: (scheduleId: string) =>
      api.post('/api/report-schedules/{scheduleId}/stop', { path: { scheduleId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: schedules }),
  });
}

/** Engagements whose name, or whose supplier's, holds the words. */
export function useEngagementChoices(search: string) {
  return useQuery({
    queryKey: ['portfolio', 'choices', search],
    queryFn: async ({ signal }) =>
      (await api.get('/api/portfolio', { query: { search, sort: 'supplier', limit: 20 }, signal })).items,
    placeholderData: keepPreviousData,
  });
}
