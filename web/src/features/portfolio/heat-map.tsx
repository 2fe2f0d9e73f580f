import './heat-map.css';

import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { Link } from 'react-router';

import { formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import type { ListState } from '../../ui/list/use-list-state.js';
import { EarlierScore } from '../../ui/score/earlier-score.js';
import { GradeBadge } from '../../ui/score/grade-badge.js';
import { uiTexts } from '../../ui/ui.texts.js';
import { ChangeText } from './change-text.js';
import { cellsOf } from './heat.js';
import { HeatCellBox } from './heat-cell.js';
import { HeatDownload } from './heat-download.js';
import { HeatLegend } from './heat-legend.js';
import { portfolioTexts } from './portfolio.texts.js';
import { addressOf, type Filter, scoreAddressOf, type Standing, type Summary } from './use-portfolio.js';

interface HeatMapProps {
  readonly rows: readonly Standing[];
  readonly summary: Summary;
  readonly list: ListState<Filter>;
  /** All that was asked for stands on this page. */
  readonly isWhole: boolean;
}

/** Engagements by themes: the risk of each pair as a number on the colour of its grade. */
export function HeatMap({ rows, summary, list, isWhole }: HeatMapProps): ReactNode {
  const { t, language } = useTranslation(portfolioTexts);
  const titleId = useId();
  return (
    <>
      <div className="pb-heat-head">
        <div className="pb-row">
          <h2 id={titleId}>{t('map.title')}</h2>
          <HeatDownload rows={rows} summary={summary} />
        </div>
        <HeatLegend />
      </div>
      <div className="pb-heat-scroll">
        <table className="pb-heat" aria-labelledby={titleId} onKeyDown={walkCells}>
          <caption className="pb-hidden">
            {t('map.caption')}. {t('map.keys')}
          </caption>
          <thead>
            <tr>
              <SortHeader
                name="supplier"
                list={list}
                label={t(isWhole ? 'map.count' : 'map.page', { count: rows.length })}
              />
              <th scope="col">
                <span className="pb-hidden">{t('map.grade')}</span>
              </th>
              <SortHeader name="score" list={list} label={t('map.score')} />
              <SortHeader name="change" list={list} label={t('map.change')} />
              {summary.themes.map(({ code, title }) => (
                <th key={code} scope="col" className="pb-heat-theme">
                  <span>{title[language]}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <HeatRow key={row.engagementId} row={row} summary={summary} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function HeatRow({ row, summary }: { readonly row: Standing; readonly summary: Summary }): ReactNode {
  const { language } = useTranslation(portfolioTexts);
  const titles = new Map(summary.themes.map(({ code, title }) => [code, title[language]]));
  const to = scoreAddressOf(row);
  return (
    <tr>
      <th scope="row">
        <Link
          className="pb-heat-name"
          to={addressOf(row)}
          title={`${row.supplierName}, ${row.engagementName}`}
        >
          {row.supplierName} <span className="pb-muted">{row.engagementName}</span>
        </Link>
      </th>
      <td>
        <GradeBadge grade={row.grade} />
      </td>
      <td className="pb-num pb-strong">
        {row.earlierScore ? <EarlierScore scoredAt={row.scoredAt} iconOnly /> : null}{' '}
        {row.score === null ? <span className="pb-muted">–</span> : formatNumber(row.score, language, 1)}
      </td>
      <td className="pb-num pb-sm">
        <ChangeText row={row} />
      </td>
      {cellsOf(row, summary).map((cell) => (
        <td key={cell.code}>
          <HeatCellBox
            cell={cell}
            theme={titles.get(cell.code) ?? cell.code}
            limits={summary.gradeLimits}
            to={to}
          />
        </td>
      ))}
    </tr>
  );
}

interface SortHeaderProps {
  readonly name: 'supplier' | 'score' | 'change';
  readonly label: string;
  readonly list: ListState<Filter>;
}

function SortHeader({ name, label, list }: SortHeaderProps): ReactNode {
  const { t } = useTranslation(portfolioTexts);
  const { t: ui } = useTranslation(uiTexts);
  const direction = list.sort.key === name ? list.sort.direction : undefined;
  const usual = name === 'supplier' ? 'ascending' : 'descending';
  const turned = direction === 'ascending' ? 'descending' : 'ascending';
  const next = direction === undefined ? usual : turned;
  const Arrow = direction === 'descending' ? IconArrowDown : IconArrowUp;
  const column = t(name === 'supplier' ? 'column.engagement' : `column.${name}`);
  return (
    <th
      scope="col"
      className={name === 'supplier' ? '' : 'pb-num'}
      {...(direction ? { 'aria-sort': direction } : {})}
    >
      <button
        type="button"
        className="pb-heat-sort"
        title={ui(next === 'ascending' ? 'list.sortAscending' : 'list.sortDescending', { column })}
        onClick={() => {
          list.setSort({ key: name, direction: next });
        }}
      >
        {label}
        {direction ? <Arrow size={12} aria-hidden /> : null}
      </button>
    </th>
  );
}

/** Tab walks the names of the rows; from there the arrows reach every cell, which leads to the explained score. */
function walkCells(event: KeyboardEvent<HTMLTableElement>): void {
  if (!(event.target instanceof HTMLAnchorElement)) return;
  const rows = [...event.currentTarget.querySelectorAll('tbody tr')].map((row) => [
    ...row.querySelectorAll('a'),
  ]);
  const from = event.target;
  const row = rows.findIndex((links) => links.includes(from));
  const here = rows[row] ?? [];
  const place = here.indexOf(from);
  const beside: Readonly<Record<string, HTMLAnchorElement | undefined>> = {
    ArrowRight: here[place + 1],
    ArrowLeft: here[place - 1],
    ArrowDown: atColumn(rows[row + 1], from),
    ArrowUp: atColumn(rows[row - 1], from),
    Home: here[0],
    End: here.at(-1),
  };
  const target = beside[event.key];
  if (!target) return;
  event.preventDefault();
  target.focus();
}

/** The link of another row in the same column, else its name. */
function atColumn(
  links: readonly HTMLAnchorElement[] | undefined,
  from: HTMLAnchorElement,
): HTMLAnchorElement | undefined {
  const column = (link: HTMLAnchorElement): number | undefined =>
    link.closest<HTMLTableCellElement>('td, th')?.cellIndex;
  return links?.find((link) => column(link) === column(from)) ?? links?.[0];
}
