import type { ClauseStatus } from '../contracts/clause-status.js';
import type { ContractTerms } from '../contracts/terms.js';
import type { DrillLimits } from './drill.js';

interface ReadClause {
  readonly status: ClauseStatus;
  readonly article: string | null;
}

/** Telling the customer, and searching for the origin. */
const telling = 'CL-12';
const searching = 'CL-13';

/**
 * What the contract that somebody has read gives, as a start for the limits of a drill. A delay that is not firm is none: what
 * is promised "if possible" is no limit, nor is one for personal data alone. Nothing read, nothing proposed.
 */
export function limitsFromContract(
  { title, notification }: Pick<ContractTerms, 'title' | 'notification'>,
  clauses: ReadonlyMap<string, ReadClause>,
): DrillLimits | null {
  const search = clauses.get(searching);
  if (notification === null && search === undefined) return null;
  const covers = notification?.kind === 'firm' && notification.scope !== 'personal-data';
  const tellHours = covers ? notification.hours : null;
  const originSearch = search?.status === 'present';
  const articles = [
    tellHours === null ? null : clauses.get(telling)?.article,
    originSearch ? search.article : null,
  ];
  const places = articles.filter((article) => typeof article === 'string' && article !== '');
  return {
    source: tellHours === null && !originSearch ? '' : [title, ...new Set(places)].join(', '),
    detectHours: null,
    qualifyHours: null,
    tellHours,
    originSearch,
  };
}
