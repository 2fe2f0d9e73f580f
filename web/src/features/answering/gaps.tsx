import { IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { evidenceKindLabel } from '@probant/shared/evidence/kinds';
import { changesTexts } from './changes.texts.js';
import { GapList } from './gap-list.js';
import { messageName, pieceName } from './kept-fields.js';
import { isWaiting, statusOfQueue } from './queue-state.js';
import { reviewTexts } from './review.texts.js';
import { saveWords } from './save-words.js';
import type { Answering } from './use-answering.js';
import type { SheetPiece } from './use-sheet.js';

interface GapsProps {
  readonly answering: Answering;
}

/** What is missing: first what blocks, then what the buyer will see as a gap, then what was begun and does not leave. */
export function Gaps({ answering }: GapsProps): ReactNode {
  const { t, language } = useTranslation(reviewTexts);
  const { t: tc } = useTranslation(changesTexts);
  const { completion, state, toReconfirm } = answering;
  const { mustAnswer, unanswered, partial, piecesMissing, piecesDoubtful } = completion;
  const unsaved = [...state.entries].filter(([, entry]) => isWaiting(entry)).map(([id]) => id);
  const underWay = ofStage(answering, 'under-way');
  const blocked = mustAnswer.length + toReconfirm.length + unsaved.length + underWay.length > 0;
  const allowed = unanswered.length + partial.length + piecesMissing.length + piecesDoubtful.length;
  return (
    <>
      <section className="pb-review-gap">
        <h2>{t('blocks')}</h2>
        {blocked ? null : (
          <p className="pb-row">
            <IconCircleCheck size={18} className="pb-ok" aria-hidden />
            {t('blocks.none')}
          </p>
        )}
        <Blocking answering={answering} ids={unsaved}>
          {t('blocks.unsaved', { status: saveWords(statusOfQueue(state), language).words })}
        </Blocking>
        <Blocking answering={answering} ids={underWay}>
          {t('blocks.uploads')}
        </Blocking>
        <Blocking answering={answering} ids={toReconfirm}>
          {tc('blocks.text', { count: toReconfirm.length })}
        </Blocking>
        <Blocking answering={answering} ids={mustAnswer}>
          {t('blocks.text', { count: mustAnswer.length })}
        </Blocking>
      </section>
      {allowed === 0 && !blocked ? <p className="pb-section pb-soft">{t('complete')}</p> : null}
      <GapList
        answering={answering}
        title={t('partial')}
        text={t('partial.text', { count: partial.length })}
        gaps={partial.map(({ id, given, required }) => ({
          id,
          note: t('partial.rows', { count: given, total: required }),
        }))}
      />
      <GapList
        answering={answering}
        title={t('open')}
        text={t('open.text', { count: unanswered.length })}
        gaps={toGaps(unanswered)}
      />
      <GapList
        answering={answering}
        title={t('pieces')}
        text={t('pieces.text', { count: piecesMissing.length })}
        gaps={toGaps(piecesMissing)}
      />
      <GapList
        answering={answering}
        title={t('doubtful')}
        text={t('doubtful.text', { count: piecesDoubtful.length })}
        gaps={piecesDoubtful.map(({ questionId, pieceId, faults }) => {
          const piece = answering.sheet.state.pieces.find(({ evidenceId }) => evidenceId === pieceId);
          const words = faults.map((fault) => t(`fault.${fault}`)).join(', ');
          return { id: questionId, note: t('doubtful.piece', { name: nameOf(piece, language), words }) };
        })}
      />
      <Begun answering={answering} />
    </>
  );
}

interface BlockingProps {
  readonly answering: Answering;
  readonly ids: readonly string[];
  readonly children: ReactNode;
}

function Blocking({ answering, ids, children }: BlockingProps): ReactNode {
  return ids.length === 0 ? null : (
    <GapList answering={answering} text={children} gaps={toGaps(ids)} isBlocking />
  );
}

/** Typed or chosen, and not part of what leaves. */
function Begun({ answering }: GapsProps): ReactNode {
  const { t, language } = useTranslation(reviewTexts);
  const { sheet, typed } = answering;
  const { pieces } = sheet.state;
  const questions = sheet.document.themes.flatMap((theme) => theme.questions);
  const messages = questions.filter(({ id }) => typed.has(messageName(id)));
  const unsavedPieces = pieces.filter((piece) => !piece.submitted && typed.has(pieceName(piece.evidenceId)));
  const gaps = [
    ...ofStage(answering, 'failed').map((id) => ({ id, note: t('begun.upload') })),
    ...unsavedPieces.map((piece) => ({
      id: piece.questionId,
      note: t('begun.piece', { name: nameOf(piece, language) }),
    })),
    ...messages.map(({ id }) => ({ id, note: t('begun.message') })),
    ...(typed.has(messageName('')) ? [{ id: '', note: t('begun.message') }] : []),
  ];
  return (
    <GapList
      answering={answering}
      title={t('begun')}
      text={t('begun.text', { count: gaps.length })}
      gaps={gaps}
    />
  );
}

function ofStage({ uploads }: Answering, stage: 'under-way' | 'failed'): readonly string[] {
  return [...uploads].filter(([, one]) => one.stage === stage).map(([id]) => id);
}

function nameOf(piece: SheetPiece | undefined, language: 'fr' | 'en'): string {
  return piece?.name ?? evidenceKindLabel('autre')[language];
}

function toGaps(ids: readonly string[]): readonly { readonly id: string }[] {
  return ids.map((id) => ({ id }));
}
