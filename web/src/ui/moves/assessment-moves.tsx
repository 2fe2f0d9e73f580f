import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { DateText } from '../format/date-text.js';
import { movesTexts } from './moves.texts.js';
import { ReturnMove } from './return-move.js';
import { useAssessmentMoves } from './use-moves.js';

/** The versions that an assessment went to; nothing for one that stayed where it was sent. */
export function AssessmentMoves({ assessmentId }: { readonly assessmentId: string }): ReactNode {
  const { t } = useTranslation(movesTexts);
  const moves = useAssessmentMoves(assessmentId);
  if (moves.data === undefined || moves.data.length === 0) return null;
  return (
    <section className="pb-section" aria-labelledby="version-moves">
      <h2 id="version-moves">{t('history')}</h2>
      <ul className="pb-moves-history">
        {moves.data.map((move) => (
          <li key={move.id} className="pb-row pb-wrap">
            <span className="pb-medium">
              {t('history.move', { from: move.fromNumber, to: move.toNumber })}
            </span>
            <span className="pb-sm pb-muted">
              <DateText value={move.movedAt} as="instant" /> {t('history.by', { name: move.movedByName })}
            </span>
            {move.returnedAt === null ? null : (
              <span className="pb-sm pb-muted">
                <DateText value={move.returnedAt} as="instant" />{' '}
                {t('history.returned', { name: move.returnedByName ?? '' })}
              </span>
            )}
            {move.returnable ? (
              <ReturnMove assessmentId={assessmentId} moveId={move.id} number={move.fromNumber} />
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
