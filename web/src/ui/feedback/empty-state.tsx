import './notice.css';

import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly title: string;
  /** What to do next, in one sentence. */
  readonly children?: ReactNode;
  /** The button that does it. */
  readonly action?: ReactNode;
}

/** An empty list says what would stand here and offers the first step. */
export function EmptyState({ title, children, action }: EmptyStateProps): ReactNode {
  return (
    <div className="pb-empty">
      <h2>{title}</h2>
      {children ? <p className="pb-soft">{children}</p> : null}
      {action ? <div className="pb-empty-action pb-row pb-wrap">{action}</div> : null}
    </div>
  );
}
