import { Button, NativeSelect } from '@mantine/core';
import { stopsSend } from '@probant/shared/assessments/preflight';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import { campaignTexts } from './campaigns.texts.js';
import { PreflightIssues } from './preflight-issues.js';
import type { Preflight, PreflightItem } from './use-campaigns.js';
import type { Chosen } from './use-composition.js';

interface PreflightTableProps {
  readonly preflight: UseQueryResult<Preflight>;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
  readonly dueFieldId: string;
}

/** What each supplier would receive, and what stands in the way. */
export function PreflightTable(props: PreflightTableProps): ReactNode {
  const { preflight, chosen, onChoose, dueFieldId } = props;
  const { t } = useTranslation(campaignTexts);
  const columns = useColumns(props);
  if (chosen.size === 0 || (preflight.isPending && preflight.fetchStatus === 'idle')) {
    return <p className="pb-soft">{t('compose.check.wait')}</p>;
  }
  if (preflight.isError) return <ProblemNotice error={preflight.error} onRetry={preflight.refetch} />;
  if (preflight.isPending) return <StatusLine kind="working">{t('compose.check.running')}</StatusLine>;
  const { items, issues } = preflight.data;
  // What the last check said of an engagement that was unticked since is not shown.
  const rows = items.filter(({ engagementId }) => chosen.has(engagementId));
  const blocked = rows.filter((item) => item.issues.some(stopsSend));
  const drop = (): void => {
    const next = new Map(chosen);
    for (const { engagementId } of blocked) next.delete(engagementId);
    onChoose(next);
  };
  return (
    <>
      <div className="pb-row pb-wrap">
        {preflight.isFetching ? (
          <StatusLine kind="working">{t('compose.check.running')}</StatusLine>
        ) : (
          <StatusLine kind={blocked.length > 0 || issues.some(stopsSend) ? 'waiting' : 'done'}>
            {blocked.length > 0
              ? t('compose.check.stopped', { count: blocked.length })
              : issues.some(stopsSend)
                ? t('issue.due-date-past')
                : t('compose.check.ready', { count: rows.length })}
          </StatusLine>
        )}
        {blocked.length > 0 && blocked.length < rows.length ? (
          <Button size="xs" onClick={drop}>
            {t('compose.remove.blocked')}
          </Button>
        ) : null}
        <PreflightIssues issues={issues} subject={null} dueFieldId={dueFieldId} />
      </div>
      {rows.length > 0 ? (
        <DataTable
          caption={t('compose.check.caption')}
          columns={columns}
          rows={rows}
          rowKey={({ engagementId }) => engagementId}
        />
      ) : null}
    </>
  );
}

function useColumns({ chosen, onChoose, dueFieldId }: PreflightTableProps): readonly Column<PreflightItem>[] {
  const { t } = useTranslation(campaignTexts);
  return [
    {
      key: 'engagement',
      header: t('compose.column.engagement'),
      cell: ({ supplierName, engagementName }) => (
        <>
          {supplierName} <span className="pb-muted">{engagementName}</span>
        </>
      ),
    },
    {
      key: 'recipient',
      header: t('compose.column.recipient'),
      cell: (item) => (
        <RecipientChoice
          item={item}
          onChoose={(contactId) => {
            onChoose(new Map(chosen).set(item.engagementId, contactId));
          }}
        />
      ),
    },
    {
      key: 'questions',
      header: t('compose.column.questions'),
      align: 'end',
      cell: ({ questions }) => questions,
    },
    {
      key: 'issues',
      header: t('compose.column.issues'),
      cell: (item) => <PreflightIssues issues={item.issues} subject={item} dueFieldId={dueFieldId} />,
    },
    {
      key: 'remove',
      header: t('compose.remove'),
      cell: ({ engagementId, supplierName }) => (
        <Button
          size="xs"
          variant="subtle"
          aria-label={t('compose.remove.of', { name: supplierName })}
          onClick={() => {
            const next = new Map(chosen);
            next.delete(engagementId);
            onChoose(next);
          }}
        >
          {t('compose.remove')}
        </Button>
      ),
    },
  ];
}

interface RecipientChoiceProps {
  readonly item: PreflightItem;
  readonly onChoose: (contactId: string) => void;
}

function RecipientChoice({ item, onChoose }: RecipientChoiceProps): ReactNode {
  const { t } = useTranslation(campaignTexts);
  const { recipient, contacts, supplierName } = item;
  if (!recipient) return null;
  if (contacts.length === 1) {
    return (
      <>
        {recipient.name} <span className="pb-muted">{recipient.email}</span>
      </>
    );
  }
  return (
    <NativeSelect
      aria-label={t('compose.recipient.of', { name: supplierName })}
      value={recipient.contactId}
      data={contacts.map(({ contactId, name, email }) => ({ value: contactId, label: `${name}, ${email}` }))}
      onChange={(event) => {
        onChoose(event.currentTarget.value);
      }}
    />
  );
}
