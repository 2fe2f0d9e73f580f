import { useState } from 'react';

/**
 * The secret of a one-time address. It comes in the fragment, which no server and no log ever sees, and leaves the address
 * bar at once so that it stands neither in the history nor in a screenshot.
 */
export function useOneTimeToken(): string {
  const [token] = useState(() => {
    const secret = decodeURIComponent(window.location.hash.slice(1));
    if (secret !== '')
      window.history.replaceState(
        window.history.state,
        '',
        window.location.pathname + window.location.search,
      );
    return secret;
  });
  return token;
}
