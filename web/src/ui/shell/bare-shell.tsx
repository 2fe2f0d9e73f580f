import './shell.css';

import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useChooseLanguage } from '../../platform/session/choose-language.js';
import { LanguageSwitch } from '../input/language-switch.js';
import { Brand } from './brand.js';
import { shellTexts } from './shell.texts.js';
import { SkipLink } from './skip-link.js';

/** The frame for who is not signed in: the mark, the language, the legal line. */
export function BareShell({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation(shellTexts);
  return (
    <div className="pb-shell">
      <header className="pb-topbar pb-topbar-tall">
        <SkipLink />
        <Brand />
        <span className="pb-grow" />
        <LanguageSwitch onChoose={useChooseLanguage()} />
      </header>
      {children}
      <footer className="pb-bare-foot pb-legal">{t('legal')}</footer>
    </div>
  );
}
