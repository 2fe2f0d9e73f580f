import type { Knockout, Question, QuestionnaireDocument, Theme } from '../document.js';
import { sameValue, type DraftStep, type Place, type SetStep } from './draft-step.js';
import { readProperty, settleQuestion, writeProperty } from './step-properties.js';

/** Why a step does not fit the draft as it is by now. */
export type ConflictReason =
  /** The same property was given another value, or what is to go was changed. */
  | 'changed'
  /** What it is about was left out. */
  | 'gone'
  /** It was moved to another theme. */
  | 'moved'
  /** The key stands for something else. */
  | 'key-taken'
  /** The theme holds questions again. */
  | 'not-empty';

export interface StepConflict {
  /** Of the step. */
  readonly index: number;
  readonly reason: ConflictReason;
  /** What stands there now; null: nothing. */
  readonly now: unknown;
}

export interface Applied {
  readonly document: QuestionnaireDocument;
  /** Steps that were not applied. */
  readonly conflicts: readonly StepConflict[];
}

export interface HowToApply {
  /** Set a property whatever stands there: for a draft that shows what was typed before anybody has answered. */
  readonly mineFirst?: boolean;
}

type Outcome = QuestionnaireDocument | { readonly reason: ConflictReason; readonly now: unknown };

/**
 * Puts the steps on a draft that may have moved on since they were made. Changes of different things merge; a step whose
 * outcome is there already changes nothing; one that would overwrite what its author has not seen is a conflict.
 */
export function applySteps(
  document: QuestionnaireDocument,
  steps: readonly DraftStep[],
  { mineFirst = false }: HowToApply = {},
): Applied {
  const conflicts: StepConflict[] = [];
  const applied = steps.reduce((draft, step, index) => {
    const outcome = applyStep(draft, step, mineFirst);
    if (!('reason' in outcome)) return outcome;
    conflicts.push({ index, ...outcome });
    return draft;
  }, document);
  return { document: applied, conflicts };
}

function applyStep(draft: QuestionnaireDocument, step: DraftStep, mineFirst: boolean): Outcome {
  switch (step.kind) {
    case 'set':
      return set(draft, step, mineFirst);
    case 'insert-question':
      return insertQuestion(draft, step);
    case 'remove-question':
      return removeQuestion(draft, step, mineFirst);
    case 'move-question':
      return moveQuestion(draft, step, mineFirst);
    case 'insert-theme':
      return insertTheme(draft, step);
    case 'remove-theme':
      return removeTheme(draft, step);
    case 'move-theme':
      return moveTheme(draft, step);
    case 'insert-knockout':
      return insertKnockout(draft, step);
    case 'remove-knockout':
      return removeKnockout(draft, step, mineFirst);
    case 'move-knockout':
      return moveKnockout(draft, step);
  }
}

type StepOf<Kind extends DraftStep['kind']> = Extract<DraftStep, { readonly kind: Kind }>;

function set(draft: QuestionnaireDocument, step: SetStep, mineFirst: boolean): Outcome {
  const { property, before, after } = step;
  const holder = findHolder(draft, step);
  if (holder === undefined) return { reason: 'gone', now: null };
  const now = readProperty(holder, property);
  if (sameValue(now, after)) return draft;
  if (!mineFirst && !sameValue(now, before)) return { reason: 'changed', now };
  return replaceHolder(draft, step, property, after);
}

function findHolder(draft: QuestionnaireDocument, { of, key }: SetStep): object | undefined {
  if (of === 'questionnaire') return draft;
  if (of === 'theme') return draft.themes.find(({ code }) => code === key);
  if (of === 'knockout') return draft.knockouts.find(({ id }) => id === key);
  return findPlaced(draft, key)?.question;
}

function replaceHolder(
  draft: QuestionnaireDocument,
  { of, key }: SetStep,
  property: string,
  value: unknown,
): QuestionnaireDocument {
  if (of === 'questionnaire') return writeProperty(draft, property, value);
  if (of === 'knockout') {
    const knockouts = draft.knockouts.map((one) =>
      one.id === key ? writeProperty(one, property, value) : one,
    );
    return { ...draft, knockouts };
  }
  const themes = draft.themes.map((theme) => {
    if (of === 'theme') return theme.code === key ? writeProperty(theme, property, value) : theme;
    if (!theme.questions.some(({ id }) => id === key)) return theme;
    const questions = theme.questions.map((one) =>
      one.id === key ? settleQuestion(writeProperty(one, property, value)) : one,
    );
    return { ...theme, questions };
  });
  return { ...draft, themes };
}

function insertQuestion(
  draft: QuestionnaireDocument,
  { question, place }: StepOf<'insert-question'>,
): Outcome {
  const there = findPlaced(draft, question.id);
  if (there !== undefined) {
    return sameValue(there.question, question) ? draft : { reason: 'key-taken', now: there.question };
  }
  if (!draft.themes.some(({ code }) => code === place.theme)) return { reason: 'gone', now: null };
  return putQuestion(draft, question, place);
}

function removeQuestion(
  draft: QuestionnaireDocument,
  { question }: StepOf<'remove-question'>,
  mineFirst: boolean,
): Outcome {
  const there = findPlaced(draft, question.id);
  if (there === undefined) return draft;
  if (!mineFirst && !sameValue(there.question, question)) return { reason: 'changed', now: there.question };
  return takeQuestion(draft, question.id);
}

function moveQuestion(
  draft: QuestionnaireDocument,
  { key, from, to }: StepOf<'move-question'>,
  mineFirst: boolean,
): Outcome {
  const there = findPlaced(draft, key);
  if (there === undefined || !draft.themes.some(({ code }) => code === to.theme)) {
    return { reason: 'gone', now: null };
  }
  if (!mineFirst && there.place.theme !== from.theme && there.place.theme !== to.theme) {
    return { reason: 'moved', now: there.place };
  }
  if (to.after === key) return draft;
  return putQuestion(takeQuestion(draft, key), there.question, to);
}

function insertTheme(draft: QuestionnaireDocument, { theme, after }: StepOf<'insert-theme'>): Outcome {
  const there = draft.themes.find(({ code }) => code === theme.code);
  if (there !== undefined) {
    return sameValue({ ...there, questions: [] }, theme) ? draft : { reason: 'key-taken', now: there };
  }
  return { ...draft, themes: putAfter(draft.themes, theme, after, codeOf) };
}

function removeTheme(draft: QuestionnaireDocument, { theme }: StepOf<'remove-theme'>): Outcome {
  const there = draft.themes.find(({ code }) => code === theme.code);
  if (there === undefined) return draft;
  if (there.questions.length > 0) return { reason: 'not-empty', now: there };
  if (!sameValue(there, theme)) return { reason: 'changed', now: there };
  return { ...draft, themes: draft.themes.filter((one) => one !== there) };
}

function moveTheme(draft: QuestionnaireDocument, { key, to }: StepOf<'move-theme'>): Outcome {
  const there = draft.themes.find(({ code }) => code === key);
  if (there === undefined) return { reason: 'gone', now: null };
  if (to === key) return draft;
  const others = draft.themes.filter((one) => one !== there);
  return { ...draft, themes: putAfter(others, there, to, codeOf) };
}

function insertKnockout(
  draft: QuestionnaireDocument,
  { knockout, after }: StepOf<'insert-knockout'>,
): Outcome {
  const there = draft.knockouts.find(({ id }) => id === knockout.id);
  if (there !== undefined) return sameValue(there, knockout) ? draft : { reason: 'key-taken', now: there };
  return { ...draft, knockouts: putAfter(draft.knockouts, knockout, after, idOf) };
}

function removeKnockout(
  draft: QuestionnaireDocument,
  { knockout }: StepOf<'remove-knockout'>,
  mineFirst: boolean,
): Outcome {
  const there = draft.knockouts.find(({ id }) => id === knockout.id);
  if (there === undefined) return draft;
  if (!mineFirst && !sameValue(there, knockout)) return { reason: 'changed', now: there };
  return { ...draft, knockouts: draft.knockouts.filter((one) => one !== there) };
}

function moveKnockout(draft: QuestionnaireDocument, { key, to }: StepOf<'move-knockout'>): Outcome {
  const there = draft.knockouts.find(({ id }) => id === key);
  if (there === undefined) return { reason: 'gone', now: null };
  if (to === key) return draft;
  const others = draft.knockouts.filter((one) => one !== there);
  return { ...draft, knockouts: putAfter(others, there, to, idOf) };
}

const idOf = ({ id }: Knockout): string => id;
const codeOf = ({ code }: Theme): string => code;

interface Placed {
  readonly question: Question;
  readonly place: Place;
}

/** A question of a draft with its place. */
export function findPlaced(draft: QuestionnaireDocument, key: string): Placed | undefined {
  for (const { code, questions } of draft.themes) {
    const index = questions.findIndex(({ id }) => id === key);
    const question = questions[index];
    if (question !== undefined) {
      return { question, place: { theme: code, after: questions[index - 1]?.id ?? null } };
    }
  }
  return undefined;
}

function putQuestion(draft: QuestionnaireDocument, question: Question, place: Place): QuestionnaireDocument {
  const themes = draft.themes.map((theme) =>
    theme.code === place.theme
      ? { ...theme, questions: putAfter(theme.questions, question, place.after, ({ id }) => id) }
      : theme,
  );
  return { ...draft, themes };
}

function takeQuestion(draft: QuestionnaireDocument, key: string): QuestionnaireDocument {
  const themes = draft.themes.map((theme) =>
    theme.questions.some(({ id }) => id === key)
      ? { ...theme, questions: theme.questions.filter(({ id }) => id !== key) }
      : theme,
  );
  return { ...draft, themes };
}

/** First where there is nothing before it; last where what stood before it is gone. */
function putAfter<T>(items: readonly T[], item: T, after: string | null, keyOf: (item: T) => string): T[] {
  const index = after === null ? -1 : items.findIndex((one) => keyOf(one) === after);
  return items.toSpliced(after !== null && index === -1 ? items.length : index + 1, 0, item);
}
