import { Button, Textarea } from '@mantine/core';
import { maxLengths } from '@probant/shared/limits';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ProblemNotice } from '../../ui/feedback/problem-notice.js';
import { useApiForm } from '../../ui/input/api-form.js';
import { uiTexts } from '../../ui/ui.texts.js';
import { keptClaim } from './kept-names.js';
import { QuietForm } from './quiet-form.js';
import type { QuestionReview, Review, ReviewState } from './review-model.js';
import { judgingTexts } from './judging.texts.js';
import { useReviewQuestion } from './use-review.js';

type Decision = 'accepted' | 'refused';

interface ClaimSectionProps {
  readonly review: Review;
  readonly kept: QuestionReview;
  readonly canWrite: boolean;
  /** The decision whose reason is being asked for. */
  readonly open: Decision | null;
  readonly onOpen: (decision: Decision | null) => void;
  readonly onDone: (state: ReviewState) => void;
}

/** The supplier says that the question does not apply: accepted or refused, both with a reason. */
export function ClaimSection({ review, kept, canWrite, open, onOpen, onDone }: ClaimSectionProps): ReactNode {
  const { t } = useTranslation(judgingTexts);
  const withdraw = useReviewQuestion(review.assessmentId);
  const claim = kept.notApplicable;
  return (
    <section className="pb-examine-part" aria-labelledby="examine-claim">
      <h3 className="pb-label" id="examine-claim">
        {t('claim')}
      </h3>
      {claim?.stands === true ? (
        <>
          <p>{t(`claim.${claim.decision}`)}</p>
          <p className="pb-soft pb-examine-words">{`«\u00A0${claim.reason}\u00A0»`}</p>
          {canWrite ? (
            <Button
              size="xs"
              loading={withdraw.isPending}
              onClick={() => {
                withdraw.mutate({ questionId: kept.questionId, notApplicable: null });
              }}
            >
              {t('claim.withdraw')}
            </Button>
          ) : null}
          {withdraw.isError ? <ProblemNotice error={withdraw.error} /> : null}
        </>
      ) : (
        <>
          <p className="pb-amber">{t(claim === null ? 'claim.undecided' : 'claim.changed')}</p>
          {canWrite && open === null ? (
            <div className="pb-row pb-wrap">
              {(['accepted', 'refused'] as const).map((decision) => (
                <Button
                  key={decision}
                  size="xs"
                  onClick={() => {
                    onOpen(decision);
                  }}
                >
                  {t(decision === 'accepted' ? 'claim.accept' : 'claim.refuse')}
                </Button>
              ))}
            </div>
          ) : null}
        </>
      )}
      {open !== null ? (
        <ClaimForm
          key={open}
          decision={open}
          review={review}
          questionId={kept.questionId}
          closed={canWrite ? undefined : t('kept.review')}
          onClose={() => {
            onOpen(null);
          }}
          onDone={onDone}
        />
      ) : null}
    </section>
  );
}

interface ClaimFormProps {
  readonly decision: Decision;
  readonly review: Review;
  readonly questionId: string;
  readonly closed: string | undefined;
  readonly onClose: () => void;
  readonly onDone: (state: ReviewState) => void;
}

function ClaimForm(props: ClaimFormProps): ReactNode {
  const { decision, review, questionId, closed, onClose, onDone } = props;
  const { t } = useTranslation(judgingTexts);
  const { t: ui } = useTranslation(uiTexts);
  const decide = useReviewQuestion(review.assessmentId);
  const state = useApiForm({
    keptAs: keptClaim(review, questionId, decision),
    defaultValues: { notApplicable: { reason: '' } },
    send: async ({ notApplicable }) => {
      onDone(
        await decide.mutateAsync({
          questionId,
          seen: true,
          notApplicable: { decision, reason: notApplicable.reason },
        }),
      );
      onClose();
    },
  });
  return (
    <QuietForm
      state={state}
      closed={closed}
      submitLabel={t(decision === 'accepted' ? 'claim.accept' : 'claim.refuse')}
      aside={
        <Button
          size="xs"
          variant="transparent"
          onClick={() => {
            state.kept.forget();
            onClose();
          }}
        >
          {ui('cancel')}
        </Button>
      }
    >
      <Textarea
        label={t('claim.reason')}
        description={t('claim.reason.help')}
        autosize
        minRows={2}
        autoFocus
        maxLength={maxLengths.longText}
        {...state.field('notApplicable.reason', { required: t('reason.required') })}
      />
    </QuietForm>
  );
}
