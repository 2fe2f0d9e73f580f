import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { draftTexts } from './draft.texts.js';
import type { NoticePiece } from './use-notices.js';

interface PieceRowProps {
  readonly piece: NoticePiece;
  readonly address: string;
  readonly action?: ReactNode;
}

/** One file: its date, what it is worth, who added it, its hash. */
export function PieceRow({ piece, address, action }: PieceRowProps): ReactNode {
  const { t, language } = useTranslation(draftTexts);
  const { name, role, level, grading, gradingReason, datedOn, byName, sha256, scanPartial } = piece;
  const graded = role === 'cure' ? (grading === 0 ? t('grade.none') : (level ?? t('grade.refused'))) : level;
  return (
    <li className="pb-notice-piece">
      <div className="pb-grow">
        <p className="pb-row pb-wrap">
          <span className="pb-medium">{name}</span>
          {graded === null ? null : (
            <span className={role === 'cure' && level === null ? 'pb-tag pb-tag-amber' : 'pb-tag'}>
              {graded}
            </span>
          )}
          <span className="pb-tag">{datedOn === null ? t('undated') : formatDay(datedOn, language)}</span>
          {scanPartial ? <span className="pb-tag">{t('piece.partial')}</span> : null}
        </p>
        {gradingReason === '' ? null : <p className="pb-sm pb-notice-note">{gradingReason}</p>}
        <p className="pb-xs pb-muted pb-notice-hash">
          {t('piece.by', { name: byName })} · <span className="pb-mono">{sha256.slice(0, 16)}…</span>
        </p>
      </div>
      {action}
      <a className="pb-icon-button" href={address} download>
        <IconDownload size={16} aria-hidden />
        <span className="pb-hidden">{t('piece.download', { name })}</span>
      </a>
    </li>
  );
}
