import './follow-up.css';

import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useSession } from '../../platform/session/session.js';
import { followUpParts, followUpTexts } from '../../ui/follow-up/follow-up-parts.js';
import { Main, PageHeader } from '../../ui/shell/page.js';

/** Where a supplier finds what follows its requests: each part with what it is for. */
export function FollowUpScreen(): ReactNode {
  const { t } = useTranslation(followUpTexts);
  const { data: session } = useSession();
  const open = followUpParts.filter(({ action }) => session?.permissions.includes(action));
  return (
    <Main>
      <PageHeader title={t('follow-up')} />
      <div className="pb-page">
        <ul className="pb-follow-up">
          {open.map(({ key, path }) => (
            <li key={key}>
              <Link to={path}>{t(key)}</Link>
              <p>{t(`about.${key}`)}</p>
            </li>
          ))}
        </ul>
      </div>
    </Main>
  );
}
