import './score-summary.css';

import type { Grade, QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { gradeOf } from '@probant/shared/scoring/grade';
import type { ReactNode } from 'react';

import { formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { GradeBadge } from './grade-badge.js';
import { type GradeBand, ScoreAxis } from './score-axis.js';
import { LeftToReview, type ReviewLeft, ReviewTags } from './review-left.js';
import { scoreTexts } from './score.texts.js';

/** A score without its trace. */
export interface ScoreNumbers {
  readonly score: number | null;
  readonly base: number | null;
  readonly floor: number;
  readonly grade: Grade | null;
  readonly confidence: number | null;
}

interface ScoreSummaryProps {
  readonly numbers: ScoreNumbers;
  /** Ids of the knock-outs whose floor is the highest. */
  readonly floorSources: readonly string[];
  readonly document: QuestionnaireDocument;
  /** Which weights and which engine. */
  readonly rests: ReactNode;
  readonly review: ReviewLeft;
}

/** The grade, the number and where both stand on the axis. */
export function ScoreSummary({
  numbers,
  floorSources,
  document,
  rests,
  review,
}: ScoreSummaryProps): ReactNode {
  const { t, language } = useTranslation(scoreTexts);
  const { score, base, floor, grade, confidence } = numbers;
  if (score === null || grade === null) {
    return (
      <div className="pb-score-head">
        <GradeBadge grade={null} size={64} />
        <div>
          <p className="pb-strong">{t('none')}</p>
          <p className="pb-sm pb-muted">{t('none.text')}</p>
        </div>
      </div>
    );
  }
  return (
    <>
      <div className="pb-score-head">
        <GradeBadge grade={grade} size={64} />
        <div className="pb-grow">
          <p className="pb-label">{t('title')}</p>
          <p className="pb-score-figure">
            <span className="pb-big">{formatNumber(score, language, 2)}</span>
            <span className="pb-sm pb-muted">{t('out-of')}</span>
            {review.before ? <ReviewTags {...review} /> : null}
          </p>
          <p className="pb-xs pb-muted">
            {rests}
            {confidence === null ? null : <> · {confidenceWords(confidence, t, language)}</>}
          </p>
        </div>
      </div>
      <LeftToReview {...review} />
      <div className="pb-score-axis">
        <ScoreAxis
          score={score}
          grade={grade}
          bands={bandsOf(document)}
          {...(base === null ? {} : { base })}
          {...(floor > 0 ? { floor: { at: floor, sources: floorSources } } : {})}
        />
      </div>
    </>
  );
}

function confidenceWords(
  value: number,
  t: ReturnType<typeof useTranslation<(typeof scoreTexts)['fr']>>['t'],
  language: 'fr' | 'en',
): string {
  const word = value >= 0.75 ? 'high' : value >= 0.5 ? 'medium' : 'low';
  return t('confidence', { value: formatNumber(value, language, 2), word: t(`confidence.${word}`) });
}

export interface SmallNumber {
  readonly key: string;
  readonly label: string;
  readonly score: number | null;
  readonly grade: Grade | null;
}

/** What the score would be, in small figures under it. */
export function SmallNumbers({ numbers }: { readonly numbers: readonly SmallNumber[] }): ReactNode {
  const { language } = useTranslation(scoreTexts);
  return (
    <dl className="pb-score-small">
      {numbers.map(({ key, label, score, grade }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>
            {score === null ? '–' : formatNumber(score, language, 2)}
            <GradeBadge grade={grade} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The grade that the weights alone would give. */
export function baseGrade(document: QuestionnaireDocument, base: number | null): Grade | null {
  return base === null ? null : gradeOf(document, base);
}

export function bandsOf({ grades }: QuestionnaireDocument): GradeBand[] {
  return grades.map(({ grade, max }, index) => ({
    grade,
    from: grades[index - 1]?.max ?? 0,
    to: Math.min(100, max),
  }));
}

/** The knock-outs that set the wall. */
export function floorSources(
  floor: number,
  knockouts: readonly { readonly id: string; readonly floor: number }[],
): string[] {
  return knockouts.filter((knockout) => knockout.floor === floor).map(({ id }) => id);
}
