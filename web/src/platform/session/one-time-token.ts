import { useCallback, useEffect, useState } from 'react';

export interface OneTimeToken {
  /** Empty when the address came without its secret. */
  readonly token: string;
  /** Used up or refused: a reload is not to bring it back. */
  readonly forget: () => void;
}

const prefix = 'probant-secret';

/**
 * The secret of a one-time address. It comes in the fragment, which no server and no log ever sees, and leaves the address
 * bar at once so that it stands neither in the history nor in a screenshot. The tab alone keeps it, for the page it opened,
 * so that a reload does not lock its holder out. The same address pasted again changes only the fragment, and loads no page.
 */
export function useOneTimeToken(): OneTimeToken {
  const page = window.location.pathname;
  const [token, setToken] = useState(() => readFragment() || keptToken(page));
  useEffect(() => {
    const take = (): void => {
      const fresh = readFragment();
      if (window.location.hash !== '') {
        window.history.replaceState(window.history.state, '', page + window.location.search);
      }
      if (fresh === '') return;
      keepToken(page, fresh);
      setToken(fresh);
    };
    take();
    window.addEventListener('hashchange', take);
    return () => {
      window.removeEventListener('hashchange', take);
    };
  }, [page]);
  const forget = useCallback(() => {
    forgetToken(page);
  }, [page]);
  return { token, forget };
}

/** What this tab still keeps for a page; empty when that is nothing. */
export function keptToken(page: string): string {
  return attempt(() => window.sessionStorage.getItem(prefix + page)) ?? '';
}

export function keepToken(page: string, token: string): void {
  attempt(() => {
    window.sessionStorage.setItem(prefix + page, token);
  });
}

export function forgetToken(page: string): void {
  attempt(() => {
    window.sessionStorage.removeItem(prefix + page);
  });
}

/** A fragment cut off in the middle of an escape is no token. */
function readFragment(): string {
  return attempt(() => decodeURIComponent(window.location.hash.slice(1))) ?? '';
}

/** A storage that is closed to us costs the reload and nothing else. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
