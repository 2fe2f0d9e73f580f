import type { Drill } from './drill.js';
import { judgeSpan } from './judge-limits.js';
import { measureDrill } from './metrics.js';

/**
 * A drop that nothing detected, a written limit that was certainly missed, or a detection closed as nothing where the contract asks
 * for its origin. Where an hour is unknown and decides, the drill did not fail.
 */
export function hasFailed(drill: Pick<Drill, 'drops' | 'limits'>): boolean {
  const { detect, tickets } = measureDrill(drill);
  if (detect.some((span) => span === null)) return true;
  const { detectHours, qualifyHours, tellHours, originSearch } = drill.limits;
  const judged = [
    ...detect.map((span) => judgeSpan(span, detectHours)),
    ...tickets.map(({ qualify }) => judgeSpan(qualify, qualifyHours)),
    ...tickets.map(({ tell }) => judgeSpan(tell, tellHours)),
  ];
  return (
    judged.some(({ verdict }) => verdict === 'late' || verdict === 'never') ||
    (originSearch && tickets.some(({ benign }) => benign))
  );
}
