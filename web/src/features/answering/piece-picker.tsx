import { Button } from '@mantine/core';
import { evidenceKindLabel } from '@probant/shared/evidence/kinds';
import type { ReactNode } from 'react';

import { formatBytes, formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { pieceTexts } from './pieces.texts.js';
import type { Piece } from './use-pieces.js';

interface PiecePickerProps {
  readonly pieces: readonly Piece[];
  readonly onChoose: (evidenceId: string) => void;
  readonly onClose: () => void;
}

/** A piece that the workspace has already, for one question more. */
export function PiecePicker({ pieces, onChoose, onClose }: PiecePickerProps): ReactNode {
  const { t, language } = useTranslation(pieceTexts);
  return (
    <Dialog size="lg" title={t('pick.title')} onClose={onClose}>
      {pieces.length === 0 ? <p className="pb-muted">{t('pick.none')}</p> : null}
      <ul className="pb-ans-piece-list">
        {pieces.map((piece) => (
          <li key={piece.id} className="pb-ans-piece">
            <div className="pb-grow">
              <p className="pb-medium pb-ellipsis">{piece.name}</p>
              <p className="pb-xs pb-muted">
                {evidenceKindLabel(piece.kind)[language]} · {formatBytes(piece.bytes, language)} ·{' '}
                {piece.datedOn === null
                  ? t('undated')
                  : t('dated-on', { day: formatDay(piece.datedOn, language) })}
              </p>
            </div>
            <Button
              size="xs"
              onClick={() => {
                onChoose(piece.id);
              }}
            >
              {t('pick.use')}
              <span className="pb-hidden"> {piece.name}</span>
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
