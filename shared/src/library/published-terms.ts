import { clauseStatuses, type ClauseStatus } from '../contracts/clause-status.js';
import { at, choiceAt, fault, listAt, mappingAt, placeOf, readMapping, textAt } from './read-yaml.js';

/** A short passage of published terms, word for word, and how it is read. */
export interface PublishedPassage {
  readonly article: string;
  readonly text: string;
  /** By clause; `other` for what belongs to none. */
  readonly reads: Readonly<Record<string, ClauseStatus>>;
  readonly answers: Readonly<Record<string, string | number | readonly string[]>>;
}

export function parsePublishedTerms(yaml: unknown): readonly PublishedPassage[] {
  return listAt(readMapping(yaml, '', ['source', 'passages']), 'passages', (item, place) => {
    const mapping = readMapping(item, place, ['article', 'reads', 'answers', 'text']);
    const reads = mappingAt(mapping, 'reads');
    const answers = mappingAt(mapping, 'answers');
    return {
      article: textAt(mapping, 'article'),
      text: textAt(mapping, 'text'),
      reads: Object.fromEntries(
        [...reads.entries.keys()].map((clause) => [clause, choiceAt(reads, clause, clauseStatuses)]),
      ),
      answers: Object.fromEntries(
        [...answers.entries.keys()].map((id) => [id, readValue(at(answers, id), placeOf(answers, id))]),
      ),
    };
  });
}

function readValue(value: unknown, place: string): string | number | readonly string[] {
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value;
  throw fault(place, 'an answer is expected');
}
