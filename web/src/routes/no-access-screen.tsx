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
  const home = { path: '/', words: t('back-home') };
  if (session?.link)
    return (
      <Beyond title={t('no-access.link')} way={{ path: '/r/workspace', words: title('whole-workspace') }}>
        <Link to={home.path}>{home.words}</Link>
      </Beyond>
    );
  // A colleague's link reaches the questions that they were handed, and nothing else.
  if (session?.part)
    return <Beyond title={t('no-access.part')} way={{ path: '/part', words: t('back-part') }} />;
  const organisation = session?.organisation;
  const otherSide = screen?.access !== 'member' && organisation?.kind !== screen?.access;
  const refusal = t('no-access.text', { organisation: organisation?.name ?? '' });
  return <Beyond title={otherSide ? t('no-access.side') : refusal} way={home} />;
}

interface BeyondProps {
  readonly title: string;
  readonly way: { readonly path: string; readonly words: string };
  readonly children?: ReactNode;
}

function Beyond({ title, way, children }: BeyondProps): ReactNode {
  const { t } = useTranslation(routeTexts);
  return (
    <Main>
      <PageHeader title={t('no-access')} />
      <div className="pb-page">
        <EmptyState
          title={title}
          action={
            <Button component={Link} to={way.path} variant="filled">
              {way.words}
            </Button>
          }
        >
          {children}
        </EmptyState>
      </div>
    </Main>
  );
}
