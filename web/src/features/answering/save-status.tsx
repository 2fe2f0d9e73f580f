import type { ReactNode } from 'react';

import { formatInstantDay, formatTime, isToday } from '../../platform/i18n/format.js';
import { useLanguage } from '../../platform/i18n/language.js';
import { StatusLine } from '../../ui/feedback/status-line.js';
import type { SaveStatus } from './queue-state.js';
import { saveWords } from './save-words.js';

interface SaveStatusLineProps {
  readonly status: SaveStatus;
  /** Only when it was saved, where room is short. */
  readonly short?: boolean;
}

/** Where saving stands, for the eye; `SaveAnnouncer` tells the ear. */
export function SaveStatusLine({ status, short = false }: SaveStatusLineProps): ReactNode {
  const language = useLanguage();
  const { line, words } = saveWords(status, language);
  if (status.kind === 'none') return null;
  return (
    <StatusLine kind={line} live={false}>
      {short && status.kind === 'saved' ? (
        <>
          <span aria-hidden>
            {isToday(status.at) ? formatTime(status.at, language) : formatInstantDay(status.at, language)}
          </span>
          <span className="pb-hidden">{words}</span>
        </>
      ) : (
        words
      )}
    </StatusLine>
  );
}

/** The one polite live region of the screen. "Saving" is not said: it would interrupt at every answer. */
export function SaveAnnouncer({ status }: { readonly status: SaveStatus }): ReactNode {
  const { words } = saveWords(status, useLanguage());
  return (
    <p className="pb-hidden" role="status" aria-live="polite">
      {status.kind === 'saving' || status.kind === 'none' ? '' : words}
    </p>
  );
}
