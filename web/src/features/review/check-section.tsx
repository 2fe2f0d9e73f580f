import { Button } from '@mantine/core';
import { checkNames, checkVerdictNames } from '@probant/shared/checks/check';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { api, type Schema } from '../../platform/api/client.js';
import { useAct } from '../../platform/api/use-act.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { DateText } from '../../ui/format/date-text.js';
import { judgingTexts } from './judging.texts.js';

interface CheckSectionProps {
  readonly assessmentId: string;
  readonly engagementId: string;
  readonly questionId: string;
  readonly canWrite: boolean;
}

type Grade = Schema<'CheckGradeResponse'>;

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
    mutationFn: ({ checkId, level }: { checkId: string; level: Grade['level'] }) =>
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
  if (here.length === 0) return null;
  return (
    <section className="pb-examine-part" aria-labelledby="examine-checks">
      <h3 className="pb-label" id="examine-checks">
        {t('checks')}
      </h3>
      {grade.isError ? <ProblemNotice error={grade.error} /> : null}
      <ul>
        {here.map((one) => (
          <Proposal
            key={one.check.id}
            grade={one}
            engagementId={engagementId}
            canWrite={canWrite}
            pending={grade.isPending}
            onLevel={(level) => {
              grade.mutate({ checkId: one.check.id, level });
            }}
          />
        ))}
      </ul>
    </section>
  );
}

interface ProposalProps {
  readonly grade: Grade;
  readonly engagementId: string;
  readonly canWrite: boolean;
  readonly pending: boolean;
  readonly onLevel: (level: Grade['level']) => void;
}

function Proposal({ grade, engagementId, canWrite, pending, onLevel }: ProposalProps): ReactNode {
  const { t, language } = useTranslation(judgingTexts);
  const { check, level } = grade;
  return (
    <li className="pb-between pb-wrap">
      <span className="pb-sm">
        <Link to={`/engagements/${engagementId}/checks`}>{checkNames[check.kind][language]}</Link>
        <span className="pb-muted">
          {' '}
          · {check.target} · <DateText value={check.fetchedAt} as="instant" />
        </span>{' '}
        <span className={check.verdict === 'ok' ? 'pb-ok' : 'pb-amber'}>
          {checkVerdictNames[check.verdict][language]}
        </span>
      </span>
      {level === null ? null : <span className="pb-tag pb-tag-ok">{t('warnings.taken', { level })}</span>}
      {canWrite ? (
        <Button
          size="xs"
          loading={pending}
          onClick={() => {
            onLevel(level === null ? 'E4' : null);
          }}
        >
          {level === null ? t('warnings.take', { level: 'E4' }) : t('warnings.withdraw')}
        </Button>
      ) : null}
    </li>
  );
}
