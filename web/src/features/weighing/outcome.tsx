import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';

import { Problem } from '../../platform/api/problem.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { Warning } from '../../ui/feedback/warning.js';
import { GradeChanges } from './effects-pane.js';
import type { MatrixRows } from './matrix-messages.js';
import { PortfolioSensitivity } from './portfolio-sensitivity.js';
import { Ranking } from './ranking.js';
import { Swings } from './swings.js';
import type { UsedMatrix } from './use-matrix.js';
import type { Trial } from './use-trial.js';
import type { WeighingReply } from './use-weighing.js';
import { weighingTexts } from './weighing.texts.js';

interface OutcomeProps {
  readonly matrix: UsedMatrix;
  readonly trial: Trial;
  readonly weighing: WeighingReply;
  readonly most: number;
  readonly children: ReactNode;
}

/** What the weights tried do: everybody in their order, and beside it what changes, why, and what each weight can do. */
export function Outcome({ matrix, trial, weighing, most, children }: OutcomeProps): ReactNode {
  const { t } = useTranslation(weighingTexts);
  const [chosen, setChosen] = useState<number | null>(null);
  const { view, names } = matrix;
  const { rows, tried, measured } = view;
  const { documents } = weighing;
  const first = useMemo(() => rows && firstMoving(rows), [rows]);
  const number = chosen ?? first;
  const limits = useMemo(() => (documents[0]?.grades ?? []).slice(0, -1).map(({ max }) => max), [documents]);
  const isWhole = !view.outdated && view.error === null;
  const shows = isWhole && rows !== null && tried !== null && rows.count > 0 && !trial.weighsNothing;
  return (
    <>
      {shows ? (
        <Ranking
          rows={rows}
          tried={tried}
          names={names}
          limits={limits}
          chosen={number}
          onChoose={setChosen}
          behind={tried.weights !== trial.weights || tried.missing.length > 0}
        />
      ) : (
        <NoRanking matrix={matrix} trial={trial} />
      )}
      <aside className="pb-weighing-pane pb-effects" aria-label={t('details')}>
        {shows ? (
          <>
            <GradeChanges rows={rows} tried={tried} names={names} documents={documents} />
            {number === null ? null : (
              <Swings
                number={number}
                names={names}
                documents={documents}
                weights={trial.weights}
                most={most}
              />
            )}
            <PortfolioSensitivity
              rows={rows}
              measured={measured}
              names={names}
              documents={documents}
              most={most}
            />
          </>
        ) : null}
        {children}
      </aside>
    </>
  );
}

function NoRanking({ matrix: { client, view }, trial }: Pick<OutcomeProps, 'matrix' | 'trial'>): ReactNode {
  const { t } = useTranslation(weighingTexts);
  const queries = useQueryClient();
  if (view.outdated) {
    return (
      <div className="pb-ranking">
        <ProblemNotice
          error={new Problem({ status: 409, code: 'stale-revision' })}
          hint={t('outdated')}
          onRetry={() => queries.invalidateQueries({ queryKey: ['weighing'] })}
        />
      </div>
    );
  }
  if (view.error !== null) return <ProblemNotice error={view.error} onRetry={client.retry} />;
  if (trial.weighsNothing) {
    return (
      <div className="pb-ranking">
        <Warning>{t('nothing.weighs')}</Warning>
      </div>
    );
  }
  if (view.rows?.count === 0) {
    return <EmptyState title={t('ranking.none')}>{t('ranking.none.text')}</EmptyState>;
  }
  return (
    <div className="pb-ranking">
      <ListSkeleton rows={12} />
    </div>
  );
}

/** Weights move nothing of a score that its floor holds: the first that they do move says more. */
function firstMoving({ published, scores, floors, numbers }: MatrixRows): number | null {
  const row = published.find((one) => (scores[one] ?? 0) > (floors[one] ?? 0)) ?? published[0];
  return row === undefined ? null : (numbers[row] ?? null);
}
