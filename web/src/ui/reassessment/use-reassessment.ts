import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';

import { api, type Schema } from '../../platform/api/client.js';
import { type ActResult, useAct } from '../../platform/api/use-act.js';

export type Reassessment = Schema<'ReassessmentResponse'>;
export type SetRule = Schema<'SetRuleResponse'>;
export type RuleBody = Schema<'SetReassessmentRuleRequest'>;
export type ProposedReassessment = Schema<'ProposedReassessmentResponse'>;
export type Carry = NonNullable<Schema<'CarryOfAssessmentResponse'>['carry']>;

const oneKey = (engagementId: string) => ['reassessments', 'one', engagementId];
const listKey = ['reassessments', 'list'];
const ruleKey = ['reassessments', 'rule'];

export function useReassessment(engagementId: string): UseQueryResult<Reassessment> {
  return useQuery({
    queryKey: oneKey(engagementId),
    queryFn: ({ signal }) =>
      api.get('/api/engagements/{engagementId}/reassessment', { path: { engagementId }, signal }),
  });
}

export function useProposedReassessments(): UseQueryResult<readonly ProposedReassessment[]> {
  return useQuery({
    queryKey: listKey,
    queryFn: async ({ signal }) => (await api.get('/api/reassessments', { signal })).items,
  });
}

export function useOrganisationRule(): UseQueryResult<Schema<'OrganisationRuleResponse'>> {
  return useQuery({
    queryKey: ruleKey,
    queryFn: ({ signal }) => api.get('/api/reassessment-rule', { signal }),
  });
}

/** Of an engagement, or of the organisation where none is named. */
export function useSetRule(engagementId: string | null): ActResult<unknown, RuleBody> {
  const client = useQueryClient();
  return useAct<unknown, RuleBody>({
    mutationFn: (body: RuleBody) =>
      engagementId === null
        ? api.put('/api/reassessment-rule', { body })
        : api.put('/api/engagements/{engagementId}/reassessment-rule', { path: { engagementId }, body }),
    onSettled: () => client.invalidateQueries({ queryKey: ['reassessments'] }),
  });
}

export function useFollowRule(engagementId: string): ActResult<unknown, undefined> {
  const client = useQueryClient();
  return useAct<unknown, undefined>({
    mutationFn: () =>
      api.delete('/api/engagements/{engagementId}/reassessment-rule', { path: { engagementId } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['reassessments'] }),
  });
}

export function useLaunch(
  engagementId: string,
): ActResult<Schema<'LaunchedResponse'>, Schema<'LaunchReassessmentRequest'>> {
  const client = useQueryClient();
  return useAct({
    mutationFn: (body: Schema<'LaunchReassessmentRequest'>) =>
      api.post('/api/engagements/{engagementId}/reassessment', { path: { engagementId }, body }),
    onSettled: async () => {
      for (const queryKey of [['reassessments'], ['engagements'], ['assessments'], ['campaigns']])
        await client.invalidateQueries({ queryKey });
    },
  });
}

export function useSetAside(engagementId: string): ActResult<unknown, undefined> {
  const client = useQueryClient();
  return useAct<unknown, undefined>({
    mutationFn: () =>
      api.post('/api/engagements/{engagementId}/reassessment/set-aside', { path: { engagementId } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['reassessments'] }),
  });
}

/** What opened an assessment, as its buyer reads it. */
export function useSentCarry(assessmentId: string): UseQueryResult<Carry | null> {
  return useQuery({
    queryKey: ['assessments', 'carry', assessmentId],
    queryFn: async ({ signal }) =>
      (await api.get('/api/assessments/{assessmentId}/carry', { path: { assessmentId }, signal })).carry,
  });
}
