import { checkNames, checkVerdictNames } from '@probant/shared/checks/check';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { api, type Schema } from '../../platform/api/client.js';
import { useAct } from '../../platform/api/use-act.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { DateText } from '../../ui/format/date-text.js';
import { type GradeLevel, GradeProposals } from './grade-proposals.js';
import { judgingTexts } from './judging.texts.js';

interface CheckSectionProps {
  readonly assessmentId: string;
  readonly engagementId: string;
  readonly questionId: string;
  readonly canWrite: boolean;
}

/** What registers answered that this question asks for; nothing counts until the reviewer takes it. */
export function CheckSection(props: CheckSectionProps): ReactNode {
  const { assessmentId, engagementId, questionId, canWrite } = props;
  const { t } = useTranslation(judgingTexts);
  const client = useQueryClient();
  const queryKey = ['engagements', 'checks', 'grades', assessmentId];
  const grades = useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      api.get('/api/assessments/{assessmentId}/review/checks', { path: { assessmentId }, signal }),
  });
  const grade = useAct({
    mutationFn: ({ checkId, level }: { checkId: string; level: GradeLevel }) =>
      api.put('/api/assessments/{assessmentId}/review/checks/{checkId}', {
        path: { assessmentId, checkId },
        body: { questionId, level },
      }),
    onSuccess: async (answer) => {
      client.setQueryData(queryKey, answer);
      await client.invalidateQueries({ queryKey: ['reviews', assessmentId] });
    },
  });
  const here = (grades.data?.items ?? []).filter((one) => one.questionId === questionId);
  return (
    <GradeProposals
      title={t('checks')}
      headingId="examine-checks"
      proposals={here.map(({ check, level }) => ({
        id: check.id,
        words: <CheckWords check={check} engagementId={engagementId} />,
        proposed: 'E4',
        level,
      }))}
      canWrite={canWrite}
      pending={grade.isPending}
      error={grade.error}
      onGrade={(checkId, level) => {
        grade.mutate({ checkId, level });
      }}
    />
  );
}

interface CheckWordsProps {
  readonly check: Schema<'CheckGradeResponse'>['check'];
  readonly engagementId: string;
}

function CheckWords({ check, engagementId }: CheckWordsProps): ReactNode {
  const { language } = useTranslation(judgingTexts);
  return (
    <>
      <Link to={`/engagements/${engagementId}/checks`}>{checkNames[check.kind][language]}</Link>
      <span className="pb-muted">
        {' '}
        · {check.target} · <DateText value={check.fetchedAt} as="instant" />
      </span>{' '}
      <span className={check.verdict === 'ok' ? 'pb-ok' : 'pb-amber'}>
        {checkVerdictNames[check.verdict][language]}
      </span>
    </>
  );
}
