import './delegations.css';

import { Button } from '@mantine/core';
import { acceptsAnswers, type AssessmentStatus } from '@probant/shared/assessments/lifecycle';
import type { SupplierQuestionnaire } from '@probant/shared/questionnaires/supplier-questionnaire';
import { type ReactNode, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ConfirmDialog } from '../../ui/feedback/confirm-dialog.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { delegationTexts } from './delegations.texts.js';
import { PartForm } from './part-form.js';
import { PartList } from './part-list.js';
import { ThemeHolders } from './theme-holders.js';
import { useAsked, useDelegations, usePartActs, type Delegation } from './use-delegations.js';

type Open = { readonly kind: 'new' } | { readonly kind: 'change' | 'take-back'; readonly part: Delegation };

/** Which colleague holds which part of a request, and how far each is. */
export function PartsScreen(): ReactNode {
  const { t } = useTranslation(delegationTexts);
  const { assessmentId = '' } = useParams();
  const [parameters] = useSearchParams();
  const theme = parameters.get('theme') ?? undefined;
  const asked = useAsked(assessmentId);
  const parts = useDelegations(assessmentId);
  const [open, setOpen] = useState<Open | null>(null);
  const [said, setSaid] = useState('');
  // The boundary: the API sends one of the statuses of the lifecycle.
  const taking = asked.data !== undefined && acceptsAnswers(asked.data.status as AssessmentStatus);
  const newPart = taking ? (
    <Button
      variant="filled"
      onClick={() => {
        setOpen({ kind: 'new' });
      }}
    >
      {t('hand-over')}
    </Button>
  ) : null;
  return (
    <Main>
      <PageHeader
        title={t('title')}
        actions={
          <>
            <Button component={Link} to={`/requests/${assessmentId}`}>
              {t('back')}
            </Button>
            {newPart}
          </>
        }
      />
      <div className="pb-page pb-stack">
        {asked.data === undefined ? null : <p className="pb-soft">{asked.data.title}</p>}
        {said === '' ? null : <StatusLine kind="done">{said}</StatusLine>}
        {asked.data !== undefined && !taking ? <StatusLine kind="note">{t('closed')}</StatusLine> : null}
        {asked.isPending || parts.isPending ? (
          <ListSkeleton rows={4} />
        ) : asked.isError || parts.isError ? (
          <ProblemNotice
            error={asked.error ?? parts.error}
            onRetry={() => Promise.all([asked.refetch(), parts.refetch()])}
          />
        ) : (
          <Parts
            {...{ assessmentId, taking, setOpen, setSaid }}
            document={asked.data.document}
            parts={parts.data}
            action={newPart}
          />
        )}
      </div>
      {asked.data === undefined ? null : (
        <PartDialogs
          {...{ assessmentId, open, theme }}
          document={asked.data.document}
          requestDueOn={asked.data.dueOn}
          onClose={() => {
            setOpen(null);
          }}
          onSaid={setSaid}
        />
      )}
    </Main>
  );
}

interface PartsProps {
  readonly assessmentId: string;
  readonly document: SupplierQuestionnaire;
  readonly parts: readonly Delegation[];
  readonly taking: boolean;
  readonly action: ReactNode;
  readonly setOpen: (open: Open) => void;
  readonly setSaid: (words: string) => void;
}

function Parts({ assessmentId, document, parts, taking, action, setOpen, setSaid }: PartsProps): ReactNode {
  const { t } = useTranslation(delegationTexts);
  const { remind } = usePartActs(assessmentId);
  if (parts.length === 0) {
    return (
      <EmptyState title={t('none')} action={action}>
        {t('none.hint')}
      </EmptyState>
    );
  }
  return (
    <>
      {remind.isError ? <ProblemNotice error={remind.error} /> : null}
      <PartList
        document={document}
        parts={parts}
        onRemind={
          taking
            ? (part) => {
                setSaid('');
                remind.mutateAsync(part.id).then(
                  () => {
                    setSaid(t('reminded', { email: part.email }));
                  },
                  // Shown above the list.
                  () => undefined,
                );
              }
            : null
        }
        onChange={(part) => {
          setOpen({ kind: 'change', part });
        }}
        onTakeBack={(part) => {
          setOpen({ kind: 'take-back', part });
        }}
      />
      <ThemeHolders document={document} parts={parts} />
    </>
  );
}

interface PartDialogsProps {
  readonly assessmentId: string;
  readonly document: SupplierQuestionnaire;
  readonly open: Open | null;
  readonly theme: string | undefined;
  readonly requestDueOn: string;
  readonly onClose: () => void;
  readonly onSaid: (words: string) => void;
}

function PartDialogs({
  assessmentId,
  document,
  open,
  theme,
  requestDueOn,
  onClose,
  onSaid,
}: PartDialogsProps): ReactNode {
  const { t } = useTranslation(delegationTexts);
  const { takeBack } = usePartActs(assessmentId);
  if (open === null) return null;
  if (open.kind === 'take-back') {
    return (
      <ConfirmDialog
        opened
        title={t('take-back.title', { name: open.part.name })}
        confirm={t('take-back')}
        act={async () => {
          await takeBack.mutateAsync(open.part.id);
          onSaid(t('taken-back', { name: open.part.name }));
        }}
        onClose={onClose}
      >
        {t('take-back.text')}
      </ConfirmDialog>
    );
  }
  return (
    <PartForm
      {...{ assessmentId, document, requestDueOn, onClose }}
      {...(theme === undefined ? {} : { theme })}
      {...(open.kind === 'change' ? { delegation: open.part } : {})}
      onDone={(email) => {
        onClose();
        onSaid(open.kind === 'change' ? t('changed') : t('sent', { email }));
      }}
    />
  );
}
