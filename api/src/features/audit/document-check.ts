import { canonicalJson } from '@probant/shared/proof/canonical-json';
import { sha256 } from '../../platform/hash/sha256.js';

/** A row that an event tells of: the two have to say the same. */
export type DocumentName =
  | 'submission'
  | 'answers carried from an earlier assessment'
  | 'submitted pieces'
  | 'questionnaire version'
  | 'questionnaire as sent'
  | 'context as sent'
  | 'score snapshot'
  | 'decision'
  | 'decision notice'
  | 'decision rule'
  | 'piece'
  | 'message'
  | 'weight profile'
  | 'exposure statement'
  | 'admission'
  | 'proof file'
  | 'warning'
  | 'decision on a warning'
  | 'confirmation of a warning'
  | 'piece of a warning'
  | 'check'
  | 'act on a contradiction'
  | 'contract terms'
  | 'contract document'
  | 'clause assessment'
  | 'incident statement'
  | 'incident file'
  | 'drill authorisation'
  | 'drill plan'
  | 'drill'
  | 'drop'
  | 'drill record'
  | 'drill reply'
  | 'patch report expectation'
  | 'patch report'
  | 'certification chain'
  | 'notice draft'
  | 'notice letter'
  | 'notice step'
  | 'notice piece'
  | 'notice reply'
  | 'end of contract'
  | 'finding act'
  | 'finding piece'
  | 'verification'
  | 'questionnaire draft'
  | 'note'
  | 'override'
  | 'equivalence of a version'
  | 'move to another version'
  | 'correction of a wording';

export interface CheckOf<Event, Row> {
  readonly document: DocumentName;
  /** Selects the rows whose ids are in $1, each with its `id`. */
  readonly statement: string;
  /** Which row the event tells of, and what it says of it. */
  readonly told: (event: Event, chainId: string) => Told;
  /** The same, as the row says it. */
  readonly found: (row: Row) => string;
  /** The row goes on changing: only the last event of it tells how it stands. */
  readonly latest?: true;
}
/** Whoever knows the kind of the event hands it the event and its rows. */
export type DocumentCheck = CheckOf<never, never>;

export interface Told {
  readonly id: string;
  readonly fact: string;
}

/** No event says this of a row. */
export const nothingTold = '';
export const hashOf = (text: string) => `encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`;
/** What the columns of a row give is canonical again: jsonb keeps every number. */
export const hash = (content: unknown): string => sha256(canonicalJson(content));

export interface HashedRow {
  readonly sha256: string;
  readonly computed: string;
}
export const intact = (row: HashedRow): string => (row.sha256 === row.computed ? row.computed : nothingTold);
