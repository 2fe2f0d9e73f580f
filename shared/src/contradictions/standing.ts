import { accept, refuse, refuseField, type Decision } from '../decision.js';

export const contradictionActs = ['asked', 'set-aside', 'reopened'] as const;
export type ContradictionActKind = (typeof contradictionActs)[number];

export const contradictionStates = ['open', 'asked', 'set-aside', 'resolved'] as const;
export type ContradictionState = (typeof contradictionStates)[number];

/** An act, on the facts as they were. */
export interface ActOnFacts {
  readonly act: ContradictionActKind;
  readonly fingerprint: string;
}

export interface ContradictionStanding {
  readonly state: ContradictionState;
  /** It was acted on, and its facts have changed since. */
  readonly returned: boolean;
}

const stateAfter: Readonly<Record<ContradictionActKind, ContradictionState>> = {
  asked: 'asked',
  'set-aside': 'set-aside',
  reopened: 'open',
};

/** As the last act left it, for as long as the facts are those it was on; nothing current is a contradiction that is gone. */
export function standingOf(current: string | null, acts: readonly ActOnFacts[]): ContradictionStanding {
  const last = acts.at(-1);
  if (current === null) return { state: 'resolved', returned: false };
  if (last === undefined) return { state: 'open', returned: false };
  if (last.fingerprint !== current) return { state: 'open', returned: true };
  return { state: stateAfter[last.act], returned: false };
}

const allowed: Readonly<Record<ContradictionActKind, readonly ContradictionState[]>> = {
  asked: ['open'],
  'set-aside': ['open', 'asked'],
  reopened: ['set-aside'],
};

export function mayAct(act: ContradictionActKind, { state }: Pick<ContradictionStanding, 'state'>): boolean {
  return allowed[act].includes(state);
}

/** On the facts that the person saw, and no others. */
export function decideAct(
  act: ContradictionActKind,
  current: { readonly fingerprint: string; readonly standing: ContradictionStanding } | null,
  seen: { readonly fingerprint: string; readonly words: string },
): Decision<string> {
  if (current?.fingerprint !== seen.fingerprint) return refuse('contradiction-changed');
  if (!mayAct(act, current.standing)) return refuse('contradiction-acted');
  const words = seen.words.trim();
  if (words !== '') return accept(words);
  return refuseField(act === 'asked' ? '/body' : '/reason', act === 'asked' ? 'required' : 'reason-required');
}
