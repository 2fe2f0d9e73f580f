import './shell.css';

import type { ReactNode } from 'react';

import type { Session } from '../../platform/session/session.js';
import { AccountMenu } from './account-menu.js';
import { Brand } from './brand.js';
import { useGoAnywhere } from './go-anywhere.js';
import type { NavigationItem } from './navigation.js';
import { ShortcutHelp } from './shortcut-help.js';
import { SkipLink } from './skip-link.js';
import { TopNavigation } from './top-navigation.js';

interface SupplierShellProps {
  readonly session: Session;
  readonly items?: readonly NavigationItem[];
  /** While answering: what is asked, and by whom, in place of the navigation. */
  readonly heading?: { readonly title: string; readonly subtitle: ReactNode };
  /** While answering: the status line, then the button that leads to sending. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every screen of a supplier; answering fills its heading and leaves everything else out. */
export function SupplierShell({
  session,
  items = [],
  heading,
  aside,
  children,
}: SupplierShellProps): ReactNode {
  const { palette } = useGoAnywhere(session);
  return (
    <div className="pb-shell">
      <header className="pb-topbar pb-topbar-tall">
        <SkipLink />
        <Brand wordOptional={heading !== undefined} />
        {heading ? (
          <div className="pb-grow">
            <p className="pb-medium pb-ellipsis">{heading.title}</p>
            <p className="pb-xs pb-muted pb-ellipsis">{heading.subtitle}</p>
          </div>
        ) : (
          <TopNavigation items={items} />
        )}
        {aside}
        <AccountMenu session={session} />
      </header>
      {children}
      <ShortcutHelp />
      {palette}
    </div>
  );
}
