import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Warning } from '../feedback/warning.js';
import { uiTexts } from '../ui.texts.js';

/** What is typed in a form can no longer be saved: why, and that it is still there. */
export function ClosedNotice({ children }: { readonly children: string }): ReactNode {
  const { t } = useTranslation(uiTexts);
  return <Warning more={<p className="pb-sm pb-soft">{t('form.kept')}</p>}>{children}</Warning>;
}
