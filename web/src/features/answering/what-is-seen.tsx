import { IconEye, IconEyeOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { reviewTexts } from './review.texts.js';
import type { Answering } from './use-answering.js';

/** What leaves with the submission, and what stays. */
export function WhatIsSeen({ answering }: { readonly answering: Answering }): ReactNode {
  const { t } = useTranslation(reviewTexts);
  const { sheet, completion } = answering;
  const hidden = new Set(completion.hidden);
  const pieces = new Set(
    sheet.state.pieces
      .filter(({ questionId }) => !hidden.has(questionId))
      .map(({ evidenceId }) => evidenceId),
  );
  return (
    <section className="pb-review-seen">
      <div>
        <h2 className="pb-row">
          <IconEye size={18} aria-hidden />
          {t('sees', { buyer: sheet.state.buyerName })}
        </h2>
        <ul>
          <li>{t('sees.answers', { count: completion.answered + completion.partial.length })}</li>
          <li>{t('sees.pieces', { count: pieces.size })}</li>
          <li>{t('sees.stance')}</li>
          <li>{t('sees.authors')}</li>
          <li>{t('sees.receipt')}</li>
        </ul>
      </div>
      <div>
        <h2 className="pb-row">
          <IconEyeOff size={18} aria-hidden />
          {t('hides')}
        </h2>
        <ul>
          <li>{t('hides.drafts')}</li>
          <li>{t('hides.moot')}</li>
          <li>{t('hides.pieces')}</li>
          <li>{t('hides.buyers')}</li>
        </ul>
      </div>
    </section>
  );
}
