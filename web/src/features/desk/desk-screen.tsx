import './desk.css';

import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { ListSkeleton } from '../../ui/feedback/skeletons.js';
import { Main, PageHeader } from '../../ui/shell/page.js';
import { deskTexts } from './desk.texts.js';
import { ImprovementLists } from './improvement-lists.js';
import { KeptAnswers } from './kept-answers.js';
import { PendingFindings } from './pending-findings.js';
import { PieceList } from './piece-list.js';
import { ReceiptList } from './receipt-list.js';
import { RequestsToAnswer } from './requests-to-answer.js';
import { useDesk } from './use-desk.js';

/** Where a supplier begins: what is asked and until when, what would help, what lapses, what was sent. */
export function DeskScreen(): ReactNode {
  const { t } = useTranslation(deskTexts);
  const desk = useDesk();
  return (
    <Main>
      <PageHeader title={t('title')} />
      <div className="pb-page pb-desk">
        <div className="pb-desk-column">
          <RequestsToAnswer />
          {desk.isError ? <ProblemNotice error={desk.error} onRetry={desk.refetch} /> : null}
          {desk.isPending ? <ListSkeleton rows={6} /> : null}
          {desk.data === undefined ? null : <ImprovementLists lists={desk.data.improvements} />}
        </div>
        <div className="pb-desk-column">
          <PendingFindings />
          {desk.data === undefined ? null : (
            <>
              <KeptAnswers answers={desk.data.answers} />
              <PieceList pieces={desk.data.pieces} />
              <ReceiptList receipts={desk.data.receipts} />
            </>
          )}
        </div>
      </div>
    </Main>
  );
}
