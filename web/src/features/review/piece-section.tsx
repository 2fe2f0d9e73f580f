import { Button, Checkbox, Textarea } from '@mantine/core';
import { evidenceKindLabel } from '@probant/shared/evidence/kinds';
import { maxLengths } from '@probant/shared/limits';
import type { Question } from '@probant/shared/questionnaires/document';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useApiForm } from '../../ui/input/api-form.js';
import { uiTexts } from '../../ui/ui.texts.js';
import { keptRejection } from './kept-names.js';
import { LevelList } from './level-list.js';
import { PieceFacts } from './piece-facts.js';
import { PieceViewer } from './piece-viewer.js';
import { QuietForm } from './quiet-form.js';
import type { PieceHere, Review } from './review-model.js';
import { judgingTexts } from './judging.texts.js';
import type { Judging } from './use-judging.js';

interface PieceSectionProps {
  readonly review: Review;
  readonly question: Question;
  readonly pieces: readonly PieceHere[];
  readonly judging: Judging;
  readonly canWrite: boolean;
}

/** The pieces beside an answer: one is looked at, and its strength is chosen next to it. */
export function PieceSection(props: PieceSectionProps): ReactNode {
  const { review, question, pieces, judging, canWrite } = props;
  const { t, language } = useTranslation(judgingTexts);
  const { current } = judging;
  const [submission] = review.submissions;
  if (current === undefined || submission === undefined) {
    const kinds = question.evidence.kinds.map((kind) => evidenceKindLabel(kind)[language]).join(', ');
    return (
      <section className="pb-examine-part" aria-labelledby="examine-pieces">
        <h3 className="pb-label" id="examine-pieces">
          {t('pieces')}
        </h3>
        <p className="pb-sm pb-muted">
          {t('pieces.none')} {kinds === '' ? '' : t('pieces.expected', { kinds })}
        </p>
      </section>
    );
  }
  return (
    <section className="pb-examine-part" aria-label={t('pieces')}>
      {pieces.length > 1 ? <PieceTabs pieces={pieces} judging={judging} current={current} /> : null}
      <div className="pb-examine-evidence">
        <PieceViewer key={current.piece.evidenceId} submissionId={submission.id} piece={current.piece} />
        <div className="pb-examine-strength">
          <LevelList
            review={review}
            question={question}
            current={current}
            judging={judging}
            canWrite={canWrite}
          />
          <PieceFacts review={review} current={current} />
          {canWrite && current.here.verdict !== 'unexamined' ? (
            <Button size="xs" loading={judging.pending} onClick={judging.withdraw}>
              {t('piece.withdraw')}
            </Button>
          ) : null}
        </div>
      </div>
      {judging.rejecting ? (
        <RejectForm
          key={current.piece.evidenceId}
          review={review}
          question={question}
          current={current}
          judging={judging}
          closed={canWrite ? undefined : t('kept.review')}
        />
      ) : null}
    </section>
  );
}

function PieceTabs({
  pieces,
  judging,
  current,
}: {
  readonly pieces: readonly PieceHere[];
  readonly judging: Judging;
  readonly current: PieceHere;
}): ReactNode {
  const { t } = useTranslation(judgingTexts);
  return (
    <div className="pb-examine-tablist" role="group" aria-label={t('pieces')}>
      {pieces.map(({ piece, here }) => (
        <button
          key={piece.evidenceId}
          type="button"
          aria-pressed={piece.evidenceId === current.piece.evidenceId}
          onClick={() => {
            judging.choose(piece.evidenceId);
          }}
        >
          <span className="pb-ellipsis">{piece.name}</span>
          <span className={here.verdict === 'unexamined' ? 'pb-tag pb-tag-amber' : 'pb-tag'}>
            {t(`piece.state.${here.verdict}`, { level: here.level ?? '' })}
          </span>
        </button>
      ))}
    </div>
  );
}

interface RejectFormProps {
  readonly review: Review;
  readonly question: Question;
  readonly current: PieceHere;
  readonly judging: Judging;
  readonly closed: string | undefined;
}

function RejectForm({ review, question, current, judging, closed }: RejectFormProps): ReactNode {
  const { t } = useTranslation(judgingTexts);
  const { t: ui } = useTranslation(uiTexts);
  const others = current.piece.questions.length - 1;
  const state = useApiForm({
    keptAs: keptRejection(review, question.id, current.piece.evidenceId),
    defaultValues: { note: '', everywhere: false },
    send: ({ note, everywhere }) => judging.reject(note, everywhere),
  });
  return (
    <QuietForm
      state={state}
      closed={closed}
      submitLabel={t('piece.reject')}
      aside={
        <Button
          size="xs"
          variant="transparent"
          onClick={() => {
            state.kept.forget();
            judging.stopReject();
          }}
        >
          {ui('cancel')}
        </Button>
      }
    >
      <Textarea
        label={t('piece.reject.reason')}
        description={t('claim.reason.help')}
        autosize
        minRows={2}
        autoFocus
        maxLength={maxLengths.longText}
        {...state.field('note', { required: t('reason.required') })}
      />
      {others > 0 ? (
        <Checkbox label={t('piece.everywhere', { count: others })} {...state.form.register('everywhere')} />
      ) : null}
    </QuietForm>
  );
}
