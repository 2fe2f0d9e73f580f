import { sameKey } from '../check-parts.js';
import type { Knockout, Localised, Question, QuestionnaireDocument, Theme } from '../document.js';
import { findPlaced } from './apply-steps.js';
import type { DraftStep, Place, SetStep } from './draft-step.js';
import { stepsBetween } from './step-properties.js';

/** What an author does to a draft, as the undo names it. */
export const draftActs = [
  'rename',
  'change-question',
  'add-question',
  'duplicate-question',
  'move-question',
  'leave-out-question',
  'restore-question',
  'change-theme',
  'add-theme',
  'move-theme',
  'leave-out-theme',
  'restore-theme',
  'change-knockout',
  'add-knockout',
  'move-knockout',
  'remove-knockout',
] as const;
export type DraftAct = (typeof draftActs)[number];

export function renameSteps(draft: QuestionnaireDocument, title: Localised): SetStep[] {
  return stepsBetween('questionnaire', '', draft, { ...draft, title });
}

export function changeQuestionSteps(draft: QuestionnaireDocument, question: Question): SetStep[] {
  const there = findPlaced(draft, question.id);
  return there === undefined ? [] : stepsBetween('question', question.id, there.question, question);
}

export function changeThemeSteps(
  draft: QuestionnaireDocument,
  code: string,
  change: Partial<Pick<Theme, 'title' | 'short' | 'weight' | 'mandatory' | 'scope'>>,
): SetStep[] {
  const theme = draft.themes.find((one) => one.code === code);
  return theme === undefined ? [] : stepsBetween('theme', code, theme, { ...theme, ...change });
}

/** Behind the last question of the theme, or where the author says. */
export function addQuestionSteps(
  draft: QuestionnaireDocument,
  question: Question,
  at: { readonly theme: string; readonly after?: string | null },
): DraftStep[] {
  const theme = draft.themes.find(({ code }) => code === at.theme);
  const after = at.after === undefined ? (theme?.questions.at(-1)?.id ?? null) : at.after;
  return [{ kind: 'insert-question', question, place: { theme: at.theme, after }, origin: 'new' }];
}

/** The same question under another key, right behind it. No knock-out looks at the copy. */
export function duplicateQuestionSteps(
  draft: QuestionnaireDocument,
  key: string,
  newKey: string,
): DraftStep[] {
  const there = findPlaced(draft, key);
  if (there === undefined) return [];
  const question = { ...there.question, id: newKey, knockouts: [] };
  return addQuestionSteps(draft, question, { theme: there.place.theme, after: key });
}

/** Nothing where the question stands there already, or the theme is gone. */
export function moveQuestionSteps(draft: QuestionnaireDocument, key: string, to: Place): DraftStep[] {
  const there = findPlaced(draft, key);
  const stays =
    there === undefined ||
    !draft.themes.some(({ code }) => code === to.theme) ||
    to.after === key ||
    (there.place.theme === to.theme && there.place.after === to.after);
  return stays ? [] : [{ kind: 'move-question', key, from: there.place, to }];
}

export function moveThemeSteps(draft: QuestionnaireDocument, key: string, to: string | null): DraftStep[] {
  const from = beforeTheme(draft, key);
  const there = draft.themes.some(({ code }) => code === key);
  return !there || to === key || from === to ? [] : [{ kind: 'move-theme', key, from, to }];
}

/** A theme goes with its last question. */
export function leaveOutQuestionSteps(draft: QuestionnaireDocument, key: string): DraftStep[] {
  const there = findPlaced(draft, key);
  if (there === undefined) return [];
  const theme = draft.themes.find(({ code }) => code === there.place.theme);
  if (theme?.questions.length === 1) return leaveOutThemeSteps(draft, theme.code);
  return [{ kind: 'remove-question', ...there }];
}

export function leaveOutThemeSteps(draft: QuestionnaireDocument, code: string): DraftStep[] {
  const theme = draft.themes.find((one) => one.code === code);
  if (theme === undefined) return [];
  const questions = theme.questions.map((question, index): DraftStep => ({
    kind: 'remove-question',
    question,
    place: { theme: code, after: theme.questions[index - 1]?.id ?? null },
  }));
  return [
    ...questions.reverse(),
    { kind: 'remove-theme', theme: { ...theme, questions: [] }, after: beforeTheme(draft, code) },
  ];
}

export function addThemeSteps(
  draft: QuestionnaireDocument,
  theme: Pick<Theme, 'code' | 'title' | 'weight'>,
): DraftStep[] {
  return [
    {
      kind: 'insert-theme',
      theme: { ...theme, mandatory: false, questions: [] },
      after: draft.themes.at(-1)?.code ?? null,
      origin: 'new',
    },
  ];
}

function beforeTheme({ themes }: QuestionnaireDocument, code: string): string | null {
  return themes[themes.findIndex((theme) => theme.code === code) - 1]?.code ?? null;
}

export function changeKnockoutSteps(draft: QuestionnaireDocument, knockout: Knockout): SetStep[] {
  const there = draft.knockouts.find(({ id }) => id === knockout.id);
  return there === undefined ? [] : stepsBetween('knockout', knockout.id, there, knockout);
}

export function addKnockoutSteps(draft: QuestionnaireDocument, knockout: Knockout): DraftStep[] {
  const after = draft.knockouts.at(-1)?.id ?? null;
  return [{ kind: 'insert-knockout', knockout, after, origin: 'new' }];
}

export function moveKnockoutSteps(draft: QuestionnaireDocument, key: string, to: string | null): DraftStep[] {
  const from = beforeKnockout(draft, key);
  const there = draft.knockouts.some(({ id }) => id === key);
  return !there || to === key || from === to ? [] : [{ kind: 'move-knockout', key, from, to }];
}

export function removeKnockoutSteps(draft: QuestionnaireDocument, key: string): DraftStep[] {
  const knockout = draft.knockouts.find(({ id }) => id === key);
  return knockout === undefined
    ? []
    : [{ kind: 'remove-knockout', knockout, after: beforeKnockout(draft, key) }];
}

function beforeKnockout({ knockouts }: QuestionnaireDocument, key: string): string | null {
  return knockouts[knockouts.findIndex(({ id }) => id === key) - 1]?.id ?? null;
}

/** The steps from a draft to one where questions came back: the frame of a theme first, then its questions in order. */
export function broughtBackSteps(
  before: QuestionnaireDocument,
  after: QuestionnaireDocument,
  keys: ReadonlySet<string>,
): DraftStep[] {
  return after.themes.flatMap((theme, index): DraftStep[] => {
    const frame: DraftStep = {
      kind: 'insert-theme',
      theme: { ...theme, questions: [] },
      after: after.themes[index - 1]?.code ?? null,
      origin: 'back',
    };
    const questions = theme.questions.flatMap((question, place): DraftStep[] =>
      keys.has(question.id) && findPlaced(before, question.id) === undefined
        ? [
            {
              kind: 'insert-question',
              question,
              place: { theme: theme.code, after: theme.questions[place - 1]?.id ?? null },
              origin: 'back',
            },
          ]
        : [],
    );
    const isNew = !before.themes.some(({ code }) => code === theme.code);
    return isNew && questions.length > 0 ? [frame, ...questions] : questions;
  });
}

/** The next number after those of the same row of keys: `BKP-07` after `BKP-06`. */
export function nextKey(taken: readonly string[], like: string): string {
  const [, stem = `${like}-`, digits = '0'] = /^(.*?)(\d+)$/.exec(like) ?? [];
  const numbers = taken.flatMap((key) => {
    const rest = key.slice(stem.length);
    return sameKey(key.slice(0, stem.length), stem) && /^\d+$/.test(rest) ? [Number(rest)] : [];
  });
  const next = Math.max(0, ...numbers) + 1;
  return `${stem}${String(next).padStart(Math.max(2, digits.length), '0')}`;
}

/** A floor that no answer triggers yet: what triggers it, and its wording, are its author's. */
export function blankKnockout(id: string): Knockout {
  return { id, floor: 50, flag: 'cap_D', when: { any: [] }, ref: [], text: { fr: '', en: '' } };
}

/** A question with nothing in it yet but how it is answered. */
export function blankQuestion(id: string, type: Exclude<Question['type'], 'table'>): Question {
  const common = {
    id,
    text: { fr: '', en: '' },
    weight: 3,
    evidence: { need: 'none', kinds: [] },
    notApplicable: false,
    knockouts: [],
    ref: [],
    severity: 'medium',
  } as const;
  switch (type) {
    case 'single':
    case 'multi':
      return { ...common, type, options: [] };
    case 'number':
    case 'duration':
    case 'date_age':
      return { ...common, type, unit: { fr: '', en: '' }, curve: [] };
    case 'text':
    case 'file':
      return { ...common, type };
  }
}
