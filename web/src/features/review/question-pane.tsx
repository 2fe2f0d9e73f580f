import { type ReactNode, useRef, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useCan } from '../../platform/session/allowed.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { useHasKept } from '../../ui/input/kept-values.js';
import { findQuestion } from '../../ui/score/trace-lines.js';
import { AnswerBlock } from './answer-block.js';
import { ClaimSection } from './claim-section.js';
import { FindingSection } from './finding-section.js';
import { judgingTexts } from './judging.texts.js';
import { keptClaim } from './kept-names.js';
import { KeyBar } from './key-bar.js';
import { NoteField } from './note-field.js';
import { OverrideSection } from './override-section.js';
import { PieceSection } from './piece-section.js';
import { QuestionHead } from './question-head.js';
import { RegisterProofs } from './register-proofs.js';
import {
  findAnswer,
  nextToSee,
  piecesOf,
  questionReviewOf,
  type Review,
  type ReviewedTheme,
} from './review-model.js';
import { reviewTexts } from './review.texts.js';
import { isOpen } from './theme-pane.js';
import { ThreadSection } from './thread-section.js';
import { useJudging } from './use-judging.js';
import { usePaneKeys } from './use-pane-keys.js';

export interface QuestionPaneProps {
  readonly review: Review;
  readonly theme: ReviewedTheme;
  readonly questionId: string;
  readonly walk: readonly string[];
  readonly onQuestion: (questionId: string) => void;
}

/** One question with everything said and shown about it, and what the reviewer makes of it. */
export function QuestionPane({ review, theme, questionId, walk, onQuestion }: QuestionPaneProps): ReactNode {
  const { t } = useTranslation(reviewTexts);
  const { t: tJudging } = useTranslation(judgingTexts);
  const question = findQuestion(review.document, questionId);
  const kept = questionReviewOf(review, questionId);
  const canWrite = useCan('reviews:write') && isOpen(review);
  const hasKept = useHasKept();
  const [claim, setClaim] = useState<'accepted' | 'refused' | null>(
    () =>
      (['accepted', 'refused'] as const).find((one) => hasKept(keptClaim(review, questionId, one))) ?? null,
  );
  const thread = useRef<HTMLTextAreaElement>(null);
  const finding = useRef<HTMLElement>(null);
  const pane = useRef<HTMLElement>(null);
  const judging = useJudging(review, questionId);
  const paneKeys = usePaneKeys(pane, review.assessmentId);
  if (question === undefined || kept === undefined) return <div />;
  const pieces = piecesOf(review, questionId);
  const isClaim = findAnswer(review, questionId)?.state === 'na';
  const claimOpen = isClaim && kept.notApplicable?.stands !== true;
  const next = nextToSee(review, walk, questionId);
  const place = walk.indexOf(questionId);

  const hasFinding = review.findings.some((one) => one.questionId === questionId);
  const { current, level } = judging;
  const acceptLabel =
    claimOpen || (current !== undefined && level === null)
      ? t('key.accept')
      : current !== undefined
        ? t('key.accept.level', { level: level ?? '' })
        : kept.seen
          ? null
          : t('key.see');

  const accept = (): void => {
    if (claimOpen) setClaim('accepted');
    else if (acceptLabel === null) judging.tell(tJudging('seen-already'));
    else judging.accept();
  };
  const reject = (): void => {
    if (isClaim && pieces.length === 0) setClaim('refused');
    else judging.startReject();
  };
  return (
    <section ref={pane} className="pb-examine-middle" aria-label={t('panes.question')}>
      <div className="pb-examine-scroll">
        <QuestionHead
          review={review}
          theme={theme}
          question={question}
          previous={walk[place - 1]}
          next={walk[place + 1]}
          onQuestion={onQuestion}
        />
        <AnswerBlock review={review} question={question} onQuestion={onQuestion} />
        {isClaim ? (
          <ClaimSection
            review={review}
            kept={kept}
            canWrite={canWrite}
            open={claim}
            onOpen={setClaim}
            onDone={judging.sayClaim}
          />
        ) : null}
        {judging.error ? <ProblemNotice error={judging.error} /> : null}
        <PieceSection
          review={review}
          question={question}
          pieces={pieces}
          judging={judging}
          canWrite={canWrite}
        />
        <RegisterProofs review={review} question={question} canWrite={canWrite} />
        <OverrideSection review={review} question={question} kept={kept} />
        <NoteField review={review} kept={kept} canWrite={canWrite} />
        <FindingSection review={review} questionId={questionId} sectionRef={finding} />
        <ThreadSection review={review} questionId={questionId} fieldRef={thread} />
      </div>
      <KeyBar
        canWrite={canWrite}
        acceptLabel={acceptLabel}
        canReject={isClaim || (current !== undefined && current.here.verdict !== 'rejected')}
        hasFinding={hasFinding}
        said={judging.said}
        pending={judging.pending}
        next={next}
        onAccept={accept}
        onReject={reject}
        onAsk={() => {
          thread.current?.scrollIntoView({ block: 'center' });
          thread.current?.focus();
        }}
        onFinding={() => {
          if (!hasFinding) judging.tell(tJudging('no-finding'));
          finding.current?.scrollIntoView({ block: 'center' });
          finding.current?.focus();
        }}
        onLevel={judging.chooseLevel}
        {...paneKeys}
        onNext={() => {
          if (next !== undefined) onQuestion(next);
        }}
        onPrevious={() => {
          const before = walk[place - 1];
          if (before !== undefined) onQuestion(before);
        }}
      />
    </section>
  );
}
