import { Button, TextInput } from '@mantine/core';
import { isDay, parisDay } from '@probant/shared/calendar';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ScoreCurve } from '../../ui/ageing/score-curve.js';
import { useAgeing } from '../../ui/ageing/use-ageing.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { useNow } from '../../ui/format/use-now.js';
import { scoringTexts } from './scoring.texts.js';
import type { Reviewed } from './use-scores.js';

interface CurveSectionProps {
  readonly reviewed: Reviewed;
  readonly day: string | null;
  readonly onDay: (day: string) => void;
}

/** The curve of this assessment, and the choice of a day whose score is to be seen line by line. */
export function CurveSection({ reviewed, day, onDay }: CurveSectionProps): ReactNode {
  const { t } = useTranslation(scoringTexts);
  const { engagementId, assessmentId } = reviewed;
  const ageing = useAgeing(engagementId, assessmentId);
  return (
    <section className="pb-scoring-curve" aria-labelledby="score-curve">
      <div className="pb-between pb-wrap">
        <h2 id="score-curve">{t('curve')}</h2>
        <Link className="pb-sm" to={`/engagements/${engagementId}/ageing`}>
          {t('curve.all')}
        </Link>
      </div>
      {ageing.isPending ? <TextSkeleton lines={4} /> : null}
      {ageing.isError ? <ProblemNotice error={ageing.error} onRetry={ageing.refetch} /> : null}
      {ageing.data ? <ScoreCurve ageing={ageing.data} day={day} /> : null}
      <DayForm key={day ?? ''} day={day} onDay={onDay} />
    </section>
  );
}

function DayForm({ day, onDay }: Pick<CurveSectionProps, 'day' | 'onDay'>): ReactNode {
  const { t } = useTranslation(scoringTexts);
  const [typed, setTyped] = useState(day ?? '');
  const [refused, setRefused] = useState(false);
  const today = parisDay(useNow().toISOString());
  return (
    <form
      className="pb-row pb-wrap pb-scoring-day"
      style={{ alignItems: 'flex-end' }}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const fits = isDay(typed) && typed <= today;
        setRefused(!fits);
        if (fits) onDay(typed);
      }}
    >
      <TextInput
        type="date"
        label={t('on.day')}
        value={typed}
        max={today}
        error={refused ? t('on.refused') : undefined}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
        }}
      />
      <Button type="submit">{t('on.submit')}</Button>
    </form>
  );
}
