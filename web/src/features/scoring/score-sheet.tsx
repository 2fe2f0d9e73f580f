import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import type { ReviewLeft } from '../../ui/score/review-left.js';
import { baseGrade, floorSources, ScoreSummary, SmallNumbers } from '../../ui/score/score-summary.js';
import { ScoreTrace } from '../../ui/score/score-trace.js';
import { scoreTexts } from '../../ui/score/score.texts.js';
import type { ShownScore } from './use-scores.js';

interface ScoreSheetProps {
  readonly shown: ShownScore;
  readonly document: QuestionnaireDocument;
  readonly rests: ReactNode;
  readonly review: ReviewLeft;
}

/** The figure, its three companions, and every line that made it. */
export function ScoreSheet({ shown, document, rests, review }: ScoreSheetProps): ReactNode {
  const { t } = useTranslation(scoreTexts);
  const { numbers, best, potential, result, answers } = shown;
  return (
    <div className="pb-card pb-scoring-sheet">
      <ScoreSummary
        numbers={numbers}
        floorSources={floorSources(numbers.floor, result.knockouts)}
        document={document}
        rests={rests}
        review={review}
      />
      <SmallNumbers
        numbers={[
          { key: 'base', label: t('base'), score: numbers.base, grade: baseGrade(document, numbers.base) },
          { key: 'potential', label: t('potential'), score: potential.score, grade: potential.grade },
          { key: 'best', label: t('best'), score: best.score, grade: best.grade },
        ]}
      />
      <h3 className="pb-label pb-scoring-trace">{t('trace')}</h3>
      <ScoreTrace document={document} result={result} answers={answers} shown={12} />
    </div>
  );
}
