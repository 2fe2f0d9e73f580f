import { evidenceKindLabel } from '@probant/shared/evidence/kinds';
import { findPieceFaults } from '@probant/shared/evidence/piece-faults';
import { IconShieldCheck, IconShieldHalf } from '@tabler/icons-react';
import { Fragment, type ReactNode } from 'react';

import { formatBytes, formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { shortenHash } from '../../ui/format/copy-button.js';
import { today } from '../../platform/today.js';
import { pieceTexts } from './pieces.texts.js';
import type { SheetPiece } from './use-sheet.js';

interface PieceFactsProps {
  readonly piece: SheetPiece;
  readonly maxAgeMonths: number | undefined;
}

/** Hash, kind, size and dates; what makes the piece prove little is amber. */
export function PieceFacts({ piece, maxAgeMonths }: PieceFactsProps): ReactNode {
  const { t, language } = useTranslation(pieceTexts);
  const { kind, bytes, datedOn, expiresOn, sha256 } = piece;
  const dates = { datedOn: datedOn ?? undefined, expiresOn: expiresOn ?? undefined };
  const faults = findPieceFaults({ kind, ...dates }, maxAgeMonths, today());
  const facts = [
    { text: evidenceKindLabel(kind)[language], doubtful: faults.includes('kind-not-stated') },
    { text: formatBytes(bytes, language) },
    datedOn === null
      ? { text: t('undated'), doubtful: true }
      : { text: t('dated-on', { day: formatDay(datedOn, language) }) },
    ...(expiresOn === null
      ? []
      : [
          {
            text: t('expires-on', { day: formatDay(expiresOn, language) }),
            doubtful: faults.includes('expired'),
          },
        ]),
    ...(faults.includes('too-old') ? [{ text: t('stale'), doubtful: true }] : []),
    ...(faults.includes('expired') ? [{ text: t('expired'), doubtful: true }] : []),
  ];
  return (
    <p className="pb-xs pb-muted">
      <span className="pb-mono" title={sha256}>
        sha256 {shortenHash(sha256)}
      </span>
      {facts.map(({ text, doubtful = false }) => (
        <Fragment key={text}>
          {' · '}
          {doubtful ? <span className="pb-amber">{text}</span> : text}
        </Fragment>
      ))}
    </p>
  );
}

export function ScanTag({ partial }: { readonly partial: boolean }): ReactNode {
  const { t } = useTranslation(pieceTexts);
  return partial ? (
    <span className="pb-tag" title={t('partial.hint')}>
      <IconShieldHalf size={14} aria-hidden />
      {t('partial')}
    </span>
  ) : (
    <span className="pb-tag pb-tag-ok">
      <IconShieldCheck size={14} aria-hidden />
      {t('clean')}
    </span>
  );
}
