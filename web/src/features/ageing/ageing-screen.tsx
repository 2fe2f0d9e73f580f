import './ageing.css';

import { Button } from '@mantine/core';
import { daysBetween, parisDay } from '@probant/shared/calendar';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { MoveTable } from '../../ui/ageing/move-table.js';
import { ScoreCurve } from '../../ui/ageing/score-curve.js';
import { useAgeing, type AgeingFacts } from '../../ui/ageing/use-ageing.js';
import { EngagementFile, type Engagement } from '../../ui/engagement/engagement-file.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { TextSkeleton } from '../../ui/feedback/skeletons.js';
import { Segments } from '../../ui/input/segments.js';
import { ageingPartTexts } from './ageing-part.texts.js';
import { LapseSection, PastSection } from './lapse-sections.js';

const windows = [30, 90, 180] as const;
type Days = (typeof windows)[number];

/** How the score of an engagement moved, what lapses next and what that does to it. */
export function AgeingScreen(): ReactNode {
  return <EngagementFile part="ageing">{(engagement) => <Content engagement={engagement} />}</EngagementFile>;
}

function Content({ engagement }: { readonly engagement: Engagement }): ReactNode {
  const { t } = useTranslation(ageingPartTexts);
  const ageing = useAgeing(engagement.id);
  const [days, setDays] = useDays();
  if (ageing.isPending) return <TextSkeleton lines={12} />;
  if (ageing.isError) return <ProblemNotice error={ageing.error} onRetry={ageing.refetch} />;
  const { now, asOf, lapses } = ageing.data;
  if (now === null) return <EmptyState title={t('none')}>{t('none.text')}</EmptyState>;
  const today = parisDay(asOf);
  const ahead = lapses.filter(({ lastOn }) => lastOn >= today && daysBetween(today, lastOn) <= days);
  return (
    <div className="pb-ageing">
      <section aria-labelledby="ageing-curve">
        <div className="pb-between pb-wrap">
          <h2 id="ageing-curve">{t('curve')}</h2>
          <Button component={Link} size="xs" to={`/assessments/${now.assessmentId}/score`}>
            {t('see-score')}
          </Button>
        </div>
        <p className="pb-sm pb-muted pb-ageing-under">{t('curve.text')}</p>
        <ScoreCurve ageing={ageing.data} forecastDays={days} />
        <MoveTable points={ageing.data.points} />
      </section>
      <LapseSection
        engagement={engagement}
        ageing={ageing.data}
        now={now}
        ahead={ahead}
        days={days}
        choice={<DaysChoice days={days} onChoose={setDays} />}
      />
      <PastSection ageing={ageing.data} past={pastOf(ageing.data, today)} />
    </div>
  );
}

function pastOf({ lapses }: AgeingFacts, today: string): AgeingFacts['lapses'] {
  return lapses.filter(({ lastOn }) => lastOn < today).toReversed();
}

function DaysChoice({
  days,
  onChoose,
}: {
  readonly days: Days;
  readonly onChoose: (days: Days) => void;
}): ReactNode {
  const { t } = useTranslation(ageingPartTexts);
  return (
    <Segments
      label={t('within')}
      values={windows}
      chosen={days}
      name={(one) => t('within.days', { days: one })}
      onChoose={onChoose}
    />
  );
}

/** Kept in the address; ninety days unless told. */
function useDays(): [Days, (days: Days) => void] {
  const [params, setParams] = useSearchParams();
  const asked = windows.find((days) => String(days) === params.get('within'));
  return [
    asked ?? 90,
    (days) => {
      setParams({ within: String(days) }, { preventScrollReset: true });
    },
  ];
}
