import type { ReactNode } from 'react';

import { formatChange, formatInstant, formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import { GradeBadge } from '../../ui/score/grade-badge.js';
import { reviewLeft, ReviewTags } from '../../ui/score/review-left.js';
import { scoringTexts } from './scoring.texts.js';
import type { Snapshot } from './use-scores.js';

interface HistoryProps {
  /** Newest first; absent while they are on their way. */
  readonly snapshots: readonly Snapshot[] | undefined;
  readonly current: string | null;
  readonly onShow: (snapshotId: string) => void;
}

/** Every score that was kept, with what caused it. */
export function History({ snapshots, current, onShow }: HistoryProps): ReactNode {
  const { t } = useTranslation(scoringTexts);
  return (
    <section aria-labelledby="score-history">
      <h2 id="score-history">{t('history')}</h2>
      <p className="pb-xs pb-muted pb-scoring-under">{t('history.text')}</p>
      {snapshots === undefined ? <ListSkeleton rows={3} /> : null}
      {snapshots?.length === 0 ? <p className="pb-soft">{t('history.none')}</p> : null}
      {snapshots !== undefined && snapshots.length > 0 ? (
        <SnapshotTable snapshots={snapshots} current={current} onShow={onShow} />
      ) : null}
    </section>
  );
}

function SnapshotTable({
  snapshots,
  current,
  onShow,
}: Pick<HistoryProps, 'current' | 'onShow'> & { readonly snapshots: readonly Snapshot[] }): ReactNode {
  const { t, language } = useTranslation(scoringTexts);
  const changes = new Map(
    snapshots.map(({ id, score }, index): [string, number | null] => {
      const before = snapshots[index + 1]?.score ?? null;
      return [id, score === null || before === null ? null : score - before];
    }),
  );
  const columns: readonly Column<Snapshot>[] = [
    {
      key: 'at',
      header: t('column.at'),
      cell: ({ id, at }) => (
        <button
          type="button"
          className="pb-score-link pb-score-link-blue"
          aria-current={id === current ? 'true' : undefined}
          onClick={() => {
            onShow(id);
          }}
        >
          {formatInstant(at, language)}
        </button>
      ),
    },
    {
      key: 'cause',
      header: t('column.cause'),
      cell: (snapshot) => (
        <>
          {t(`cause.${snapshot.cause}`)} <ReviewTags {...reviewLeft(snapshot)} />
        </>
      ),
    },
    {
      key: 'score',
      header: t('column.score'),
      align: 'end',
      cell: ({ score, grade }) => (
        <span className="pb-row pb-scoring-end">
          {score === null ? '–' : formatNumber(score, language, 2)}
          <GradeBadge grade={grade} />
        </span>
      ),
    },
    {
      key: 'change',
      header: t('column.change'),
      align: 'end',
      cell: ({ id }) => {
        const change = changes.get(id) ?? null;
        return change === null ? '' : formatChange(change, language, 2);
      },
    },
    {
      key: 'with',
      header: t('column.with'),
      cell: ({ profileName, profileNumber, ruleSet, engineVersion }) => (
        <span className="pb-xs pb-muted">
          {t('live.with', {
            profile: profileName,
            number: profileNumber,
            rules: ruleSet,
            engine: engineVersion,
          })}
        </span>
      ),
    },
  ];
  return (
    <DataTable caption={t('history.caption')} columns={columns} rows={snapshots} rowKey={({ id }) => id} />
  );
}
