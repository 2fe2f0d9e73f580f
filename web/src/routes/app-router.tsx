import { lazy, type ReactNode } from 'react';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';

import { ProblemNotice } from '../ui/feedback/problem-notice.js';
import { FrameSkeleton } from '../ui/feedback/skeletons.js';
import { useSession } from '../platform/session/session.js';
import { homeOf } from './navigation.js';
import { NotFoundScreen } from './not-found-screen.js';
import { screens } from './routes.js';
import { ScreenFrame } from './screen-frame.js';

const routes = screens.map((screen) => ({
  screen,
  Content: lazy(async () => ({ default: await screen.load() })),
}));

export function AppRouter(): ReactNode {
  return (
    <BrowserRouter>
      <Routes>
        <Route path="/" element={<Home />} />
        {routes.map(({ screen, Content }) => (
          <Route
            key={screen.path}
            path={screen.path}
            element={
              <ScreenFrame screen={screen}>
                <Content />
              </ScreenFrame>
            }
          />
        ))}
        <Route
          path="*"
          element={
            <ScreenFrame screen={null}>
              <NotFoundScreen />
            </ScreenFrame>
          }
        />
      </Routes>
    </BrowserRouter>
  );
}

function Home(): ReactNode {
  const session = useSession();
  if (session.isPending) return <FrameSkeleton />;
  if (!session.data && session.isError)
    return <ProblemNotice error={session.error} onRetry={session.refetch} />;
  return <Navigate to={session.data ? homeOf(session.data) : '/sign-in'} replace />;
}
