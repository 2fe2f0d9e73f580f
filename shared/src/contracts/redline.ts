import type { Clause } from '../library/clause-library.js';
import { clauseGroups, type ClauseGroup } from './clause-groups.js';
import { isGap, type ClauseStatus, type Gap } from './clause-status.js';

export interface AssessedClause {
  readonly clauseId: string;
  readonly status: ClauseStatus;
  readonly article: string | null;
  readonly quote: string;
  readonly note: string;
}

/** One line of the list that goes to the other side: what stands there, and what should. */
export interface RedlineItem {
  readonly clause: Clause;
  readonly status: Gap;
  readonly article: string | null;
  /** Struck out for the wording that takes its place; empty where nothing stands. */
  readonly quote: string;
  readonly model: string;
}

export interface Redline {
  readonly groups: readonly { readonly group: ClauseGroup; readonly items: readonly RedlineItem[] }[];
  /** Clauses that nobody has read yet: the list says so, it does not guess. */
  readonly unread: readonly Clause[];
}

/** The gaps by subject, with the model wording; the notes stay with whoever wrote them. */
export function toRedline(clauses: readonly Clause[], assessed: readonly AssessedClause[]): Redline {
  const known = new Map(assessed.map((one) => [one.clauseId, one]));
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  return {
    groups: clauseGroups.flatMap((group) => {
      const items = group.clauses.flatMap((id) => toItem(byId.get(id), known.get(id)));
      return items.length === 0 ? [] : [{ group, items }];
    }),
    unread: clauses.filter(({ id }) => !known.has(id)),
  };
}

function toItem(clause: Clause | undefined, assessed: AssessedClause | undefined): RedlineItem[] {
  if (clause === undefined || assessed === undefined) return [];
  const { status, article, quote } = assessed;
  if (!isGap(status)) return [];
  return [{ clause, status, article, quote, model: clause.model }];
}
