import { keepPreviousData, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { ObligationFacts } from '@probant/shared/obligations/obligation';

import { api, type Schema } from '../../platform/api/client.js';
import type { ListQuery } from '../../platform/api/list-query.js';
import { oneLane, useAct } from '../../platform/api/use-act.js';

export type Obligation = Schema<'ObligationResponse'>;
export type ObligationDetail = Schema<'ObligationDetailResponse'>;
export type Year = Schema<'CalendarYearResponse'>;
export type CalendarDay = Year['days'][number];
export type State = Obligation['state'];
export type Asked = NonNullable<NonNullable<ObligationDetail['regulation']>['asked']>;
type AdmissionBody = Schema<'FileAdmissionRequest'>;
export type Settings = Schema<'CalendarSettingsResponse'>;
export type Regulation = Schema<'RegulationResponse'>;
export type MarkBody = Schema<'MarkObligationRequest'>;

/** The filters that year and list share, as their address names them. */
export const filterNames = ['kind', 'state', 'within', 'supplierId', 'engagementId', 'regulation'] as const;
export type Filter = (typeof filterNames)[number];

const root = 'calendar';

export function useObligations(query: ListQuery) {
  return useQuery({
    queryKey: [root, 'list', query],
    queryFn: ({ signal }) => api.get('/api/calendar', { query, signal }),
    placeholderData: keepPreviousData,
  });
}

export function useYear(year: number, query: ListQuery) {
  return useQuery({
    queryKey: [root, 'year', year, query],
    queryFn: ({ signal }) => api.get('/api/calendar/year', { query: { ...query, year }, signal }),
    placeholderData: keepPreviousData,
  });
}

export function useRegulations() {
  return useQuery({
    queryKey: [root, 'regulations'],
    queryFn: ({ signal }) => api.get('/api/calendar/regulations', { signal }),
  });
}

export function useObligation(obligationId: string) {
  return useQuery({
    queryKey: [root, 'one', obligationId],
    queryFn: ({ signal }) =>
      api.get('/api/calendar/obligations/{obligationId}', { path: { obligationId }, signal }),
  });
}

export function useMarkObligation(obligationId: string): (body: MarkBody) => Promise<unknown> {
  const client = useQueryClient();
  return async (body) => {
    const path = { obligationId };
    const saved = await api.post('/api/calendar/obligations/{obligationId}/marks', { path, body });
    client.setQueryData([root, 'one', obligationId], saved);
    await forgetLists(client);
  };
}

export function useAskSupplier(obligationId: string) {
  const client = useQueryClient();
  return useAct({
    lane: oneLane,
    mutationFn: (language: 'fr' | 'en') =>
      api.post('/api/calendar/obligations/{obligationId}/question', {
        path: { obligationId },
        body: { language },
      }),
    onSuccess: async (saved) => {
      client.setQueryData([root, 'one', obligationId], saved);
      await forgetLists(client);
    },
  });
}

export function useFileAdmission(obligationId: string): (body: AdmissionBody) => Promise<unknown> {
  const client = useQueryClient();
  return async (body) => {
    const path = { obligationId };
    const saved = await api.post('/api/calendar/obligations/{obligationId}/admission', { path, body });
    client.setQueryData([root, 'one', obligationId], saved);
    await forgetLists(client);
  };
}

/** What stands in lists is read again; what was just answered of one stays. */
function forgetLists(client: QueryClient): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[0] === root && queryKey[1] !== 'one',
  });
}

const settingsKey = [root, 'settings'];

export function useSettings() {
  return useQuery({
    queryKey: settingsKey,
    queryFn: ({ signal }) => api.get('/api/calendar/settings', { signal }),
  });
}

/** Opening, renewing and revoking undo each other: one button at a time. */
export function useOpenFeed() {
  const client = useQueryClient();
  return useAct({
    lane: oneLane,
    mutationFn: (language: 'fr' | 'en') => api.post('/api/calendar/feed', { body: { language } }),
    onSuccess: ({ reminders, feed }) => {
      client.setQueryData(settingsKey, { reminders, feed });
    },
  });
}

export function useRevokeFeed() {
  const client = useQueryClient();
  return useAct({
    lane: oneLane,
    mutationFn: () => api.delete('/api/calendar/feed'),
    onSuccess: (settings) => {
      client.setQueryData(settingsKey, settings);
    },
  });
}

export function useChooseReminders() {
  const client = useQueryClient();
  return useAct({
    lane: oneLane,
    mutationFn: (reminders: boolean) => api.put('/api/calendar/reminders', { body: { reminders } }),
    onSuccess: (settings) => {
      client.setQueryData(settingsKey, settings);
    },
  });
}

/** openapi.json describes what `shared` defines as any JSON. */
export function factsOf({ facts }: Pick<Obligation, 'facts'>): ObligationFacts {
  return facts;
}

/** A month where the day is not known, until it was put off to a day. */
export function shownPrecision({
  precision,
  dueOn,
  effectiveOn,
}: Pick<Obligation, 'precision' | 'dueOn' | 'effectiveOn'>): 'day' | 'month' {
  return effectiveOn === dueOn ? precision : 'day';
}
