import type { SupplierQuestion } from '@probant/shared/questionnaires/supplier-questionnaire';
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { pieceTexts } from './pieces.texts.js';
import type { Piece, PieceActs } from './use-pieces.js';
import type { SheetPiece } from './use-sheet.js';

const PiecePicker = lazy(async () => ({ default: (await import('./piece-picker.js')).PiecePicker }));

interface ReusePieceProps {
  readonly question: SupplierQuestion;
  readonly acts: PieceActs;
  readonly pieces: readonly SheetPiece[];
  readonly workspace: readonly Piece[];
}

/** One of the workspace's other pieces, for this question as well. */
export function ReusePiece({ question, acts, pieces, workspace }: ReusePieceProps): ReactNode {
  const { t } = useTranslation(pieceTexts);
  const [picking, setPicking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const others = workspace.filter(
    ({ id, superseded }) => !superseded && !pieces.some(({ evidenceId }) => evidenceId === id),
  );
  const close = (): void => {
    setPicking(false);
    setTimeout(() => button.current?.focus());
  };
  return (
    <>
      {others.length === 0 ? null : (
        <button
          ref={button}
          type="button"
          className="pb-ans-link"
          onClick={() => {
            setPicking(true);
          }}
        >
          {t('reuse', { count: others.length })}
        </button>
      )}
      {picking ? (
        <Suspense>
          <PiecePicker
            pieces={others}
            onChoose={(evidenceId) => {
              close();
              acts.link.mutate({ evidenceId, questionId: question.id });
            }}
            onClose={close}
          />
        </Suspense>
      ) : null}
    </>
  );
}
