import { IconChevronDown, IconMenu2 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link, matchPath, NavLink, useLocation } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Disclosure } from './disclosure.js';
import type { NavigationItem } from './navigation.js';
import { shellTexts } from './shell.texts.js';
import { useFitting } from './use-fitting.js';

/** The screens of one side: side by side as far as there is room, the others behind a button. */
export function TopNavigation({ items }: { readonly items: readonly NavigationItem[] }): ReactNode {
  const { t } = useTranslation(shellTexts);
  const { row, fitting } = useFitting(items.length);
  const more = items.slice(fitting);
  if (items.length === 0) return <span className="pb-grow" />;
  return (
    <div className="pb-grow pb-nav-room">
      <nav className="pb-nav" aria-label={t('nav.main')} ref={row}>
        {items.map((item, index) => (
          <Entry key={item.path} item={item} className={index < fitting ? '' : 'pb-nav-below'} />
        ))}
      </nav>
      {more.length === 0 ? null : (
        <Disclosure
          className="pb-nav-more"
          label={t('nav.more.label')}
          buttonClassName="pb-nav-more-button"
          button={
            <>
              {t('nav.more')}
              <IconChevronDown size={14} aria-hidden />
            </>
          }
        >
          {(close) => (
            <nav aria-label={t('nav.others')}>
              {more.map((item) => (
                <Entry key={item.path} item={item} className="pb-panel-link" onClick={close} />
              ))}
            </nav>
          )}
        </Disclosure>
      )}
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
    </div>
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
