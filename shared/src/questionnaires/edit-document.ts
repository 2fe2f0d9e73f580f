import { accept, refuse, refuseField, refuseFields, type Decision } from '../decision.js';
import { maxCounts } from '../limits.js';
import { checkAnswerable } from './check-question.js';
import { sameKey } from './check-parts.js';
import type { InheritRule, Knockout, Localised, Question, QuestionnaireDocument, Theme } from './document.js';
import { dependentsOf, narrowDocument } from './narrow-document.js';

export const editKinds = [
  'rename',
  'leave-out-question',
  'leave-out-theme',
  'restore-question',
  'restore-theme',
  'add-theme',
  'add-question',
  'change-question',
] as const;
export type EditKind = (typeof editKinds)[number];

/** One act of an author on a draft. */
export type DocumentEdit =
  | { readonly kind: 'rename'; readonly title: Localised }
  | {
      readonly kind: 'leave-out-question';
      readonly questionKey: string;
      /** The author has read what else goes. */
      readonly withDependents: boolean;
    }
  | { readonly kind: 'leave-out-theme'; readonly themeCode: string; readonly withDependents: boolean }
  | { readonly kind: 'restore-question'; readonly questionKey: string }
  | { readonly kind: 'restore-theme'; readonly themeCode: string }
  | { readonly kind: 'add-theme'; readonly theme: Pick<Theme, 'code' | 'title' | 'weight'> }
  | { readonly kind: 'add-question'; readonly themeCode: string; readonly question: Question }
  | { readonly kind: 'change-question'; readonly question: Question };

export interface EditGround {
  readonly draft: QuestionnaireDocument;
  readonly library: QuestionnaireDocument;
  /** The version published last. */
  readonly published: QuestionnaireDocument | null;
  /** Keys of every version ever published, those of questions since left out among them. */
  readonly keysPublished?: readonly string[];
}

/** Where questions left out come back from; the first that holds one gives it. */
export function originsOf({ library, published }: EditGround): readonly QuestionnaireDocument[] {
  return published === null ? [library] : [library, published];
}

/** The draft after the edit, or why not. */
export function editDocument(ground: EditGround, edit: DocumentEdit): Decision<QuestionnaireDocument> {
  switch (edit.kind) {
    case 'rename':
      return accept({ ...ground.draft, title: edit.title });
    case 'leave-out-question':
      return leaveOut(ground.draft, edit.questionKey, [edit.questionKey], edit.withDependents);
    case 'leave-out-theme': {
      const theme = ground.draft.themes.find(({ code }) => code === edit.themeCode);
      if (theme?.questions.length === 0) return accept(withoutTheme(ground.draft, edit.themeCode));
      const keys = theme?.questions.map(({ id }) => id) ?? [];
      return leaveOut(ground.draft, edit.themeCode, keys, edit.withDependents);
    }
    case 'restore-question':
      return restore(ground, (question) => question.id === edit.questionKey);
    case 'restore-theme':
      return restore(ground, (_, theme) => theme.code === edit.themeCode);
    case 'add-theme':
      return addTheme(ground, edit.theme);
    case 'add-question':
      return addQuestion(ground, edit.themeCode, edit.question);
    case 'change-question':
      return changeQuestion(ground, edit.question);
  }
}

function leaveOut(
  draft: QuestionnaireDocument,
  what: string,
  keys: readonly string[],
  withDependents: boolean,
): Decision<QuestionnaireDocument> {
  const leaving = new Set(keys);
  const there = questionsOf(draft).filter(({ id }) => leaving.has(id));
  if (there.length === 0) return refuse('not-found');
  const dependents = dependentsOf(draft, leaving);
  if (dependents.length > 0 && !withDependents) {
    return refuse('question-depended-on', { params: { question: what, dependents: dependents.join(', ') } });
  }
  const themes = draft.themes
    .map((theme) => ({ ...theme, questions: theme.questions.filter(({ id }) => !leaving.has(id)) }))
    .filter((theme, index) => theme.questions.length > 0 || draft.themes[index]?.questions.length === 0);
  return accept({ ...draft, themes });
}

function withoutTheme(draft: QuestionnaireDocument, code: string): QuestionnaireDocument {
  return { ...draft, themes: draft.themes.filter((theme) => theme.code !== code) };
}

/** Brings back what the draft lacks, each question where its origin has it. */
function restore(
  ground: EditGround,
  wanted: (question: Question, theme: Theme) => boolean,
): Decision<QuestionnaireDocument> {
  let restored = ground.draft;
  for (const origin of originsOf(ground)) {
    for (const theme of origin.themes) {
      for (const question of theme.questions) {
        if (wanted(question, theme) && !questionsOf(restored).some(({ id }) => id === question.id)) {
          restored = bringBack(restored, origin, theme, question);
        }
      }
    }
  }
  return restored === ground.draft ? refuse('not-found') : tooLarge(restored);
}

function bringBack(
  draft: QuestionnaireDocument,
  origin: QuestionnaireDocument,
  theme: Theme,
  question: Question,
): QuestionnaireDocument {
  const there = draft.themes.some(({ code }) => code === theme.code);
  const themes = there
    ? draft.themes
    : insertInOrder(
        draft.themes,
        { ...theme, questions: [] },
        origin.themes.map(({ code }) => code),
        ({ code }) => code,
      );
  const order = theme.questions.map(({ id }) => id);
  return {
    ...draft,
    themes: themes.map((one) =>
      one.code === theme.code
        ? { ...one, questions: insertInOrder(one.questions, question, order, ({ id }) => id) }
        : one,
    ),
  };
}

/** Before the first of those that follow it in the order given, else last. */
function insertInOrder<T>(
  items: readonly T[],
  item: T,
  order: readonly string[],
  keyOf: (item: T) => string,
): T[] {
  const following = new Set(order.slice(order.indexOf(keyOf(item)) + 1));
  const next = items.findIndex((one) => following.has(keyOf(one)));
  return items.toSpliced(next === -1 ? items.length : next, 0, item);
}

function addTheme(
  ground: EditGround,
  theme: Pick<Theme, 'code' | 'title' | 'weight'>,
): Decision<QuestionnaireDocument> {
  const { draft } = ground;
  const taken = [draft, ...originsOf(ground)].some((document) =>
    document.themes.some(({ code }) => sameKey(code, theme.code)),
  );
  if (taken) return refuseField('/theme/code', 'key-twice', { key: theme.code });
  return tooLarge({ ...draft, themes: [...draft.themes, { ...theme, mandatory: false, questions: [] }] });
}

function addQuestion(
  ground: EditGround,
  themeCode: string,
  question: Question,
): Decision<QuestionnaireDocument> {
  const { draft } = ground;
  // A key stands for one question for ever: neither one in use nor one left out is given to another.
  const inUse = [draft, ...originsOf(ground)].flatMap((document) =>
    questionsOf(document).map(({ id }) => id),
  );
  const taken = [...inUse, ...(ground.keysPublished ?? [])].some((key) => sameKey(key, question.id));
  if (taken) return refuseField('/question/id', 'key-twice', { key: question.id });
  const wrong = checkAnswerable('/question', question);
  if (wrong.length > 0) return refuseFields(wrong);
  if (!draft.themes.some(({ code }) => code === themeCode)) {
    return refuseField('/themeCode', 'unknown-theme', { key: themeCode });
  }
  const themes = draft.themes.map((theme) =>
    theme.code === themeCode ? { ...theme, questions: [...theme.questions, question] } : theme,
  );
  return tooLarge({ ...draft, themes });
}

/** A draft is its author's, whatever it was copied from: every property of a question may change, its key never. */
function changeQuestion({ draft }: EditGround, question: Question): Decision<QuestionnaireDocument> {
  const before = questionsOf(draft).find(({ id }) => id === question.id);
  if (before === undefined) return refuse('not-found');
  const wrong = checkAnswerable('/question', question);
  if (wrong.length > 0) return refuseFields(wrong);
  const after = withHiddenRules(draft, before, question);
  const themes = draft.themes.map((theme) => ({
    ...theme,
    questions: theme.questions.map((one) => (one.id === question.id ? after : one)),
  }));
  return accept({ ...draft, themes });
}

/**
 * The author edits the question as it would be published. Rules that look at a question left out are not in there: they stay
 * where they stood, for the day that it comes back. Which knock-outs it decides is theirs to say.
 */
export function withHiddenRules(draft: QuestionnaireDocument, before: Question, after: Question): Question {
  const present = new Set(questionsOf(draft).map(({ id }) => id));
  const { inheritIf = [], ...rest } = after;
  const rules = (before.inheritIf ?? []).reduce<readonly InheritRule[]>(
    (kept, rule, index) => (present.has(rule.q) ? kept : kept.toSpliced(index, 0, rule)),
    inheritIf,
  );
  return { ...rest, ...(rules.length === 0 ? {} : { inheritIf: rules }), knockouts: before.knockouts };
}

export function tooLarge(draft: QuestionnaireDocument): Decision<QuestionnaireDocument> {
  if (draft.themes.length > maxCounts.themesPerVersion) {
    return refuseField('/theme', 'too-many', { max: maxCounts.themesPerVersion });
  }
  if (draft.knockouts.length > maxCounts.knockoutsPerVersion) {
    return refuseField('/knockout', 'too-many', { max: maxCounts.knockoutsPerVersion });
  }
  return questionsOf(draft).length > maxCounts.questionsPerVersion
    ? refuseField('/question', 'too-many', { max: maxCounts.questionsPerVersion })
    : accept(draft);
}

export function questionsOf(document: QuestionnaireDocument): readonly Question[] {
  return document.themes.flatMap((theme) => theme.questions);
}

export interface LeftOut {
  readonly theme: Pick<Theme, 'code' | 'title'>;
  /** The draft no longer has the theme at all. */
  readonly whole: boolean;
  readonly questions: readonly Pick<Question, 'id' | 'text'>[];
}

/** Knock-outs that publishing the draft would end: those of the version published last, or of the library before the first. */
export function listLostKnockouts({
  draft,
  library,
  published,
}: EditGround): Pick<Knockout, 'id' | 'text'>[] {
  const kept = new Set(narrowDocument(draft).knockouts.map(({ id }) => id));
  if (published === null && !comesFrom(draft, library)) return [];
  return (published ?? library).knockouts
    .filter(({ id }) => !kept.has(id))
    .map(({ id, text }) => ({ id, text }));
}

/** A copy of the library keeps its code; a questionnaire that came from a file left nothing of it out. */
function comesFrom(draft: QuestionnaireDocument, library: QuestionnaireDocument): boolean {
  return draft.code === library.code || draft.code.startsWith(`${library.code}-`);
}

/** What the origins hold and the draft does not, in their order. */
export function listLeftOut(ground: EditGround): readonly LeftOut[] {
  const { draft, library } = ground;
  const seen = new Set(questionsOf(draft).map(({ id }) => id));
  const origins = originsOf(ground).filter((origin) => origin !== library || comesFrom(draft, library));
  return origins.flatMap((origin) =>
    origin.themes.flatMap(({ code, title, questions }): LeftOut[] => {
      const missing = questions.filter(({ id }) => !seen.has(id));
      for (const { id } of missing) seen.add(id);
      if (missing.length === 0) return [];
      const whole = !draft.themes.some((theme) => theme.code === code);
      return [{ theme: { code, title }, whole, questions: missing.map(({ id, text }) => ({ id, text })) }];
    }),
  );
}
