import { Button } from '@mantine/core';
import type { SupplierQuestionnaire } from '@probant/shared/questionnaires/supplier-questionnaire';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { DateText } from '../../ui/format/date-text.js';
import { type Column, DataTable } from '../../ui/list/data-table.js';
import { delegationTexts } from './delegations.texts.js';
import type { Delegation } from './use-delegations.js';

interface PartListProps {
  readonly document: SupplierQuestionnaire;
  readonly parts: readonly Delegation[];
  /** `null` when no letter may leave. */
  readonly onRemind: ((part: Delegation) => void) | null;
  readonly onChange: (part: Delegation) => void;
  readonly onTakeBack: (part: Delegation) => void;
}

/** A row per colleague: what they hold, how far they are, and what to do about it. */
export function PartList({ document, parts, ...acts }: PartListProps): ReactNode {
  const { t } = useTranslation(delegationTexts);
  const columns: Column<Delegation>[] = [
    {
      key: 'name',
      header: t('colleague'),
      cell: ({ name, email }) => (
        <>
          <span className="pb-medium">{name}</span>
          <br />
          <span className="pb-xs pb-muted">{email}</span>
        </>
      ),
    },
    { key: 'part', header: t('part'), cell: (part) => <PartWords document={document} part={part} /> },
    { key: 'progress', header: t('progress'), cell: (part) => <Progress part={part} /> },
    {
      key: 'dueOn',
      header: t('due'),
      cell: ({ dueOn, late }) =>
        dueOn === null ? (
          '–'
        ) : (
          <>
            <DateText value={dueOn} as="day" />
            {late ? <span className="pb-tag pb-tag-amber">{t('late')}</span> : null}
          </>
        ),
    },
    { key: 'acts', header: t('acts'), align: 'end', cell: (part) => <Acts part={part} {...acts} /> },
  ];
  return <DataTable caption={t('people')} columns={columns} rows={parts} rowKey={({ id }) => id} />;
}

function PartWords({
  document,
  part: { themes, questions },
}: {
  readonly document: SupplierQuestionnaire;
  readonly part: Delegation;
}): ReactNode {
  const { language } = useTranslation(delegationTexts);
  const titles = document.themes.flatMap(({ code, title, short }) =>
    themes.includes(code) ? [(short ?? title)[language]] : [],
  );
  return <span className="pb-sm">{[...titles, ...questions].join(', ')}</span>;
}

function Progress({ part }: { readonly part: Delegation }): ReactNode {
  const { t } = useTranslation(delegationTexts);
  const { asked, answered, openedAt, lastSavedAt } = part;
  return (
    <>
      <span className="pb-tabular">{t('answered', { done: answered, count: asked })}</span>
      <br />
      <span className="pb-xs pb-muted">
        {lastSavedAt !== null ? (
          <>
            {t('last-saved')} <DateText value={lastSavedAt} as="instant" />
          </>
        ) : openedAt === null ? (
          t('not-opened')
        ) : (
          <>
            {t('opened')} <DateText value={openedAt} as="instant" />
          </>
        )}
      </span>
    </>
  );
}

function Acts({
  part,
  onRemind,
  onChange,
  onTakeBack,
}: Omit<PartListProps, 'document' | 'parts'> & { readonly part: Delegation }): ReactNode {
  const { t } = useTranslation(delegationTexts);
  const button = (words: string, act: (part: Delegation) => void) => (
    <Button
      size="xs"
      aria-label={`${words} : ${part.name}`}
      onClick={() => {
        act(part);
      }}
    >
      {words}
    </Button>
  );
  return (
    <span className="pb-row pb-wrap pb-part-acts">
      {onRemind === null ? null : button(t('remind'), onRemind)}
      {button(t('change'), onChange)}
      {button(t('take-back'), onTakeBack)}
    </span>
  );
}
