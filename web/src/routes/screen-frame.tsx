import { addresses } from '@probant/shared/addresses';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react';
import { Navigate, NavigationType, useLocation, useNavigationType } from 'react-router';

import { ErrorBoundary } from '../platform/error-boundary.js';
import { useDocumentTitle } from '../platform/document-title.js';
import { useTranslation } from '../platform/i18n/use-translation.js';
import { keepPage } from '../platform/keep-page.js';
import { readWaiting } from '../platform/kept/waiting.js';
import { type Session, useSession } from '../platform/session/session.js';
import { useSessionEnded } from '../platform/session/session-end.js';
import { BrokenScreen } from '../ui/feedback/broken-screen.js';
import { ProblemNotice } from '../ui/feedback/problem-notice.js';
import { FrameSkeleton, PageSkeleton } from '../ui/feedback/skeletons.js';
import { type NavigationItem, PlacesContext } from '../ui/shell/navigation.js';
import { focusContent } from './focus-content.js';
import { navigationOf, opensTo, placesOf } from './navigation.js';
import { NoAccessScreen } from './no-access-screen.js';
import { routeTexts } from './route.texts.js';
import type { Screen } from './screen.js';

const BuyerShell = lazy(async () => ({ default: (await import('../ui/shell/buyer-shell.js')).BuyerShell }));
const SupplierShell = lazy(async () => ({
  default: (await import('../ui/shell/supplier-shell.js')).SupplierShell,
}));
const SessionAgain = lazy(async () => ({ default: (await import('./session-again.js')).SessionAgain }));
const BareShell = lazy(async () => ({ default: (await import('../ui/shell/bare-shell.js')).BareShell }));

interface ScreenFrameProps {
  /** `null` for the page that does not exist. */
  readonly screen: Screen | null;
  readonly children: ReactNode;
}

/** Lets in or sends to sign in, puts the frame of the right side around the screen, and keeps that frame when it breaks. */
export function ScreenFrame({ screen, children }: ScreenFrameProps): ReactNode {
  const { t } = useTranslation(routeTexts);
  const location = useLocation();
  const session = useSession();
  const ended = useSessionEnded();
  useDocumentTitle(t(screen?.title ?? 'not-found'));
  useFocusOnArrival(location.pathname);
  useSupplierKeeping(session.data ?? null);

  const isPublic = screen === null || screen.access === 'public';
  if (!isPublic && session.isPending) return <FrameSkeleton />;
  if (!isPublic && !session.data && session.isError) {
    return <ProblemNotice error={session.error} onRetry={session.refetch} />;
  }
  if (!isPublic && !session.data) {
    // Who comes by a link has no password to give: their tab may still hold the link.
    if (screen.access === 'link') return <Navigate to={addresses.request} replace />;
    if (screen.access === 'part') return <Navigate to={addresses.part} replace />;
    return <Navigate to="/sign-in" replace state={{ from: location.pathname + location.search }} />;
  }
  // A member who signed in over the page of a link: it is nothing of theirs, and no refusal either.
  if (screen?.access === 'link' && session.data?.link === null) return <Navigate to="/" replace />;
  if (screen?.access === 'part' && session.data?.part === null) return <Navigate to="/" replace />;
  const allowed = screen === null || !session.data || opensTo(screen, session.data);
  const content = (
    <ErrorBoundary
      resetKey={location.pathname}
      fallback={(error, retry) => <BrokenScreen error={error} onRetry={retry} />}
    >
      <Suspense fallback={<PageSkeleton />}>
        {allowed ? children : <NoAccessScreen session={session.data ?? null} screen={screen} />}
      </Suspense>
    </ErrorBoundary>
  );
  const again =
    ended && !isPublic ? (
      <Suspense>
        <SessionAgain />
      </Suspense>
    ) : null;
  const framed =
    screen?.frame === 'own' && allowed ? (
      content
    ) : (
      <Suspense fallback={<FrameSkeleton />}>
        <Frame session={isPublic && screen !== null ? null : (session.data ?? null)}>{content}</Frame>
      </Suspense>
    );
  return (
    <PlacesContext value={session.data ? placesOf(session.data, t) : noPlaces}>
      <div className={again === null ? 'pb-unveiled' : 'pb-veiled'} inert={again !== null}>
        {framed}
      </div>
      {again}
    </PlacesContext>
  );
}

const noPlaces: readonly NavigationItem[] = [];

function Frame({
  session,
  children,
}: {
  readonly session: Session | null;
  readonly children: ReactNode;
}): ReactNode {
  const { t } = useTranslation(routeTexts);
  if (!session?.organisation) return <BareShell>{children}</BareShell>;
  const items = navigationOf(session, t);
  const Shell = session.organisation.kind === 'buyer' ? BuyerShell : SupplierShell;
  return (
    <Shell session={session} items={items}>
      {children}
    </Shell>
  );
}

/** Who answers requests goes on without a network: the page is kept, and what waits of an earlier visit leaves. */
function useSupplierKeeping(session: Session | null): void {
  const client = useQueryClient();
  const who = session?.organisation?.kind === 'supplier' ? session : null;
  const name = who === null ? '' : `${who.account.id}/${who.organisation?.id ?? ''}`;
  const latest = useRef(who);
  useEffect(() => {
    latest.current = who;
  });
  useEffect(() => {
    if (name === '') return undefined;
    // After the screen: neither of them is to hold it up.
    const timer = setTimeout(() => {
      keepPage();
      if (latest.current !== null) void resumeWaiting(client, latest.current);
    }, 1_000);
    return () => {
      clearTimeout(timer);
    };
  }, [client, name]);
}

async function resumeWaiting(client: QueryClient, session: Session): Promise<void> {
  try {
    const { owners } = await readWaiting(session.account.id);
    if (owners.length === 0) return;
    const { sendWaiting } = await import('../features/answering/send-waiting.js');
    await sendWaiting(client, session);
  } catch {
    // A browser that keeps nothing has nothing that waits.
  }
}

/** A new screen begins at its top with the focus on its content; the back button leaves both to the browser. */
function useFocusOnArrival(pathname: string): void {
  const navigation = useNavigationType();
  const last = useRef<string | null>(lastPathname);
  useEffect(() => {
    const arrived = last.current !== null && last.current !== pathname && navigation !== NavigationType.Pop;
    last.current = pathname;
    lastPathname = pathname;
    if (!arrived) return undefined;
    window.scrollTo(0, 0);
    return focusContent();
  }, [pathname, navigation]);
}

/** Each route mounts its own frame, so the previous address outlives them here. */
let lastPathname: string | null = null;
