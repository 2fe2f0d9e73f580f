import type { Knockout, Question, Theme } from '../document.js';

/** What carries properties in a draft; the questionnaire itself has the empty key. */
export type Holder = 'questionnaire' | 'theme' | 'question' | 'knockout';

/** Where a question stands: behind another one of the theme, or first. */
export interface Place {
  readonly theme: string;
  readonly after: string | null;
}

/** A key chosen just now must be nobody's yet; one that comes back is its own. */
export type KeyOrigin = 'new' | 'back';

/**
 * The smallest change of a draft, named by keys and never by indexes, with what its author saw before it: so that it can be
 * turned around, and put on a draft that others have changed meanwhile. Absent values are null.
 */
export type DraftStep =
  | {
      readonly kind: 'set';
      readonly of: Holder;
      readonly key: string;
      /** `weight`, or one level down: `text/fr`, `evidence/need`. */
      readonly property: string;
      readonly before: unknown;
      readonly after: unknown;
    }
  | {
      readonly kind: 'insert-question';
      readonly question: Question;
      readonly place: Place;
      readonly origin: KeyOrigin;
    }
  | { readonly kind: 'remove-question'; readonly question: Question; readonly place: Place }
  | { readonly kind: 'move-question'; readonly key: string; readonly from: Place; readonly to: Place }
  | {
      readonly kind: 'insert-theme';
      /** Without questions: they have steps of their own. */
      readonly theme: Theme;
      readonly after: string | null;
      readonly origin: KeyOrigin;
    }
  | { readonly kind: 'remove-theme'; readonly theme: Theme; readonly after: string | null }
  | {
      readonly kind: 'move-theme';
      readonly key: string;
      readonly from: string | null;
      readonly to: string | null;
    }
  | {
      readonly kind: 'insert-knockout';
      readonly knockout: Knockout;
      readonly after: string | null;
      readonly origin: KeyOrigin;
    }
  | { readonly kind: 'remove-knockout'; readonly knockout: Knockout; readonly after: string | null }
  | {
      readonly kind: 'move-knockout';
      readonly key: string;
      readonly from: string | null;
      readonly to: string | null;
    };

export type SetStep = Extract<DraftStep, { readonly kind: 'set' }>;

/** The steps that lead back, last step first. */
export function invertSteps(steps: readonly DraftStep[]): DraftStep[] {
  return steps.toReversed().map(invertStep);
}

function invertStep(step: DraftStep): DraftStep {
  switch (step.kind) {
    case 'set':
      return { ...step, before: step.after, after: step.before };
    case 'insert-question':
      return { kind: 'remove-question', question: step.question, place: step.place };
    case 'remove-question':
      return { kind: 'insert-question', question: step.question, place: step.place, origin: 'back' };
    case 'insert-theme':
      return { kind: 'remove-theme', theme: step.theme, after: step.after };
    case 'remove-theme':
      return { kind: 'insert-theme', theme: step.theme, after: step.after, origin: 'back' };
    case 'move-question':
      return { kind: 'move-question', key: step.key, from: step.to, to: step.from };
    case 'move-theme':
      return { kind: 'move-theme', key: step.key, from: step.to, to: step.from };
    case 'move-knockout':
      return { kind: 'move-knockout', key: step.key, from: step.to, to: step.from };
    case 'insert-knockout':
      return { kind: 'remove-knockout', knockout: step.knockout, after: step.after };
    case 'remove-knockout':
      return { kind: 'insert-knockout', knockout: step.knockout, after: step.after, origin: 'back' };
  }
}

/** Names of what a step changes; of two names where one begins the other, the shorter holds the longer. */
export function touchedBy(step: DraftStep): string[] {
  switch (step.kind) {
    case 'set':
      return [`${step.of}/${step.key}/${step.property}`];
    case 'insert-question':
    case 'remove-question':
      return [`question/${step.question.id}/`, `list/${step.place.theme}/`];
    case 'move-question':
      return [`place/${step.key}/`, `list/${step.from.theme}/`, `list/${step.to.theme}/`];
    case 'insert-theme':
    case 'remove-theme':
      return [`theme/${step.theme.code}/`, `list/${step.theme.code}/`, 'themes/'];
    case 'move-theme':
      return [`place/${step.key}/`, 'themes/'];
    case 'insert-knockout':
    case 'remove-knockout':
      return [`knockout/${step.knockout.id}/`, 'knockouts/'];
    case 'move-knockout':
      return [`place/${step.key}/`, 'knockouts/'];
  }
}

/** One set step per property: what is typed letter by letter becomes one change. Nothing is left of what came back to where it was. */
export function composeSteps(first: readonly SetStep[], second: readonly SetStep[]): SetStep[] {
  const composed = new Map<string, SetStep>();
  for (const step of [...first, ...second]) {
    const [name = ''] = touchedBy(step);
    const earlier = composed.get(name);
    composed.set(name, earlier === undefined ? step : { ...step, before: earlier.before });
  }
  return [...composed.values()].filter(({ before, after }) => !sameValue(before, after));
}

/** Equal as JSON, whatever the order of keys. */
export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const entries = Object.entries(one);
  const others = new Map(Object.entries(other));
  return (
    entries.length === others.size &&
    entries.every(([key, value]) => others.has(key) && sameValue(value, others.get(key)))
  );
}
