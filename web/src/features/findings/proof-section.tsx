import { evidenceKindLabel } from '@probant/shared/evidence/kinds';
import type { FindingSide } from '@probant/shared/findings/finding';
import type { ReactNode } from 'react';

import { formatBytes, formatDay } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { findingTexts } from './findings.texts.js';
import { pieceAddress, type AnyFile } from './use-findings.js';

interface ProofSectionProps {
  readonly file: AnyFile;
  readonly side: FindingSide;
  readonly children?: ReactNode;
}

/** What the supplier shows as proof; either side opens it. */
export function ProofSection({ file, side, children }: ProofSectionProps): ReactNode {
  const { t, language } = useTranslation(findingTexts);
  return (
    <section className="pb-section" aria-labelledby="finding-proof">
      <h2 id="finding-proof">{t('proof')}</h2>
      {file.pieces.length === 0 ? (
        <p className="pb-soft">{t(side === 'buyer' ? 'proof.none' : 'proof.none.supplier')}</p>
      ) : (
        <ul className="pb-finding-pieces">
          {file.pieces.map((piece) => (
            <li key={piece.evidenceId}>
              <a
                href={pieceAddress(side, file.id, piece.evidenceId)}
                target="_blank"
                rel="noreferrer"
                aria-label={t('proof.download', { name: piece.name })}
              >
                {piece.name}
              </a>
              <p className="pb-xs pb-muted">
                {[
                  t('proof.facts', {
                    kind: evidenceKindLabel(piece.kind)[language],
                    size: formatBytes(piece.bytes, language),
                  }),
                  ...(piece.datedOn === null
                    ? []
                    : [t('proof.dated', { on: formatDay(piece.datedOn, language) })]),
                  t('proof.attached', { name: piece.attachedBy }),
                  t(piece.scanPartial ? 'proof.scanned.partly' : 'proof.scanned'),
                ].join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      )}
      {children}
    </section>
  );
}
