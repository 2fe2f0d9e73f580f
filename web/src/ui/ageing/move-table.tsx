import { parisDay } from '@probant/shared/calendar';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { formatChange, formatDay, formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { DateText } from '../format/date-text.js';
import { type Column, DataTable } from '../list/data-table.js';
import { GradeBadge } from '../score/grade-badge.js';
import { ageingTexts } from './ageing.texts.js';
import { CauseWords } from './cause-words.js';
import type { CurvePoint } from './use-ageing.js';

interface Move {
  readonly key: string;
  readonly point: CurvePoint;
}

/** Every move of the curve in words, newest first; a day leads to its score line by line. */
export function MoveTable({ points }: { readonly points: readonly CurvePoint[] }): ReactNode {
  const { t, language } = useTranslation(ageingTexts);
  const rows = movesOf(points);
  if (rows.length === 0) return <p className="pb-sm pb-soft">{t('moves.none')}</p>;
  const columns: readonly Column<Move>[] = [
    {
      key: 'on',
      header: t('column.on'),
      cell: ({ point: { at, assessmentId } }) => {
        const day = parisDay(at);
        return (
          <Link
            to={`/assessments/${assessmentId}/score?on=${day}`}
            title={t('see-day', { day: formatDay(day, language) })}
          >
            <DateText value={day} />
          </Link>
        );
      },
    },
    { key: 'cause', header: t('column.cause'), cell: ({ point }) => <CauseWords point={point} /> },
    {
      key: 'score',
      header: t('column.score'),
      align: 'end',
      cell: ({ point: { score, grade, change } }) => (
        <span className="pb-row pb-curve-end">
          {/* Time moves it between two acts: what it was just before is not what the row below says. */}
          {score === null || change === null ? '' : `${formatNumber(score - change, language, 2)} → `}
          {score === null ? '–' : formatNumber(score, language, 2)}
          <GradeBadge grade={grade} />
        </span>
      ),
    },
    {
      key: 'change',
      header: t('column.change'),
      align: 'end',
      cell: ({ point: { change } }) => (change === null ? '' : formatChange(change, language, 2)),
    },
  ];
  return <DataTable caption={t('moves')} columns={columns} rows={rows} rowKey={({ key }) => key} />;
}

function movesOf(points: readonly CurvePoint[]): Move[] {
  return points
    .flatMap((point, index) => (point.causes.length === 0 ? [] : [{ key: `${point.at} ${index}`, point }]))
    .toReversed();
}
