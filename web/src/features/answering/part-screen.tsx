import './answering.css';

import type { ReactNode } from 'react';

import { useDocumentTitle } from '../../platform/document-title.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useSignedIn } from '../../platform/session/session.js';
import { EmptyState } from '../../ui/feedback/empty-state.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { PageSkeleton } from '../../ui/feedback/skeletons.js';
import { Main } from '../../ui/shell/page.js';
import { SupplierShell } from '../../ui/shell/supplier-shell.js';
import { AnswerDesk } from './answer-desk.js';
import { partTexts } from './part.texts.js';
import { SaveAnnouncer, SaveStatusLine } from './save-status.js';
import { statusOf, useAnswering } from './use-answering.js';
import { useSheet, type Sheet } from './use-sheet.js';

/** Where a colleague answers the part that they were handed, and nothing else. */
export function PartScreen(): ReactNode {
  const { t } = useTranslation(partTexts);
  const session = useSignedIn();
  const assessmentId = session.part?.assessmentId ?? '';
  const sheet = useSheet(assessmentId);
  if (sheet.data !== undefined && sheet.data.document.themes.length > 0) {
    return <PartDesk key={assessmentId} sheet={sheet.data} />;
  }
  return (
    <SupplierShell session={session}>
      <Main>
        {sheet.isPending ? (
          <PageSkeleton />
        ) : (
          <div className="pb-page">
            {sheet.isError ? (
              <ProblemNotice error={sheet.error} onRetry={sheet.refetch} />
            ) : (
              <EmptyState title={t('nothing')}>{t('nothing.hint')}</EmptyState>
            )}
          </div>
        )}
      </Main>
    </SupplierShell>
  );
}

function PartDesk({ sheet }: { readonly sheet: Sheet }): ReactNode {
  const { t } = useTranslation(partTexts);
  const session = useSignedIn();
  const answering = useAnswering(sheet);
  const status = statusOf(answering);
  useDocumentTitle(sheet.state.title);
  return (
    <SupplierShell
      session={session}
      heading={{
        title: sheet.state.title,
        subtitle: t('asked-by', { buyer: sheet.state.buyerName }),
      }}
      aside={
        <span className="pb-ans-wide">
          <SaveStatusLine status={status} />
        </span>
      }
    >
      <SaveAnnouncer status={status} />
      <AnswerDesk answering={answering} status={status} />
    </SupplierShell>
  );
}
