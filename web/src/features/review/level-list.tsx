import type { Question } from '@probant/shared/questionnaires/document';
import { type ReactNode, useId } from 'react';

import { formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EvidenceBars } from '../../ui/score/evidence-bars.js';
import { type PieceHere, type Review, traceOf } from './review-model.js';
import { judgingTexts } from './judging.texts.js';
import type { Judging } from './use-judging.js';

interface LevelListProps {
  readonly review: Review;
  readonly question: Question;
  readonly current: PieceHere;
  readonly judging: Judging;
  readonly canWrite: boolean;
}

/** The five strengths with what each is worth; those that need a date stay shut without one. */
export function LevelList({ review, question, current, judging, canWrite }: LevelListProps): ReactNode {
  const { t, language } = useTranslation(judgingTexts);
  const name = useId();
  const allowed = current.piece.levels;
  const line = traceOf(review.score).lines.find((one) => one.question === question.id);
  const { level: chosen, suggested } = judging;
  const adverse = line?.status === 'answered' && line.risk >= 1;
  return (
    <>
      <fieldset className="pb-examine-levels" disabled={!canWrite}>
        <legend className="pb-label">{t('strength')}</legend>
        {review.document.evidence.levels.map(({ level, phi, label }) => {
          const possible = allowed.includes(level);
          return (
            <label key={level} data-off={possible ? undefined : ''}>
              <input
                type="radio"
                name={name}
                value={level}
                className="pb-hidden"
                checked={chosen === level}
                disabled={!possible}
                onChange={() => {
                  judging.chooseLevel(level);
                }}
              />
              <EvidenceBars level={level} />
              <span className="pb-grow pb-xs">
                {label[language]}{' '}
                {suggested && chosen === level ? (
                  <span className="pb-tag pb-tag-blue">{t('strength.suggested')}</span>
                ) : null}
                {possible ? null : <span className="pb-muted"> ({t('strength.no-date')})</span>}
              </span>
              <span className="pb-xs pb-tabular">{formatNumber(phi, language, 2)}</span>
            </label>
          );
        })}
      </fieldset>
      {adverse ? <p className="pb-xs pb-muted">{t('strength.adverse')}</p> : null}
      {canWrite && current.here.verdict === 'unexamined' && chosen !== null ? (
        <p className="pb-xs pb-muted">
          {suggested ? `${t(whyOf(current), { level: chosen })} ` : null}
          {t('strength.accepts', { level: chosen })}
        </p>
      ) : null}
    </>
  );
}

/** What the level that is proposed rests on. */
function whyOf({ piece, here }: PieceHere) {
  if (piece.datedOn === null) return 'strength.why.undated';
  return here.freshness === 'stale' ? 'strength.why.stale' : 'strength.why.fresh';
}
