import { canonicalJson } from '../proof/canonical-json.js';
import { answerRules } from './answer-rules.js';
import { checkRules } from './check-rules.js';
import { contractRules } from './contract-rules.js';
import type { Contradiction, ContradictionRule } from './contradiction.js';
import type { ContradictionFacts } from './facts.js';
import { graphRules } from './graph-rules.js';
import { proofRules } from './proof-rules.js';
import { findNamedByDocument, tableRules } from './table-rules.js';
import { termRules } from './term-rules.js';

/** Every rule of the product; those of a questionnaire are its own. */
export const contradictionRules: readonly ContradictionRule[] = [
  ...answerRules,
  ...tableRules,
  ...graphRules,
  ...termRules,
  ...contractRules,
  ...checkRules,
  ...proofRules,
];

/**
 * Facts that cannot both hold, in the order of the questionnaire. They ask for a precision: no score reads them, and what is
 * not known contradicts nothing.
 */
export function findContradictions(facts: ContradictionFacts): Contradiction[] {
  const found = contradictionRules.flatMap(({ key: rule, title, why, find }) =>
    find(facts).map((pair): Contradiction => ({
      ...pair,
      key: pair.subject === '' ? rule : `${rule}/${pair.subject}`,
      rule,
      title,
      why,
    })),
  );
  const places = new Map(
    facts.document.themes.flatMap(({ questions }) => questions).map(({ id }, place) => [id, place]),
  );
  const placeOf = ({ questionId }: Contradiction): number => places.get(questionId) ?? -1;
  return [...findNamedByDocument(facts), ...found].toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** What is hashed to tell whether the facts are those that somebody acted on. */
export function factsText({ key, said, found }: Contradiction): string {
  return canonicalJson({ key, said: [said.source, said.basis], found: [found.source, found.basis] });
}
