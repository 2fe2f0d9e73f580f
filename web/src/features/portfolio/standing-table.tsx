import { Checkbox } from '@mantine/core';
import { statusNames } from '@probant/shared/assessments/status-names';
import { knockoutStates } from '@probant/shared/scoring/knockouts';
import { Fragment, type ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { DateText } from '../../ui/format/date-text.js';
import { NumberText } from '../../ui/format/number-text.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import type { ListState } from '../../ui/list/use-list-state.js';
import { EarlierScore } from '../../ui/score/earlier-score.js';
import { GradeBadge } from '../../ui/score/grade-badge.js';
import { KnockoutFlag } from '../../ui/score/knockout-flag.js';
import { scorePartTexts } from '../../ui/score/score-parts.texts.js';
import { ChangeText } from './change-text.js';
import { portfolioTexts } from './portfolio.texts.js';
import type { Choice } from './use-choice.js';
import { addressOf, type Filter, type Standing, type Summary } from './use-portfolio.js';

interface StandingTableProps {
  readonly rows: readonly Standing[];
  readonly list: ListState<Filter>;
  readonly summary: Summary;
  readonly choice: Choice;
}

/** Engagements with their grade, knock-outs, progress and due date. */
export function StandingTable({ rows, list, summary, choice }: StandingTableProps): ReactNode {
  const { t } = useTranslation(portfolioTexts);
  const columns = [...useColumns(summary), useChoiceColumn(choice)];
  return (
    <DataTable
      caption={t('list.caption')}
      columns={columns}
      rows={rows}
      rowKey={({ engagementId }) => engagementId}
      rowHref={addressOf}
      sort={list.sort}
      onSort={list.setSort}
    />
  );
}

/** Rows are chosen for what is done with several; a full choice takes no more. */
function useChoiceColumn({ chosen, toggle, isFull }: Choice): Column<Standing> {
  const { t } = useTranslation(portfolioTexts);
  return {
    key: 'compare',
    header: t('column.compare'),
    cell: ({ engagementId, supplierName, engagementName }) => (
      <Checkbox
        aria-label={t('compare.choose', { name: `${supplierName}, ${engagementName}` })}
        checked={chosen.includes(engagementId)}
        disabled={isFull && !chosen.includes(engagementId)}
        onChange={() => {
          toggle(engagementId);
        }}
      />
    ),
  };
}

function useColumns(summary: Summary): readonly Column<Standing>[] {
  const { t } = useTranslation(portfolioTexts);
  return [
    {
      key: 'supplier',
      header: t('column.engagement'),
      sortable: true,
      cell: ({ supplierName, engagementName }) => (
        <>
          {supplierName} <span className="pb-muted pb-folio-engagement">{engagementName}</span>
        </>
      ),
    },
    { key: 'grade', header: t('column.grade'), cell: ({ grade }) => <GradeBadge grade={grade} /> },
    {
      key: 'score',
      header: t('column.score'),
      align: 'end',
      sortable: true,
      cell: (row) => <Score row={row} />,
    },
    {
      key: 'change',
      header: t('column.change'),
      align: 'end',
      sortable: true,
      cell: (row) => <ChangeText row={row} />,
    },
    {
      key: 'knockouts',
      header: t('column.knockouts'),
      cell: (row) => <Knockouts row={row} summary={summary} />,
    },
    { key: 'status', header: t('column.status'), cell: (row) => <Status row={row} /> },
    { key: 'progress', header: t('column.progress'), cell: (row) => <Progress row={row} /> },
    {
      key: 'due',
      header: t('column.due'),
      sortable: true,
      cell: ({ dueOn, overdue }) =>
        dueOn === null ? null : (
          <span>
            <DateText value={dueOn} />{' '}
            {overdue ? <span className="pb-tag pb-tag-amber">{t('late')}</span> : null}
          </span>
        ),
    },
  ];
}

function Score({ row }: { readonly row: Standing }): ReactNode {
  const { t } = useTranslation(portfolioTexts);
  if (row.score === null) return <span className="pb-muted">–</span>;
  return (
    <span>
      <NumberText value={row.score} digits={1} />
      {row.beforeReview ? <span className="pb-folio-below">{t('before-review')}</span> : null}
      {row.unexamined > 0 ? (
        <span className="pb-folio-below">{t('unexamined', { count: row.unexamined })}</span>
      ) : null}
      {row.earlierScore ? (
        <span className="pb-folio-below pb-folio-earlier">
          <EarlierScore scoredAt={row.scoredAt} />
        </span>
      ) : null}
    </span>
  );
}

interface KnockoutsProps {
  readonly row: Standing;
  readonly summary: Summary;
}

function Knockouts({ row, summary }: KnockoutsProps): ReactNode {
  const { t, language } = useTranslation(portfolioTexts);
  const { t: part } = useTranslation(scorePartTexts);
  const names = new Map(summary.knockouts.map(({ id, name }) => [id, name[language]]));
  const groups = knockoutStates.flatMap((state) => {
    const ids = row.knockouts.filter((one) => one.state === state).map(({ id }) => id);
    return ids.length === 0 ? [] : [{ state, ids }];
  });
  if (groups.length === 0) return null;
  return (
    <ul className="pb-folio-flags">
      {groups.map(({ state, ids }) => (
        <li key={state}>
          <KnockoutFlag kind={state}>
            {state === 'proved' ? t('group.proved') : part(`knockout.${state}`)}
          </KnockoutFlag>{' '}
          <span className="pb-mono pb-xs pb-soft">
            {ids.map((id, index) => (
              <Fragment key={id}>
                {index === 0 ? '' : ', '}
                <span className="pb-nowrap" title={names.get(id)}>
                  {id}
                </span>
              </Fragment>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

const waitingForUs: readonly Standing['status'][] = ['submitted', 'in-review', 'reviewed'];

function Status({ row: { status } }: { readonly row: Standing }): ReactNode {
  const { language } = useTranslation(portfolioTexts);
  const tone = waitingForUs.includes(status) ? 'pb-tag-blue' : status === 'decided' ? 'pb-tag-ok' : '';
  return <span className={`pb-tag ${tone}`}>{statusNames[status][language]}</span>;
}

function Progress({ row: { answered, questions } }: { readonly row: Standing }): ReactNode {
  const { t } = useTranslation(portfolioTexts);
  if (questions === 0) return null;
  return (
    <span className="pb-folio-progress">
      <span className="pb-tabular pb-nowrap">{t('progress.of', { answered, questions })}</span>
      <span className="pb-meter" aria-hidden>
        <span style={{ width: `${Math.min(100, (100 * answered) / questions)}%` }} />
      </span>
    </span>
  );
}
