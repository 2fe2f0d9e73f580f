import { isPending } from '@probant/shared/findings/finding';
import { findingAddress } from '@probant/shared/addresses';
import { severities } from '@probant/shared/questionnaires/document';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import { FindingStatusTag } from '../../ui/finding/finding-status.js';
import { Segments } from '../../ui/input/segments.js';
import { scoringTexts } from './scoring.texts.js';
import type { Finding, Reviewed } from './use-scores.js';

const filters = ['all', 'open', 'closed'] as const;
type Filter = (typeof filters)[number];

/** What the answers raised, the gravest first, and what became of each. */
export function FindingList({ reviewed }: { readonly reviewed: Reviewed }): ReactNode {
  const { t, language } = useTranslation(scoringTexts);
  const [filter, setFilter] = useState<Filter>('all');
  const { findings, assessmentId } = reviewed;
  const of = (one: Filter): readonly Finding[] =>
    one === 'all' ? findings : findings.filter(({ status }) => isPending(status) === (one === 'open'));
  const columns: readonly Column<Finding>[] = [
    {
      key: 'question',
      header: t('finding.question'),
      cell: ({ questionId }) => (
        <Link
          className="pb-mono pb-nowrap"
          to={`/assessments/${assessmentId}/review?question=${encodeURIComponent(questionId)}`}
        >
          {questionId}
        </Link>
      ),
    },
    {
      key: 'text',
      header: t('finding.text'),
      cell: ({ text, fix }) => (
        <>
          {text[language]}
          <span className="pb-xs pb-muted pb-scoring-fix">{fix[language]}</span>
        </>
      ),
    },
    { key: 'severity', header: t('finding.severity'), cell: ({ severity }) => t(`severity.${severity}`) },
    { key: 'status', header: t('finding.status'), cell: (finding) => <Status finding={finding} /> },
  ];
  return (
    <section className="pb-section" aria-labelledby="score-findings">
      <h2 id="score-findings">{t('findings')}</h2>
      {findings.length === 0 ? (
        <p className="pb-soft">{t('findings.none')}</p>
      ) : (
        <>
          <Segments
            label={t('finding.filter')}
            values={filters}
            chosen={filter}
            name={(one) => t(`finding.filter.${one}`, { count: of(one).length })}
            onChoose={setFilter}
          />
          <DataTable
            caption={t('findings.caption')}
            columns={columns}
            rows={of(filter).toSorted(
              (a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity),
            )}
            rowKey={({ id }) => id}
          />
        </>
      )}
    </section>
  );
}

function Status({ finding }: { readonly finding: Finding }): ReactNode {
  const { t } = useTranslation(scoringTexts);
  const { id, status, shared, closedByAnswer, closedByName, closingReason } = finding;
  return (
    <>
      <Link to={findingAddress('buyer', id)}>
        <FindingStatusTag status={status} />
      </Link>
      <span className="pb-xs pb-muted pb-scoring-fix">
        {closedByAnswer ? t('finding.by-answer') : null}
        {closedByName === null ? null : t('finding.by', { name: closedByName, reason: closingReason })}
        {isPending(status) && shared ? t('finding.shared') : null}
      </span>
    </>
  );
}
