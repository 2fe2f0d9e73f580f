import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { findPlaced, type ConflictReason } from '@probant/shared/questionnaires/draft/apply-steps';
import {
  leaveOutQuestionSteps,
  moveQuestionSteps,
  removeKnockoutSteps,
} from '@probant/shared/questionnaires/draft/draft-acts';
import type { DraftStep } from '@probant/shared/questionnaires/draft/draft-step';

import type { Problem } from '../../../platform/api/problem.js';
import type { DoneAct, HeldStep } from './desk-state.js';

type Conflict = Pick<HeldStep, 'reason' | 'now' | 'by' | 'at'>;

/** What stands on the server for each step of an act that has moved on, by the index of the step. */
export function conflictsIn(problem: Problem): ReadonlyMap<number, Conflict> {
  const conflicts = problem.extensions['conflicts'];
  // The boundary: openapi.json leaves the extensions of a problem open.
  const list = Array.isArray(conflicts)
    ? (conflicts as readonly (Conflict & { readonly index: number })[])
    : [];
  return new Map(list.map(({ index, reason, now, by, at }) => [index, { reason, now, by, at }]));
}

/** The steps that put one's own change on top of what the other author did; nothing where that can no longer be. */
export function onTopOf(draft: QuestionnaireDocument, { step, now }: HeldStep): readonly DraftStep[] {
  switch (step.kind) {
    case 'set':
      return findHolder(draft, step) ? [{ ...step, before: now }] : [];
    case 'remove-question':
      return leaveOutQuestionSteps(draft, step.question.id);
    case 'move-question':
      return moveQuestionSteps(draft, step.key, step.to);
    case 'remove-knockout':
      return removeKnockoutSteps(draft, step.knockout.id);
    case 'insert-question':
    case 'insert-theme':
    case 'remove-theme':
    case 'move-theme':
    case 'insert-knockout':
    case 'move-knockout':
      return [];
  }
}

function findHolder(
  draft: QuestionnaireDocument,
  { of, key }: Extract<DraftStep, { readonly kind: 'set' }>,
): boolean {
  if (of === 'questionnaire') return true;
  if (of === 'knockout') return draft.knockouts.some(({ id }) => id === key);
  return of === 'theme'
    ? draft.themes.some(({ code }) => code === key)
    : findPlaced(draft, key) !== undefined;
}

/** Whether one's own change can still be had. */
export function canKeepMine(reason: ConflictReason): boolean {
  return reason === 'changed' || reason === 'moved';
}

/** What did not happen cannot be undone. */
export function dropStep(done: readonly DoneAct[], held: readonly HeldStep[]): readonly DoneAct[] {
  const names = new Set(held.map(({ step }) => JSON.stringify(step)));
  return done
    .map((one) => ({ ...one, steps: one.steps.filter((step) => !names.has(JSON.stringify(step))) }))
    .filter(({ steps }) => steps.length > 0);
}
