import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';

import { shownElsewhere } from '../../platform/api/use-act.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { pieceTexts } from './pieces.texts.js';
import type { PieceActs } from './use-pieces.js';
import type { SheetPiece } from './use-sheet.js';

interface RemovedPieceProps {
  readonly piece: SheetPiece;
  readonly onUndo: (piece: SheetPiece) => void;
}

/** In place of a piece that was just taken away: the way back, with the focus on it. */
export function RemovedPiece({ piece, onUndo }: RemovedPieceProps): ReactNode {
  const { t } = useTranslation(pieceTexts);
  const { name } = piece;
  return (
    <li className="pb-ans-piece">
      <p className="pb-sm pb-soft pb-grow" role="status">
        {t('unlinked', { name })}
      </p>
      <Button
        size="xs"
        autoFocus
        leftSection={<IconArrowBackUp size={14} aria-hidden />}
        onClick={() => {
          onUndo(piece);
        }}
      >
        {t('undo')}
        <span className="pb-hidden"> {t('undo.unlink', { name })}</span>
      </Button>
    </li>
  );
}

/** Taking a piece away from a question, and putting it back. */
export function useRemoval(questionId: string, { link, unlink }: PieceActs) {
  const [removed, setRemoved] = useState<readonly SheetPiece[]>([]);
  const others = (piece: SheetPiece) => (before: readonly SheetPiece[]) =>
    before.filter(({ evidenceId }) => evidenceId !== piece.evidenceId);
  return {
    removed,
    remove: (piece: SheetPiece): void => {
      unlink.mutateAsync({ evidenceId: piece.evidenceId, questionId }).then(() => {
        setRemoved((before) => [...others(piece)(before), piece]);
      }, shownElsewhere);
    },
    undo: (piece: SheetPiece): void => {
      link.mutateAsync({ evidenceId: piece.evidenceId, questionId }).then(() => {
        setRemoved(others(piece));
        document.getElementById(`question-${questionId}`)?.focus({ preventScroll: true });
      }, shownElsewhere);
    },
  };
}
