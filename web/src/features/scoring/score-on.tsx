import { Button } from '@mantine/core';
import { isDay } from '@probant/shared/calendar';
import type { Answers } from '@probant/shared/scoring/answer';
import type { ScoreResult } from '@probant/shared/scoring/score-assessment';
import type { ReactNode } from 'react';

import type { Schema } from '../../platform/api/client.js';
import { formatDay, formatInstant, formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useScoreOn } from '../../ui/ageing/use-ageing.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { PageSkeleton } from '../../ui/feedback/skeletons.js';
import { reviewLeft } from '../../ui/score/review-left.js';
import { ScoreSheet } from './score-sheet.js';
import { scoringTexts } from './scoring.texts.js';
import type { Reviewed, ShownScore } from './use-scores.js';

type OfDay = Schema<'ScoreOnResponse'>;

interface ScoreOnProps {
  readonly reviewed: Reviewed;
  readonly day: string;
  readonly onBack: () => void;
}

/** The score as it was on a day, and which of what it rests on is frozen and which is replayed. */
export function ScoreOn({ reviewed, day, onBack }: ScoreOnProps): ReactNode {
  const { t, language } = useTranslation(scoringTexts);
  const then = useScoreOn(reviewed.engagementId, reviewed.assessmentId, day);
  if (then.isPending) return <PageSkeleton />;
  return (
    <section aria-labelledby="score-on" aria-busy={then.isPlaceholderData}>
      <h2 id="score-on">{isDay(day) ? t('on', { day: formatDay(day, language, 'long') }) : t('on.day')}</h2>
      {then.isError ? <ProblemNotice error={then.error} onRetry={then.refetch} /> : null}
      {then.data?.score === null ? (
        <p className="pb-soft">{t('on.none', { day: formatDay(then.data.day, language) })}</p>
      ) : null}
      {!then.data?.score ? null : <Sheet reviewed={reviewed} ofDay={then.data} score={then.data.score} />}
      <Button size="xs" style={{ marginTop: 12 }} onClick={onBack}>
        {t('kept.back')}
      </Button>
    </section>
  );
}

interface SheetProps {
  readonly reviewed: Reviewed;
  readonly ofDay: OfDay;
  readonly score: NonNullable<OfDay['score']>;
}

function Sheet({ reviewed, ofDay, score }: SheetProps): ReactNode {
  const { t } = useTranslation(scoringTexts);
  const rests = t('on.rests', { number: score.submissionNumber });
  return (
    <>
      <Facts ofDay={ofDay} score={score} />
      <ScoreSheet
        shown={toShown(ofDay, score)}
        document={reviewed.document}
        review={reviewLeft(score)}
        rests={rests}
      />
    </>
  );
}

function Facts({ ofDay: { kept, untold }, score }: Omit<SheetProps, 'reviewed'>): ReactNode {
  const { t } = useTranslation(scoringTexts);
  const { ruleSet, profileName, profileNumber, engineVersion } = score.with;
  return (
    <ul className="pb-xs pb-muted pb-scoring-facts">
      <li>
        {t('on.frozen', {
          number: score.submissionNumber,
          rules: ruleSet,
          profile: profileName,
          number2: profileNumber,
        })}
      </li>
      <li>{t('on.replayed', { engine: engineVersion })}</li>
      <li>{kept === null ? t('on.kept.none') : <KeptThen kept={kept} />}</li>
      {untold.length === 0 ? null : <li>{t('on.untold', { questions: untold.join(', ') })}</li>}
    </ul>
  );
}

function KeptThen({ kept }: { readonly kept: NonNullable<OfDay['kept']> }): ReactNode {
  const { t, language } = useTranslation(scoringTexts);
  const number = (value: number | null): string => (value === null ? '–' : formatNumber(value, language, 2));
  const told = {
    at: formatInstant(kept.at, language),
    cause: t(`cause.${kept.cause}`),
    score: number(kept.score),
  };
  return kept.same
    ? t('on.kept.same', told)
    : t('on.kept.differs', { ...told, engine: kept.engineVersion, replayed: number(kept.replayed) });
}

/** The boundary: openapi.json calls trace and answers objects, and the API sends what shared describes. */
function toShown({ answers }: OfDay, { score, best, potential, trace }: SheetProps['score']): ShownScore {
  const result = trace as unknown as ScoreResult;
  return { numbers: score, best, potential, result, answers: (answers ?? {}) as unknown as Answers };
}
