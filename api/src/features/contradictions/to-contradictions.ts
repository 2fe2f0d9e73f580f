import type { Contradiction, ToldFact } from '@probant/shared/contradictions/contradiction';
import { proposedQuestion } from '@probant/shared/contradictions/proposed-question';
import {
  contradictionActs,
  mayAct,
  standingOf,
  type ContradictionActKind,
  type ContradictionStanding,
} from '@probant/shared/contradictions/standing';
import type { Action } from '@probant/shared/permissions';
import { allows, type Scope } from '../../platform/access/scope.js';
import type {
  ContradictionActResponse,
  ContradictionResponse,
  ToldFactResponse,
} from './contradictions.dto.js';
import type { ActRow, SituationRow } from './fact-statements.js';

export interface CurrentContradiction extends Contradiction {
  readonly fingerprint: string;
  /** Oldest first. */
  readonly acts: readonly ActRow[];
  readonly standing: ContradictionStanding;
}

export interface Reading {
  readonly situation: SituationRow;
  readonly current: readonly CurrentContradiction[];
  readonly acts: readonly ActRow[];
}

/** What an act keeps of the contradiction that it was on. */
export interface KeptContradiction extends Pick<
  Contradiction,
  'key' | 'rule' | 'questionId' | 'title' | 'why' | 'said' | 'found'
> {
  readonly format: 1;
  readonly act: ContradictionActKind;
  readonly words: string;
}

const needs: Readonly<Record<ContradictionActKind, Action>> = {
  asked: 'contradictions:ask',
  'set-aside': 'contradictions:set-aside',
  reopened: 'contradictions:set-aside',
};

/** Those that hold, then those that were acted on and no longer do. */
export function toItems(
  { situation, current, acts }: Reading,
  scope: Scope,
  askable: boolean,
): ContradictionResponse[] {
  const holding = new Set(current.map(({ key }) => key));
  const gone = new Map(acts.filter(({ key }) => !holding.has(key)).map((row) => [row.key, row]));
  const writable = !situation.archived && situation.assessment_id !== null;
  return [
    ...current.map((one): ContradictionResponse => {
      const possible = contradictionActs.filter(
        (act) =>
          writable && mayAct(act, one.standing) && allows(scope, needs[act]) && (askable || act !== 'asked'),
      );
      return {
        ...toFacts(one),
        ...one.standing,
        fingerprint: one.fingerprint,
        possible,
        proposed: possible.includes('asked') ? proposedQuestion(one) : null,
        replied: one.standing.state === 'asked' && one.acts.at(-1)?.replied === true,
        acts: toActs(one.acts),
      };
    }),
    ...[...gone].map(([key, row]): ContradictionResponse => {
      const own = acts.filter((act) => act.key === key);
      return {
        ...toFacts(readKept(row)),
        ...standingOf(null, own),
        fingerprint: null,
        possible: [],
        proposed: null,
        replied: false,
        acts: toActs(own),
      };
    }),
  ];
}

function toFacts({
  key,
  questionId,
  title,
  why,
  said,
  found,
}: Omit<KeptContradiction, 'act' | 'words' | 'format'>) {
  return { key, questionId, title: { ...title }, why: { ...why }, said: toFact(said), found: toFact(found) };
}

function toFact({ source, ref, about, text, on }: ToldFact): ToldFactResponse {
  return { source, ref, about: { ...about }, text: { ...text }, on };
}

function toActs(rows: readonly ActRow[]): ContradictionActResponse[] {
  return rows
    .map((row) => ({
      act: row.act,
      words: readKept(row).words,
      byName: row.acted_by_name,
      at: row.acted_at.toISOString(),
    }))
    .toReversed();
}

function readKept({ act_text }: Pick<ActRow, 'act_text'>): KeptContradiction {
  // Written by the act itself.
  return JSON.parse(act_text) as KeptContradiction;
}
