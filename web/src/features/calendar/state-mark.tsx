import { stateNames } from '@probant/shared/obligations/marks';
import type { ReactNode } from 'react';

import { useLanguage } from '../../platform/i18n/language.js';
import type { State } from './use-calendar.js';

/** Told by its shape as well as its colour: full, open, ticked, crossed out. */
export function StateMark({ state }: { readonly state: State }): ReactNode {
  return <span className="pb-cal-mark" data-state={state} aria-hidden />;
}

const tags: Readonly<Record<State, string>> = {
  overdue: 'pb-tag pb-tag-amber',
  due: 'pb-tag pb-tag-blue',
  done: 'pb-tag pb-tag-ok',
  lapsed: 'pb-tag',
};

export function StateTag({ state }: { readonly state: State }): ReactNode {
  const language = useLanguage();
  return (
    <span className={tags[state]}>
      <StateMark state={state} />
      {stateNames[state][language]}
    </span>
  );
}
