import type { Localised } from '../questionnaires/document.js';
import {
  choiceAt,
  fault,
  has,
  listAt,
  localisedAt,
  localisedIn,
  numberAt,
  optional,
  readMapping,
  textAt,
  textsAt,
} from './read-yaml.js';

export const caseParties = ['customer', 'supplier'] as const;
export const caseWinners = [...caseParties, 'neither'] as const;

/** What a head might have come to had those facts been otherwise: a range, why, and the line of the source that says so. */
export interface CaseOtherwise {
  /** Keys of the switches that must all be on; of those that hold, the last one listed counts. */
  readonly with: readonly string[];
  readonly lowEuros: number;
  readonly highEuros: number;
  readonly lesson: string;
  readonly reason: Localised;
}

/** A head in euros, as the customer's ledger takes it: what comes in, or what need not go out. */
export interface CaseStake {
  /** Who asked for it. */
  readonly by: (typeof caseParties)[number];
  /** What the first court granted to whoever asked. */
  readonly firstEuros: number;
  readonly lesson: string;
  /** Why it ended as it did. */
  readonly reason: Localised;
  readonly otherwise: readonly CaseOtherwise[];
}

/** One head of claim. */
export interface CaseHead {
  readonly head: Localised;
  readonly claimedEuros?: number;
  readonly awardedEuros?: number;
  readonly firstInstance: Localised;
  readonly appeal: Localised;
  readonly winner: (typeof caseWinners)[number];
  readonly stake?: CaseStake;
}

const headKeys = [
  'fr',
  'en',
  'claimed_euros',
  'awarded_euros',
  'first_instance',
  'appeal',
  'winner',
  'stake',
];

export function parseHead(value: unknown, place: string): CaseHead {
  const mapping = readMapping(value, place, headKeys);
  return {
    head: localisedIn(mapping),
    ...optional(mapping, 'claimed_euros', 'claimedEuros', numberAt),
    ...optional(mapping, 'awarded_euros', 'awardedEuros', numberAt),
    firstInstance: localisedAt(mapping, 'first_instance'),
    appeal: localisedAt(mapping, 'appeal'),
    winner: choiceAt(mapping, 'winner', caseWinners),
    ...optional(mapping, 'stake', 'stake', (of, key) => parseStake(of.entries.get(key), `${place}/${key}`)),
  };
}

function parseStake(value: unknown, place: string): CaseStake {
  const mapping = readMapping(value, place, ['by', 'first_euros', 'lesson', 'reason', 'otherwise']);
  return {
    by: choiceAt(mapping, 'by', caseParties),
    firstEuros: numberAt(mapping, 'first_euros'),
    lesson: textAt(mapping, 'lesson'),
    reason: localisedAt(mapping, 'reason'),
    otherwise: has(mapping, 'otherwise') ? listAt(mapping, 'otherwise', parseOtherwise) : [],
  };
}

function parseOtherwise(value: unknown, place: string): CaseOtherwise {
  const mapping = readMapping(value, place, ['with', 'low_euros', 'high_euros', 'lesson', 'reason']);
  const otherwise = {
    with: textsAt(mapping, 'with'),
    lowEuros: numberAt(mapping, 'low_euros'),
    highEuros: numberAt(mapping, 'high_euros'),
    lesson: textAt(mapping, 'lesson'),
    reason: localisedAt(mapping, 'reason'),
  };
  if (otherwise.lowEuros > otherwise.highEuros) throw fault(place, 'the low end is above the high one');
  return otherwise;
}
