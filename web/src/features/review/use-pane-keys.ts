import type { RefObject } from 'react';
import { useNavigate } from 'react-router';

import { useQueueWalk } from './use-queue.js';

export interface PaneKeys {
  readonly onPiece: () => void;
  readonly onNote: () => void;
  /** From one submission of the queue to the next; undefined where one came another way, or at its end. */
  readonly onNextSubmission: (() => void) | undefined;
  readonly onPreviousSubmission: (() => void) | undefined;
}

/** Keys that lead to a part of the question on the screen, or away from this submission. */
export function usePaneKeys(pane: RefObject<HTMLElement | null>, assessmentId: string): PaneKeys {
  const { next, previous } = useQueueWalk(assessmentId);
  const navigate = useNavigate();
  const walkTo = (address: string | undefined): (() => void) | undefined =>
    address === undefined ? undefined : () => void navigate(address);
  const focusIn = (selector: string): void => {
    const target = pane.current?.querySelector<HTMLElement>(selector);
    target?.scrollIntoView({ block: 'center' });
    target?.focus();
  };
  return {
    onPiece: () => {
      focusIn('.pb-viewer [tabindex], .pb-viewer button, .pb-viewer a');
    },
    onNote: () => {
      focusIn('.pb-examine-note textarea');
    },
    onNextSubmission: walkTo(next),
    onPreviousSubmission: walkTo(previous),
  };
}
