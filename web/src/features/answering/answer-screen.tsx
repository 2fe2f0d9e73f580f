import './answering.css';

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';

import { formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useKeepingTrouble } from '../../platform/kept/keeping.js';
import { useCan } from '../../platform/session/allowed.js';
import { useSignedIn } from '../../platform/session/session.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { PageSkeleton } from '../../ui/feedback/skeletons.js';
import { useDocumentTitle } from '../../platform/document-title.js';
import { Main } from '../../ui/shell/page.js';
import { SupplierShell } from '../../ui/shell/supplier-shell.js';
import { AnswerDesk } from './answer-desk.js';
import { answeringTexts } from './answering.texts.js';
import { SaveAnnouncer, SaveStatusLine } from './save-status.js';
import { openDesk } from './desk.js';
import { useOwner } from './use-desk.js';
import { statusOf, takesAnswers, useAnswering } from './use-answering.js';
import { useCorrected } from './use-changes.js';
import { useSheet, type Sheet } from './use-sheet.js';

/** Where a supplier answers: the themes, the open question, and what is saved. */
export function AnswerScreen(): ReactNode {
  const { assessmentId = '' } = useParams();
  const session = useSignedIn();
  const sheet = useSheet(assessmentId);
  const owner = useOwner(assessmentId);
  // Read while the sheet is on its way.
  void openDesk(owner);
  // What was read once stays on the screen, whatever a later reading answers.
  if (sheet.data !== undefined) return <Desk key={assessmentId} sheet={sheet.data} />;
  return (
    <SupplierShell session={session}>
      <Main>
        {sheet.isPending ? (
          <PageSkeleton />
        ) : (
          <div className="pb-page">
            <ProblemNotice error={sheet.error} onRetry={sheet.refetch} />
          </div>
        )}
      </Main>
    </SupplierShell>
  );
}

/** What the browser refuses to keep is said before it is lost. */
function KeepingNotice(): ReactNode {
  const { t } = useTranslation(answeringTexts);
  const trouble = useKeepingTrouble();
  if (trouble === null) return null;
  return (
    <p className="pb-ans-unkept" role="alert">
      {t(`keeping.${trouble}`)}
    </p>
  );
}

function Desk({ sheet: sent }: { readonly sheet: Sheet }): ReactNode {
  const sheet = useCorrected(sent);
  const { t, language } = useTranslation(answeringTexts);
  const session = useSignedIn();
  const answering = useAnswering(sheet);
  const canSubmit = useCan('submissions:create');
  const { document, state } = sheet;
  const status = statusOf(answering);
  const open = takesAnswers(answering);
  useDocumentTitle(state.title);
  const subtitle = (
    <>
      {t('asked-by', { buyer: state.buyerName })}
      <span className="pb-desktop">
        {' · '}
        {t('asked-version', { code: document.code, version: document.version })}
        {' · '}
        {t('due-on', { day: formatDay(state.dueOn, language) })}
      </span>
    </>
  );
  return (
    <SupplierShell
      session={session}
      heading={{ title: state.title, subtitle }}
      aside={
        <>
          <span className="pb-ans-wide">
            <SaveStatusLine status={status} />
          </span>
          {open ? (
            <Button
              component={Link}
              to={`/requests/${state.assessmentId}/workbook`}
              className="pb-desktop"
              size="md"
              variant="default"
            >
              {t('workbook')}
            </Button>
          ) : null}
          <Button
            component={Link}
            to={`/requests/${state.assessmentId}/${open ? 'review' : 'receipt'}`}
            className="pb-desktop"
            size="md"
          >
            {!open ? t('closed.receipt') : canSubmit ? t('review') : t('review.read')}
          </Button>
        </>
      }
    >
      <SaveAnnouncer status={status} />
      <KeepingNotice />
      <AnswerDesk answering={answering} status={status} />
    </SupplierShell>
  );
}
