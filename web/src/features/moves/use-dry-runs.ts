import { useQuery, useQueryClient } from '@tanstack/react-query';

import { api, type Schema } from '../../platform/api/client.js';
import { oneLane, useAct } from '../../platform/api/use-act.js';

export type DryRun = Schema<'DryRunResponse'>;
export type Outlook = Schema<'OutlookResponse'>;

const whileRunningMs = 1_000;

export function isUnderWay({ state, movesState }: Pick<DryRun, 'state' | 'movesState'>): boolean {
  return [state, movesState].some((one) => one === 'queued' || one === 'running');
}

/** The newest dry run of a version, asked again every second while something runs; null where there is none. */
export function useLastDryRun(questionnaireId: string, versionId: string) {
  return useQuery({
    queryKey: ['dry-runs', versionId],
    queryFn: async ({ signal }): Promise<DryRun | null> => {
      const path = { questionnaireId, versionId };
      const runs = await api.get('/api/questionnaires/{questionnaireId}/versions/{versionId}/dry-runs', {
        path,
        signal,
      });
      const [last] = runs.items;
      if (last === undefined) return null;
      return api.get('/api/dry-runs/{dryRunId}', { path: { dryRunId: last.id }, signal });
    },
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? whileRunningMs : false),
  });
}

function useDryRunAct<Input>(versionId: string, act: (input: Input) => Promise<DryRun>) {
  const client = useQueryClient();
  return useAct<DryRun, Input>({
    lane: oneLane,
    mutationFn: act,
    onSuccess: (run) => {
      client.setQueryData(['dry-runs', versionId], run);
      void client.invalidateQueries({ queryKey: ['dry-runs', versionId] });
    },
  });
}

export function useStartDryRun(versionId: string) {
  return useDryRunAct<{ readonly questionnaireId: string }>(versionId, ({ questionnaireId }) =>
    api.post('/api/questionnaires/{questionnaireId}/versions/{versionId}/dry-runs', {
      path: { questionnaireId, versionId },
    }),
  );
}

export function useCancelDryRun(versionId: string) {
  return useDryRunAct<string>(versionId, (dryRunId) =>
    api.post('/api/dry-runs/{dryRunId}/cancel', { path: { dryRunId } }),
  );
}

export function useChooseMoves(versionId: string) {
  return useDryRunAct<{ readonly dryRunId: string; readonly assessmentIds: string[] }>(
    versionId,
    ({ dryRunId, assessmentIds }) =>
      api.post('/api/dry-runs/{dryRunId}/moves', { path: { dryRunId }, body: { assessmentIds } }),
  );
}
