import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { applySteps } from '@probant/shared/questionnaires/draft/apply-steps';
import { composeSteps, type DraftStep, type SetStep } from '@probant/shared/questionnaires/draft/draft-step';

import type { DeskBase, DoneAct, HeldStep, NamedSteps, PendingAct } from './desk-state.js';

/** What is typed without a longer pause is one act to undo. */
const burstMs = 2_500;
const historyLength = 200;

/** With a new act at the end, or with the last one longer by it. */
export function withDone(done: readonly DoneAct[], named: NamedSteps, now: number): readonly DoneAct[] {
  const last = done.at(-1);
  const inBurst = last !== undefined && now - last.typedAt <= burstMs && isSame(last, named);
  if (!inBurst) return [...done, { ...named, typedAt: now }].slice(-historyLength);
  const steps = compose(last, named);
  const before = done.slice(0, -1);
  return steps.length === 0 ? before : [...before, { ...last, steps, typedAt: now }];
}

/** The last pending act longer by this one, where it has not left and is about the same thing. */
export function joinPending(
  pending: readonly PendingAct[],
  named: NamedSteps,
  now: number,
): readonly PendingAct[] | undefined {
  const last = pending.at(-1);
  if (last === undefined || last.sent || !isSame(last, named)) return undefined;
  const steps = compose(last, named);
  const before = pending.slice(0, -1);
  return steps.length === 0 ? before : [...before, { ...last, steps, typedAt: now }];
}

function isSame(one: NamedSteps, other: NamedSteps): boolean {
  const same = one.act === other.act && one.subject === other.subject;
  return same && one.steps.every(isSet) && other.steps.every(isSet);
}

function compose(one: NamedSteps, other: NamedSteps): readonly SetStep[] {
  return composeSteps(one.steps.filter(isSet), other.steps.filter(isSet));
}

export function isSet(step: DraftStep): step is SetStep {
  return step.kind === 'set';
}

/** The draft as its author sees it: what the server has, under what is on its way. */
export function withPending({ draft }: DeskBase, pending: readonly PendingAct[]): QuestionnaireDocument {
  const steps = pending.flatMap((one) => one.steps);
  return applySteps(draft, steps, { mineFirst: true }).document;
}

/** What of the steps fits the draft, and what another author's change stands against. */
export function partFitting(
  draft: QuestionnaireDocument,
  { act, subject, steps }: NamedSteps,
  newKey: () => string,
): { readonly fitting: readonly DraftStep[]; readonly held: readonly HeldStep[] } {
  const { conflicts } = applySteps(draft, steps);
  const fitting = steps.filter((_, index) => !conflicts.some((conflict) => conflict.index === index));
  const held = conflicts.flatMap(({ index, reason, now }): HeldStep[] => {
    const step = steps[index];
    return step === undefined ? [] : [{ id: newKey(), act, subject, step, reason, now, by: null, at: null }];
  });
  return { fitting, held };
}
