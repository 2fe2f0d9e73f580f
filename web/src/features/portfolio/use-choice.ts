import { comparedCounts } from '@probant/shared/comparisons/decide-compared';
import { useState } from 'react';

/** Engagements to compare; they stay chosen from page to page. */
export interface Choice {
  readonly chosen: readonly string[];
  readonly isEnough: boolean;
  readonly isFull: boolean;
  readonly toggle: (engagementId: string) => void;
  readonly clear: () => void;
}

export function useChoice(): Choice {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  return {
    chosen,
    isEnough: chosen.length >= comparedCounts.min,
    isFull: chosen.length >= comparedCounts.max,
    toggle: (id) => {
      setChosen((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
    },
    clear: () => {
      setChosen([]);
    },
  };
}
