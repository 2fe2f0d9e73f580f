import { lazy, type ReactNode, Suspense, useState } from 'react';

import type { Session } from '../../platform/session/session.js';
import { useShortcuts } from '../../platform/shortcuts.js';
import { findListSearch } from './list-keys.js';
import { usePlaces } from './navigation.js';

const SearchPalette = lazy(async () => ({ default: (await import('./search-palette.js')).SearchPalette }));

interface GoAnywhere {
  readonly open: () => void;
  /** To be drawn somewhere in the frame. */
  readonly palette: ReactNode;
}

/** `Ctrl K` opens the palette everywhere; `/` as well, but on a screen with a list it searches that. */
export function useGoAnywhere(session: Session): GoAnywhere {
  const places = usePlaces();
  const [opened, setOpened] = useState(false);
  const open = (): void => {
    setOpened(true);
  };
  useShortcuts({
    '/': () => {
      const search = findListSearch();
      if (!search) {
        open();
        return;
      }
      search.focus();
      search.select();
    },
    'mod+k': open,
  });
  const palette = opened ? (
    <Suspense>
      <SearchPalette
        session={session}
        places={places}
        onClose={() => {
          setOpened(false);
        }}
      />
    </Suspense>
  ) : null;
  return { open, palette };
}
