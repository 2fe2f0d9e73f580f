import { IconMenu2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link, matchPath, NavLink, useLocation } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Disclosure } from './disclosure.js';
import type { NavigationItem } from './navigation.js';
import { shellTexts } from './shell.texts.js';

/** The screens of one side: side by side where there is room, behind a button where there is not. */
export function TopNavigation({ items }: { readonly items: readonly NavigationItem[] }): ReactNode {
  const { t } = useTranslation(shellTexts);
  if (items.length === 0) return null;
  return (
    <>
      <nav className="pb-nav" aria-label={t('nav.main')}>
        {items.map((item) => (
          <Entry key={item.path} item={item} />
        ))}
      </nav>
      <Disclosure
        className="pb-menu-button"
        label={t('nav.menu')}
        buttonClassName="pb-avatar pb-avatar-square"
        button={<IconMenu2 size={18} aria-hidden />}
      >
        {(close) => (
          <nav aria-label={t('nav.main')}>
            {items.map((item) => (
              <Entry key={item.path} item={item} className="pb-panel-link" onClick={close} />
            ))}
          </nav>
        )}
      </Disclosure>
    </>
  );
}

interface EntryProps {
  readonly item: NavigationItem;
  readonly className?: string;
  readonly onClick?: () => void;
}

function Entry({ item: { path, title, covers = [] }, ...rest }: EntryProps): ReactNode {
  const { pathname } = useLocation();
  if (covers.some((pattern) => matchPath(pattern, pathname) !== null)) {
    return (
      <Link to={path} aria-current="true" {...rest}>
        {title}
      </Link>
    );
  }
  return (
    <NavLink to={path} {...rest}>
      {title}
    </NavLink>
  );
}
