import './shell.css';

import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useDocumentTitle } from '../../platform/document-title.js';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { uiTexts } from '../ui.texts.js';
import { contentId } from './skip-link.js';

interface PageHeaderProps {
  readonly title: string;
  /** Small print beside the title: whose, which version, as of when. */
  readonly subtitle?: ReactNode;
  readonly breadcrumbs?: readonly { readonly title: string; readonly path: string }[];
  readonly tags?: ReactNode;
  /** Buttons; the one that matters last and filled. */
  readonly actions?: ReactNode;
}

/** The band under the top bar: where we are, what it is, what can be done. Names the browser's tab as well. */
export function PageHeader({ title, subtitle, breadcrumbs = [], tags, actions }: PageHeaderProps): ReactNode {
  const { t } = useTranslation(uiTexts);
  useDocumentTitle(title);
  return (
    <div className="pb-pagehead">
      <div className="pb-pagehead-titles">
        {breadcrumbs.length > 0 ? (
          <nav className="pb-crumbs" aria-label={t('breadcrumb.label')}>
            <ol>
              {breadcrumbs.map((crumb) => (
                <li key={crumb.path}>
                  <Link to={crumb.path}>{crumb.title}</Link>
                </li>
              ))}
            </ol>
          </nav>
        ) : null}
        <h1>{title}</h1>
        {subtitle ? <span className="pb-sm pb-muted">{subtitle}</span> : null}
        {tags ? <span className="pb-row pb-wrap">{tags}</span> : null}
      </div>
      {actions ? <div className="pb-row pb-wrap pb-no-print">{actions}</div> : null}
    </div>
  );
}

/** What the skip link leads to; one on every screen, around everything but the frame. */
export function Main({
  children,
  className = '',
}: {
  readonly children: ReactNode;
  readonly className?: string;
}): ReactNode {
  return (
    <main id={contentId} tabIndex={-1} className={`pb-main ${className}`}>
      {children}
    </main>
  );
}
