import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { shellTexts } from './shell.texts.js';

/** Where the skip link and the change of screen put the focus. */
export const contentId = 'content';

/** First stop of the keyboard: past the navigation. */
export function SkipLink(): ReactNode {
  const { t } = useTranslation(shellTexts);
  return (
    <a
      className="pb-skip"
      href={`#${contentId}`}
      onClick={(event) => {
        // The address may carry a secret in its fragment and a list in its query: neither is touched.
        event.preventDefault();
        document.getElementById(contentId)?.focus();
      }}
    >
      {t('skip')}
    </a>
  );
}
