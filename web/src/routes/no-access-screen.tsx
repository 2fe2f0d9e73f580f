import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { useTranslation } from '../platform/i18n/use-translation.js';
import type { Session } from '../platform/session/session.js';
import { EmptyState } from '../ui/feedback/empty-state.js';
import { Main, PageHeader } from '../ui/shell/page.js';
import { frameTexts } from './frame.texts.js';
import { routeTexts } from './route.texts.js';
import type { Screen } from './screen.js';

interface NoAccessScreenProps {
  readonly session: Session | null;
  readonly screen: Screen | null;
}

/** Ours, but not for this role; or the other side's, for who belongs to several organisations. */
export function NoAccessScreen({ session, screen }: NoAccessScreenProps): ReactNode {
  const { t } = useTranslation(frameTexts);
  const { t: title } = useTranslation(routeTexts);
  const organisation = session?.organisation;
  if (session?.link) return <BeyondLink />;
  if (session?.part) return <BeyondPart />;
  const otherSide = screen?.access !== 'member' && organisation?.kind !== screen?.access;
  return (
    <Main>
      <PageHeader title={title('no-access')} />
      <div className="pb-page">
        <EmptyState
          title={
            otherSide ? t('no-access.side') : t('no-access.text', { organisation: organisation?.name ?? '' })
          }
          action={
            <Button component={Link} to="/" variant="filled">
              {t('back-home')}
            </Button>
          }
        />
      </div>
    </Main>
  );
}

/** A colleague's link reaches the questions that they were handed, and nothing else. */
function BeyondPart(): ReactNode {
  const { t } = useTranslation(frameTexts);
  const { t: title } = useTranslation(routeTexts);
  return (
    <Main>
      <PageHeader title={title('no-access')} />
      <div className="pb-page">
        <EmptyState
          title={t('no-access.part')}
          action={
            <Button component={Link} to="/part" variant="filled">
              {t('back-part')}
            </Button>
          }
        />
      </div>
    </Main>
  );
}

/** Nobody's refusal: a link reaches its request, and a password the rest. */
function BeyondLink(): ReactNode {
  const { t } = useTranslation(frameTexts);
  const { t: title } = useTranslation(routeTexts);
  return (
    <Main>
      <PageHeader title={title('no-access')} />
      <div className="pb-page">
        <EmptyState
          title={t('no-access.link')}
          action={
            <Button component={Link} to="/r/workspace" variant="filled">
              {title('whole-workspace')}
            </Button>
          }
        >
          <Link to="/">{t('back-home')}</Link>
        </EmptyState>
      </div>
    </Main>
  );
}
