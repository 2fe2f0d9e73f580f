import './shell.css';

import { IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import type { Session } from '../../platform/session/session.js';
import { searchKeys } from '../../platform/shortcuts.js';
import { AccountMenu } from './account-menu.js';
import { Brand } from './brand.js';
import { useGoAnywhere } from './go-anywhere.js';
import type { NavigationItem } from './navigation.js';
import { shellTexts } from './shell.texts.js';
import { ShortcutHelp } from './shortcut-help.js';
import { SkipLink } from './skip-link.js';
import { TopNavigation } from './top-navigation.js';

interface BuyerShellProps {
  readonly session: Session;
  readonly items: readonly NavigationItem[];
  readonly children: ReactNode;
}

/** The frame of every screen of a buyer organisation. */
export function BuyerShell({ session, items, children }: BuyerShellProps): ReactNode {
  const { t } = useTranslation(shellTexts);
  const { open, palette } = useGoAnywhere(session);
  return (
    <div className="pb-shell">
      <header className="pb-topbar">
        <SkipLink />
        <Brand />
        <TopNavigation items={items} />
        <button type="button" className="pb-omni" onClick={open}>
          <IconSearch size={16} aria-hidden />
          <span className="pb-grow pb-ellipsis pb-omni-words">{t('search.open')}</span>
          <kbd aria-hidden>{searchKeys}</kbd>
        </button>
        <AccountMenu session={session} />
      </header>
      {children}
      <ShortcutHelp />
      {palette}
    </div>
  );
}
