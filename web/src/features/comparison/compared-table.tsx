import {
  comparisonViews,
  differenceNames,
  isInView,
  type ComparisonView,
} from '@probant/shared/comparisons/comparison-views';
import type { CSSProperties, ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';

import { toListQuery } from '../../platform/api/list-query.js';
import { formatDay, formatInstantDay, formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { Segments } from '../../ui/input/segments.js';
import { ExportMenu } from '../../ui/list/export-menu.js';
import { GradeBadge } from '../../ui/score/grade-badge.js';
import { CellWords } from './cell-words.js';
import { comparisonTexts } from './comparison.texts.js';
import {
  toSearch,
  type Asked,
  type Compared,
  type ComparedColumn,
  type ComparedRow,
} from './use-comparison.js';

interface ComparedTableProps {
  readonly asked: Asked;
  readonly compared: Compared;
  readonly busy: boolean;
}

/** Question by question, what differs first; on a phone one card per question. */
export function ComparedTable({ asked, compared, busy }: ComparedTableProps): ReactNode {
  const { t, language } = useTranslation(comparisonTexts);
  const [view, setView] = useView();
  const { columns, rows, themes } = compared;
  const shown = rows.filter((row) => isInView(row, view));
  const isHalf = columns.filter(({ submission }) => submission !== null).length < 2;
  const titles = new Map(themes.map(({ code, title }) => [code, title[language]]));
  return (
    <>
      <div className="pb-between pb-wrap">
        <Segments
          label={t('view')}
          values={comparisonViews}
          chosen={view}
          name={(one) => t(`view.${one}`, { count: rows.filter((row) => isInView(row, one)).length })}
          onChoose={setView}
          className="pb-compare-views"
        />
        <ExportMenu list="comparison" query={toListQuery({ ...toSearch(asked), show: view })} />
      </div>
      {view === 'points' ? <p className="pb-sm pb-soft">{t('view.points.why')}</p> : null}
      <div className="pb-compare-scroll" tabIndex={0} role="region" aria-label={t('rows')} aria-busy={busy}>
        <table
          className="pb-compare"
          role="table"
          style={{ '--pb-compare-sides': columns.length } as CSSProperties}
        >
          <caption className="pb-hidden">{t('rows')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                {t('question')}
              </th>
              {columns.map((column, index) => (
                <th role="columnheader" scope="col" key={keyOf(column, index)}>
                  <Side column={column} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {shown.map((row) => (
              <Row
                key={row.questionId}
                row={row}
                columns={columns}
                theme={titles.get(row.theme) ?? row.theme}
              />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length === 0 ? (
        <EmptyState title={t(isHalf ? 'view.half' : 'view.none')}>
          {t(isHalf ? 'view.half.text' : 'view.none.text')}
        </EmptyState>
      ) : null}
      <p className="pb-legal">{t('sum')}</p>
    </>
  );
}

function keyOf({ engagementId, day }: ComparedColumn, index: number): string {
  return `${engagementId} ${day ?? ''} ${String(index)}`;
}

function Side({ column }: { readonly column: ComparedColumn }): ReactNode {
  const { t, language } = useTranslation(comparisonTexts);
  const { engagementId, engagementName, supplierName, day, tier, submission } = column;
  const name =
    day === null ? (
      <Link to={`/engagements/${engagementId}`}>
        {supplierName} <span className="pb-compare-engagement">{engagementName}</span>
      </Link>
    ) : (
      formatDay(day, language, 'long')
    );
  if (submission === null) {
    return (
      <div className="pb-compare-side">
        <span className="pb-medium">{name}</span>
        <span className="pb-xs pb-muted">{t(day === null ? 'side.none' : 'side.none.day')}</span>
      </div>
    );
  }
  const { score, number, submittedAt, versionCode, versionNumber, profileName, profileNumber } = submission;
  const one = (value: number): string => formatNumber(value, language, 1);
  return (
    <div className="pb-compare-side">
      <span className="pb-medium">{name}</span>
      <span className="pb-row">
        <GradeBadge grade={score.grade} />
        <Link to={`/assessments/${submission.assessmentId}/score`} className="pb-tabular pb-strong">
          <span className="pb-hidden">{t('side.score')} </span>
          {score.score === null ? '–' : one(score.score)}
        </Link>
        <span className="pb-xs pb-muted">
          {score.base === null ? null : t('side.base', { base: one(score.base) })}
          {score.floor > 0 ? `, ${t('side.floor', { floor: one(score.floor) })}` : null}
        </span>
      </span>
      <span className="pb-xs pb-muted">
        {t('side.submission', { number, day: formatInstantDay(submittedAt, language) })}
        {submission.beforeReview ? `, ${t('side.before-review')}` : null}
      </span>
      <span className="pb-xs pb-muted">
        {t('side.version', { code: versionCode, number: versionNumber })} ·{' '}
        {t('side.profile', { name: profileName, number: profileNumber })}
      </span>
      {day === null ? <span className="pb-xs pb-muted">{t('side.tier', { tier })}</span> : null}
    </div>
  );
}

interface RowProps {
  readonly row: ComparedRow;
  readonly columns: readonly ComparedColumn[];
  readonly theme: string;
}

function Row({ row, columns, theme }: RowProps): ReactNode {
  const { t, language } = useTranslation(comparisonTexts);
  const { questionId, short, differences, spread } = row;
  const most = Math.max(...row.cells.map(({ points }) => points), 0);
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <span className="pb-xs pb-muted">
          <span className="pb-mono">{questionId}</span> · {theme}
        </span>
        <span className="pb-compare-subject">{short[language]}</span>
        {differences.length === 0 ? null : (
          <span className="pb-xs pb-soft">
            {t('differs')} {differences.map((kind) => differenceNames[kind][language]).join(', ')}
            {differences.includes('points')
              ? ` · ${t('spread', { points: formatNumber(spread, language, 2) })}`
              : null}
          </span>
        )}
      </th>
      {columns.map((column, index) => (
        <td role="cell" key={keyOf(column, index)} data-label={labelOf(column, language)}>
          <CellWords
            row={row}
            cell={row.cells.find((one) => one.column === index)}
            isEmpty={column.submission === null}
            most={most}
          />
        </td>
      ))}
    </tr>
  );
}

function labelOf({ day, supplierName, engagementName }: ComparedColumn, language: 'fr' | 'en'): string {
  return day === null ? `${supplierName}, ${engagementName}` : formatDay(day, language);
}

/** Kept in the address; what differs unless told. */
function useView(): [ComparisonView, (view: ComparisonView) => void] {
  const [params, setParams] = useSearchParams();
  const asked = comparisonViews.find((view) => view === params.get('show'));
  return [
    asked ?? 'said',
    (view) => {
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          next.set('show', view);
          return next;
        },
        { preventScrollReset: true },
      );
    },
  ];
}
