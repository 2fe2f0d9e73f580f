import {
  deriveCompletion,
  movesCompletion,
  type Completion,
  type PiecesBeside,
} from '@probant/shared/answers/completion';
import type { GivenAnswer, GivenAnswers } from '@probant/shared/answers/given-answer';

import { today } from '../../platform/today.js';
import { givenIn } from './answer-queues.js';
import { noEntry, saidOf, type Entry } from './queue-state.js';
import type { Sheet } from './use-sheet.js';

export interface Standing {
  readonly completion: Completion;
  /** What the completion was derived from: a text may have been typed on since. */
  readonly given: GivenAnswers;
}

interface Derived {
  readonly sheet: Sheet;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly day: string;
  readonly standing: Standing;
}

/** Derives what is left to do anew only where something was said that can change it: not for every key of a text. */
export function createStanding(): (sheet: Sheet, entries: ReadonlyMap<string, Entry>) => Standing {
  let last: Derived | null = null;
  return (sheet, entries) => {
    const day = today();
    const isSame = last !== null && last.sheet === sheet && last.day === day;
    if (last !== null && isSame && !moves(sheet, last.entries, entries)) {
      last = { ...last, entries };
      return last.standing;
    }
    const given = givenIn(entries);
    const completion = deriveCompletion(sheet.document, given, piecesBeside(sheet), day);
    last = { sheet, entries, day, standing: { completion, given } };
    return last.standing;
  };
}

function moves(
  { document }: Sheet,
  before: ReadonlyMap<string, Entry>,
  after: ReadonlyMap<string, Entry>,
): boolean {
  if (before.size > after.size) return true;
  for (const [questionId, entry] of after) {
    const known = before.get(questionId) ?? noEntry;
    // What was said is one of its question's answers, or is about to be checked.
    const said = (one: Entry): GivenAnswer | undefined => saidOf(one) as GivenAnswer | undefined;
    if (known !== entry && movesCompletion(document, questionId, said(known), said(entry))) return true;
  }
  return false;
}

function piecesBeside({ state }: Sheet): PiecesBeside {
  const beside = new Map<string, PiecesBeside[string]>();
  for (const { questionId, evidenceId, kind, datedOn, expiresOn } of state.pieces) {
    const piece = { id: evidenceId, kind, datedOn: datedOn ?? undefined, expiresOn: expiresOn ?? undefined };
    beside.set(questionId, [...(beside.get(questionId) ?? []), piece]);
  }
  return Object.fromEntries(beside);
}
