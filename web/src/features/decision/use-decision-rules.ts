import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';

import { api, type Schema } from '../../platform/api/client.js';
import { type ActResult, useAct } from '../../platform/api/use-act.js';

export type DecisionRules = Schema<'DecisionRulesResponse'>;
export type RecordedRule = Schema<'RecordedRuleResponse'>;
export type RuleBody = Schema<'DecisionRuleDto'>;
export type RuleCondition = Schema<'RuleConditionDto'>;
export type RuleVocabulary = Schema<'RuleVocabularyResponse'>;
export type JudgedRule = Schema<'JudgedRuleResponse'>;

/** What a rule is set with. */
export interface Subject {
  readonly kind: 'assessment' | 'campaign' | 'version';
  readonly id: string;
}

const keyOf = ({ kind, id }: Subject) => ['decision-rules', kind, id];

export function useDecisionRules(subject: Subject): UseQueryResult<DecisionRules> {
  const { kind, id } = subject;
  return useQuery({
    queryKey: keyOf(subject),
    queryFn: ({ signal }) => {
      switch (kind) {
        case 'assessment':
          return api.get('/api/assessments/{assessmentId}/decision-rules', {
            path: { assessmentId: id },
            signal,
          });
        case 'campaign':
          return api.get('/api/campaigns/{campaignId}/decision-rules', { path: { campaignId: id }, signal });
        case 'version':
          return api.get('/api/versions/{versionId}/decision-rules', { path: { versionId: id }, signal });
      }
    },
  });
}

export function useSetRule(subject: Subject): ActResult<DecisionRules, RuleBody> {
  const client = useQueryClient();
  const { kind, id } = subject;
  return useAct({
    mutationFn: (body: RuleBody) => {
      switch (kind) {
        case 'assessment':
          return api.post('/api/assessments/{assessmentId}/decision-rules', {
            path: { assessmentId: id },
            body,
          });
        case 'campaign':
          return api.post('/api/campaigns/{campaignId}/decision-rules', { path: { campaignId: id }, body });
        case 'version':
          return api.post('/api/versions/{versionId}/decision-rules', { path: { versionId: id }, body });
      }
    },
    onSuccess: async (rules) => {
      client.setQueryData(keyOf(subject), rules);
      await client.invalidateQueries({ queryKey: ['decision-rules'] });
    },
  });
}
