import { useQuery, useQueryClient } from '@tanstack/react-query';

import { api, type Reply, type Schema } from '../../platform/api/client.js';
import { useAct } from '../../platform/api/use-act.js';

export type WeighingReply = Reply<'/api/weighing'>;
export type WholeEngagement = Schema<'WeighedEngagementResponse'>;
export type ProfileSummary = Schema<'ProfileSummaryResponse'>;
export type Profile = Schema<'ProfileResponse'>;

export function useWeighing() {
  return useQuery({
    queryKey: ['weighing'],
    queryFn: ({ signal }) => api.get('/api/weighing', { signal }),
  });
}

/** Every scored engagement in a few bytes. Asked for again when something was done, or when it no longer fits the rest. */
export function useMatrixBytes() {
  return useQuery({
    queryKey: ['weighing', 'matrix'],
    staleTime: Infinity,
    gcTime: 0,
    queryFn: async ({ signal }) => toBytes(await api.get('/api/weighing/matrix', { signal })),
  });
}

export async function loadThemeRisks(theme: string): Promise<Blob> {
  return toBytes(await api.get('/api/weighing/risks', { query: { theme } }));
}

export async function loadRowNames(numbers: readonly number[]) {
  const { items } = await api.get('/api/weighing/names', { query: { numbers: numbers.join(',') } });
  return items;
}

/** One engagement to the last digit, from which its score is worked out as the API does. */
export function useWholeEngagement(engagementId: string | null) {
  return useQuery({
    queryKey: ['weighing', 'engagements', engagementId],
    enabled: engagementId !== null,
    queryFn: ({ signal }) =>
      api.get('/api/weighing/engagements/{engagementId}', {
        path: { engagementId: engagementId ?? '' },
        signal,
      }),
  });
}

function toBytes(reply: unknown): Blob {
  if (reply instanceof Blob) return reply;
  throw new TypeError('Risks are sent as bytes.');
}

export function useProfiles() {
  return useQuery({
    queryKey: ['profiles'],
    queryFn: ({ signal }) => api.get('/api/profiles', { signal }),
  });
}

export const profileWeights = (profileId: string) => ({
  queryKey: ['profiles', profileId, 'weights'],
  staleTime: Infinity,
  queryFn: () => api.get('/api/profiles/{profileId}', { path: { profileId } }),
});

/** The weights of a saved profile: they never change. */
export function useOpenProfile() {
  const client = useQueryClient();
  return useAct({
    mutationFn: (profileId: string) => client.query(profileWeights(profileId)),
  });
}

interface Choice {
  readonly profileId: string;
  readonly revision: number;
}

/** Makes a profile the default: every score that follows it is worked out anew. */
export function useChooseDefault() {
  const client = useQueryClient();
  return useAct({
    mutationFn: (choice: Choice) => api.put('/api/profiles/default', { body: choice }),
    onSettled: () => client.invalidateQueries(),
  });
}

interface NewProfile {
  readonly body: Schema<'SaveProfileRequest'>;
  /** The revision of the default that is replaced; null keeps it. */
  readonly replaceDefault: number | null;
}

/** With how many scores were worked out anew; null where the default stays. */
export async function saveProfile({ body, replaceDefault }: NewProfile): Promise<{
  readonly profile: Profile;
  readonly rescored: number | null;
}> {
  const profile = await api.post('/api/profiles', { body });
  if (replaceDefault === null) return { profile, rescored: null };
  const choice = { profileId: profile.id, revision: replaceDefault };
  const { rescored } = await api.put('/api/profiles/default', { body: choice });
  return { profile, rescored };
}
