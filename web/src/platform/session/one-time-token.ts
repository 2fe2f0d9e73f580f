import { useEffect, useState } from 'react';

/**
 * The secret of a one-time address. It comes in the fragment, which no server and no log ever sees, and leaves the address
 * bar at once so that it stands neither in the history nor in a screenshot.
 */
export function useOneTimeToken(): string {
  const [token] = useState(() => decode(window.location.hash.slice(1)));
  useEffect(() => {
    if (window.location.hash === '') return;
    window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
  }, []);
  return token;
}

/** A fragment cut off in the middle of an escape is no token. */
function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return '';
  }
}
