import { evidenceKindLabel } from '@probant/shared/evidence/kinds';
import type { ReactNode } from 'react';

import { formatBytes, formatDay, formatInstant, formatNumber } from '../../platform/i18n/format.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { CopyButton } from '../../ui/format/copy-button.js';
import type { PieceHere, Review } from './review-model.js';
import { judgingTexts } from './judging.texts.js';

/** What is known of a piece without opening it, and what was said of it. */
export function PieceFacts({
  review,
  current,
}: {
  readonly review: Review;
  readonly current: PieceHere;
}): ReactNode {
  const { t, language } = useTranslation(judgingTexts);
  const { piece, here } = current;
  const others = piece.questions.length - 1;
  return (
    <ul className="pb-examine-facts pb-xs pb-muted">
      {here.verdict === 'unexamined' ? null : (
        <li className="pb-soft">
          <span className={here.verdict === 'accepted' ? 'pb-tag pb-tag-ok' : 'pb-tag pb-tag-amber'}>
            {t(`piece.state.${here.verdict}`, { level: here.level ?? '' })}
          </span>{' '}
          {here.byName === null || here.at === null
            ? null
            : t('piece.judged', { name: here.byName, at: formatInstant(here.at, language) })}
          {here.note === '' ? null : ` · «\u00A0${here.note}\u00A0»`}
        </li>
      )}
      <li>
        {t('piece.kind', {
          kind: evidenceKindLabel(piece.kind)[language],
          size: formatBytes(piece.bytes, language),
        })}
      </li>
      <li>
        {piece.datedOn === null
          ? t('piece.undated')
          : t('piece.dated', { on: formatDay(piece.datedOn, language) })}
      </li>
      {piece.expiresOn === null ? null : (
        <li>{t('piece.expires', { on: formatDay(piece.expiresOn, language) })}</li>
      )}
      {here.freshness === 'stale' ? (
        <li className="pb-amber">
          {t('piece.stale', { phi: formatNumber(review.document.evidence.stalePhi, language, 2) })}
        </li>
      ) : null}
      <li>
        sha256 <CopyButton value={piece.sha256} />
      </li>
      <li>{t('piece.uploaded', { at: formatInstant(piece.uploadedAt, language) })}</li>
      <li>{t(piece.scanPartial ? 'piece.scanned.partly' : 'piece.scanned')}</li>
      {others > 0 ? <li>{t('piece.shared', { count: others })}</li> : null}
    </ul>
  );
}
