import './status-line.css';

import { IconCircleCheck, IconClock, IconCloudOff, IconLoader2, IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';

const icons = {
  done: IconCircleCheck,
  waiting: IconClock,
  offline: IconCloudOff,
  working: IconLoader2,
  note: IconPencil,
};

interface StatusLineProps {
  /** `waiting` and `offline` are amber: something is not done yet. `note` states a fact. */
  readonly kind: keyof typeof icons;
  /** Exact words with their time: `Enregistré à 10:42`. */
  readonly children: ReactNode;
  /** Off for a line that only repeats what another live line says. */
  readonly live?: boolean;
}

/** What happened last, in words with its time; read out politely when it changes. */
export function StatusLine({ kind, children, live = true }: StatusLineProps): ReactNode {
  const Icon = icons[kind];
  const tone = kind === 'done' ? 'done' : kind === 'waiting' || kind === 'offline' ? 'waiting' : 'plain';
  return (
    <span
      className={`pb-status pb-status-${tone}`}
      {...(live ? { role: 'status', 'aria-live': 'polite' } : {})}
    >
      <Icon size={14} stroke={2} aria-hidden />
      <span>{children}</span>
    </span>
  );
}
