import { parisDay } from '@probant/shared/calendar';
import { warningStandingNames } from '@probant/shared/warnings/warning-names';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { api, type Schema } from '../../platform/api/client.js';
import { useAct } from '../../platform/api/use-act.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { DateText } from '../../ui/format/date-text.js';
import { type GradeLevel, GradeProposals } from './grade-proposals.js';
import { judgingTexts } from './judging.texts.js';

interface WarningSectionProps {
  readonly assessmentId: string;
  readonly questionId: string;
  readonly canWrite: boolean;
}

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
    mutationFn: ({ warningId, level }: { warningId: string; level: GradeLevel }) =>
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
  return (
    <GradeProposals
      title={t('warnings')}
      headingId="examine-warnings"
      proposals={here.map(({ warning, proposed, level }) => ({
        id: warning.id,
        words: <WarningWords warning={warning} />,
        proposed,
        level,
      }))}
      canWrite={canWrite}
      pending={grade.isPending}
      error={grade.error}
      onGrade={(warningId, level) => {
        grade.mutate({ warningId, level });
      }}
    />
  );
}

function WarningWords({ warning }: Pick<Schema<'WarningGradeResponse'>, 'warning'>): ReactNode {
  const { t, language } = useTranslation(judgingTexts);
  return (
    <>
      <Link to={`/warnings/${warning.id}`}>{warning.subject}</Link>
      <span className="pb-muted">
        {' '}
        · <DateText value={parisDay(warning.writtenAt)} /> ·{' '}
        {warningStandingNames[warning.standing][language]} ·{' '}
        {t(warning.signedByBoth ? 'warnings.both' : 'warnings.one')}
      </span>
    </>
  );
}
