import { Button } from '@mantine/core';
import { parisDay } from '@probant/shared/calendar';
import { warningStandingNames } from '@probant/shared/warnings/warning-names';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { api, type Schema } from '../../platform/api/client.js';
import { useAct } from '../../platform/api/use-act.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { DateText } from '../../ui/format/date-text.js';
import { judgingTexts } from './judging.texts.js';

interface WarningSectionProps {
  readonly assessmentId: string;
  readonly questionId: string;
  readonly canWrite: boolean;
}

type Grade = Schema<'WarningGradeResponse'>;

/** What the register of warnings can prove of this answer; nothing counts until the reviewer takes it. */
export function WarningSection({ assessmentId, questionId, canWrite }: WarningSectionProps): ReactNode {
  const { t } = useTranslation(judgingTexts);
  const client = useQueryClient();
  const queryKey = ['warnings', 'grades', assessmentId];
  const grades = useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      api.get('/api/assessments/{assessmentId}/review/warnings', { path: { assessmentId }, signal }),
  });
  const grade = useAct({
    mutationFn: ({ warningId, level }: { warningId: string; level: Grade['level'] }) =>
      api.put('/api/assessments/{assessmentId}/review/warnings/{warningId}', {
        path: { assessmentId, warningId },
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
    <section className="pb-examine-part" aria-labelledby="examine-warnings">
      <h3 className="pb-label" id="examine-warnings">
        {t('warnings')}
      </h3>
      {grade.isError ? <ProblemNotice error={grade.error} /> : null}
      <ul>
        {here.map((one) => (
          <Proposal
            key={one.warning.id}
            grade={one}
            canWrite={canWrite}
            pending={grade.isPending}
            onLevel={(level) => {
              grade.mutate({ warningId: one.warning.id, level });
            }}
          />
        ))}
      </ul>
    </section>
  );
}

interface ProposalProps {
  readonly grade: Grade;
  readonly canWrite: boolean;
  readonly pending: boolean;
  readonly onLevel: (level: Grade['level']) => void;
}

function Proposal({ grade, canWrite, pending, onLevel }: ProposalProps): ReactNode {
  const { t, language } = useTranslation(judgingTexts);
  const { warning, level, proposed } = grade;
  return (
    <li className="pb-between pb-wrap">
      <span className="pb-sm">
        <Link to={`/warnings/${warning.id}`}>{warning.subject}</Link>
        <span className="pb-muted">
          {' '}
          · <DateText value={parisDay(warning.writtenAt)} /> ·{' '}
          {warningStandingNames[warning.standing][language]} ·{' '}
          {t(warning.signedByBoth ? 'warnings.both' : 'warnings.one')}
        </span>
      </span>
      {level === null ? null : <span className="pb-tag pb-tag-ok">{t('warnings.taken', { level })}</span>}
      {canWrite ? (
        <Button
          size="xs"
          loading={pending}
          onClick={() => {
            onLevel(level === null ? proposed : null);
          }}
        >
          {level === null ? t('warnings.take', { level: proposed }) : t('warnings.withdraw')}
        </Button>
      ) : null}
    </li>
  );
}
