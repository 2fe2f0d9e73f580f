import { lazy, type ReactNode, Suspense, useState } from 'react';

import { useSignedIn } from '../platform/session/session.js';

const SignInAgain = lazy(async () => ({
  default: (await import('../features/identity/sign-in-again.js')).SignInAgain,
}));
const LinkAgain = lazy(async () => ({ default: (await import('../features/link/link-again.js')).LinkAgain }));

/** The session ended under somebody's hands: the way they came in by is asked for again, over the screen as it was. */
export function SessionAgain(): ReactNode {
  const { link, part, account } = useSignedIn();
  const [byPassword, setByPassword] = useState(link === null && part === null);
  return (
    <Suspense>
      {byPassword ? (
        <SignInAgain />
      ) : (
        <LinkAgain
          onPassword={
            account.hasPassword && part === null
              ? () => {
                  setByPassword(true);
                }
              : null
          }
        />
      )}
    </Suspense>
  );
}
