import { accept, refuseField, type Decision } from '../decision.js';
import { findId, type EngagementId } from '../ids.js';

export const comparedCounts = { min: 2, max: 5 } as const;

/** The engagements that an address names, in its order. */
export function decideCompared(text: string): Decision<readonly EngagementId[]> {
  const named = text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const ids = named.flatMap((one) => findId<EngagementId>(one) ?? []);
  if (ids.length < named.length) return refuseField('/engagements', 'not-an-id');
  if (new Set(ids).size < ids.length) return refuseField('/engagements', 'duplicate');
  const { min, max } = comparedCounts;
  if (ids.length < min) return refuseField('/engagements', 'too-few', { min });
  if (ids.length > max) return refuseField('/engagements', 'too-many', { max });
  return accept(ids);
}
