import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { shellTexts } from './shell.texts.js';

/** The mark, four lines of falling length, and the name; leads home. */
export function Brand({ wordOptional = false }: { readonly wordOptional?: boolean }): ReactNode {
  const { t } = useTranslation(shellTexts);
  return (
    <Link className="pb-brand" to="/" aria-label={t('home')}>
      <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" fill="currentColor">
        <rect x="2" y="2" width="16" height="2.4" />
        <rect x="2" y="6.5" width="12.6" height="2.4" />
        <rect x="2" y="11" width="8.4" height="2.4" />
        <rect x="2" y="15.5" width="4.2" height="2.4" />
      </svg>
      <span className={wordOptional ? 'pb-brand-word-optional' : ''}>Probant</span>
    </Link>
  );
}
