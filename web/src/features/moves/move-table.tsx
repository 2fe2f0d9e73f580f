import { Button, Checkbox } from '@mantine/core';
import { statusNames } from '@probant/shared/assessments/status-names';
import { isProblemCode, problemTitle } from '@probant/shared/problems';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';

import { formatNumber } from '../../platform/i18n/format.js';
import type { Language } from '../../platform/i18n/language.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { ConfirmDialog } from '../../ui/feedback/confirm-dialog.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import { movesTexts } from '../../ui/moves/moves.texts.js';
import { ReturnMove } from '../../ui/moves/return-move.js';
import { GradeBadge } from '../../ui/score/grade-badge.js';
import { isUnderWay, useChooseMoves, type DryRun, type Outlook } from './use-dry-runs.js';

/** Assessment by assessment what would become of it; those ticked are moved. */
export function MoveTable({ run }: { readonly run: DryRun }): ReactNode {
  const { t } = useTranslation(movesTexts);
  const mayMove = useCan('assessments:move');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const choose = useChooseMoves(run.versionId);
  const open = run.items.filter(({ moveId, problem }) => moveId === null && problem === null);
  const picked = open.filter(({ assessmentId }) => chosen.has(assessmentId));
  const free = mayMove && run.state === 'done' && !isUnderWay(run);
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const count = picked.length;
  return (
    <>
      {mayMove ? (
        <div className="pb-row pb-wrap">
          <Checkbox
            label={t('choose.all')}
            disabled={!free || open.length === 0}
            checked={count > 0 && count === open.length}
            indeterminate={count > 0 && count < open.length}
            onChange={() => {
              setChosen(count === open.length ? new Set() : new Set(open.map((one) => one.assessmentId)));
            }}
          />
          <Button
            variant="filled"
            disabled={!free || count === 0}
            onClick={() => {
              setAsking(true);
            }}
          >
            {count === 0 ? t('move.none') : t('move', { count })}
          </Button>
        </div>
      ) : null}
      <DataTable
        caption={t('caption')}
        columns={useColumns({ chosen, toggle, free })}
        rows={run.items}
        rowKey={({ assessmentId }) => assessmentId}
      />
      <ConfirmDialog
        opened={asking}
        title={t('confirm', { count, number: run.number })}
        confirm={t('move', { count })}
        act={async () => {
          await choose.mutateAsync({
            dryRunId: run.id,
            assessmentIds: picked.map(({ assessmentId }) => assessmentId),
          });
          setChosen(new Set());
        }}
        onClose={() => {
          setAsking(false);
        }}
      >
        <p>{t('confirm.text')}</p>
      </ConfirmDialog>
    </>
  );
}

interface Choosing {
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  readonly free: boolean;
}

function useColumns({ chosen, toggle, free }: Choosing): readonly Column<Outlook>[] {
  const { t, language } = useTranslation(movesTexts);
  const number = (value: number): string => formatNumber(value, language, 0);
  return [
    {
      key: 'supplier',
      header: t('supplier'),
      cell: (row) => (
        <span className="pb-row">
          {row.moveId === null && row.problem === null ? (
            <Checkbox
              aria-label={t('choose', { name: `${row.supplierName}, ${row.engagementName}` })}
              checked={chosen.has(row.assessmentId)}
              disabled={!free}
              onChange={() => {
                toggle(row.assessmentId);
              }}
            />
          ) : null}
          <span>
            <Link to={`/assessments/${row.assessmentId}`} className="pb-medium">
              {row.supplierName}
            </Link>
            <br />
            <span className="pb-sm pb-muted">{row.engagementName}</span>
          </span>
        </span>
      ),
    },
    { key: 'status', header: t('status'), cell: (row) => statusNames[row.status][language] },
    { key: 'from', header: t('from'), cell: (row) => t('version', { number: row.fromNumber }) },
    {
      key: 'answers',
      header: t('answers'),
      cell: (row) => (
        <span className="pb-sm pb-muted">
          {row.basis === 'submission' ? t('basis.submission') : t('basis.questions', { count: row.answered })}
        </span>
      ),
    },
    { key: 'kept', header: t('kept'), align: 'end', cell: (row) => number(row.kept) },
    { key: 'reconfirm', header: t('reconfirm'), align: 'end', cell: (row) => number(row.reconfirm) },
    { key: 'dropped', header: t('dropped'), align: 'end', cell: (row) => number(row.dropped) },
    { key: 'added', header: t('added'), align: 'end', cell: (row) => number(row.added) },
    { key: 'score', header: t('score'), cell: (row) => <Scores row={row} /> },
    { key: 'act', header: t('standing'), cell: (row) => <Standing row={row} language={language} /> },
  ];
}

function Scores({ row: { before, after, unconfirmed } }: { readonly row: Outlook }): ReactNode {
  const { t, language } = useTranslation(movesTexts);
  if (before.score === null) return <span className="pb-sm pb-muted">{t('score.none')}</span>;
  const score = (value: number | null): string => (value === null ? '–' : formatNumber(value, language, 1));
  return (
    <span className="pb-moves-scores">
      <span className="pb-row pb-tabular">
        <GradeBadge grade={before.grade} /> {score(before.score)} → <GradeBadge grade={after.grade} />{' '}
        {score(after.score)}
      </span>
      {unconfirmed.score === after.score ? null : (
        <span className="pb-xs pb-muted">{t('unconfirmed', { score: score(unconfirmed.score) })}</span>
      )}
    </span>
  );
}

function Standing({ row, language }: { readonly row: Outlook; readonly language: Language }): ReactNode {
  const { t } = useTranslation(movesTexts);
  const { assessmentId, moveId, returned, returnable, problem, fromNumber } = row;
  if (problem !== null)
    return (
      <span className="pb-sm pb-amber">
        {isProblemCode(problem) ? problemTitle(problem, language) : problem}
      </span>
    );
  if (moveId === null) return null;
  return (
    <span className="pb-row pb-wrap">
      <span className="pb-tag">{returned ? t('returned') : t('moved')}</span>
      {returnable ? <ReturnMove {...{ assessmentId, moveId }} number={fromNumber} /> : null}
    </span>
  );
}
