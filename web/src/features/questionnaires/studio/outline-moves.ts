import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { findPlaced } from '@probant/shared/questionnaires/draft/apply-steps';
import type { Place } from '@probant/shared/questionnaires/draft/draft-step';

import type { DropPoint } from './use-drag.js';

/** One place up or down; over the end of a theme into the next one. Nothing at the ends of the questionnaire. */
export function placeBeside({ themes }: QuestionnaireDocument, key: string, step: -1 | 1): Place | undefined {
  const themeIndex = themes.findIndex(({ questions }) => questions.some(({ id }) => id === key));
  const theme = themes[themeIndex];
  if (theme === undefined) return undefined;
  const others = theme.questions.filter(({ id }) => id !== key).map(({ id }) => id);
  const index = theme.questions.findIndex(({ id }) => id === key) + step;
  if (index >= 0 && index <= others.length) {
    return { theme: theme.code, after: others[index - 1] ?? null };
  }
  const next = themes[themeIndex + step];
  if (next === undefined) return undefined;
  return { theme: next.code, after: step === 1 ? null : (next.questions.at(-1)?.id ?? null) };
}

/** Where a question stands that is dropped there: on the head of a theme, at its beginning. */
export function placeAt(draft: QuestionnaireDocument, { kind, key, side }: DropPoint): Place | undefined {
  if (kind === 'theme') return { theme: key, after: null };
  const placed = findPlaced(draft, key);
  if (placed === undefined) return undefined;
  return { theme: placed.place.theme, after: side === 'behind' ? key : placed.place.after };
}

/** Behind which theme one stands that moves a place up or down; undefined at the ends. */
export function themeBeside({ themes }: QuestionnaireDocument, code: string, step: -1 | 1) {
  return keyBeside(
    themes.map((theme) => theme.code),
    code,
    step,
  );
}

/** The same for one that is dropped there. */
export function themeAt({ themes }: QuestionnaireDocument, dragged: string, over: DropPoint): string | null {
  return keyAt(
    themes.map(({ code }) => code),
    dragged,
    over,
  );
}

export function knockoutBeside({ knockouts }: QuestionnaireDocument, id: string, step: -1 | 1) {
  return keyBeside(
    knockouts.map((one) => one.id),
    id,
    step,
  );
}

export function knockoutAt(
  { knockouts }: QuestionnaireDocument,
  dragged: string,
  over: DropPoint,
): string | null {
  return keyAt(
    knockouts.map(({ id }) => id),
    dragged,
    over,
  );
}

function keyBeside(keys: readonly string[], key: string, step: -1 | 1): string | null | undefined {
  const others = keys.filter((one) => one !== key);
  const index = keys.indexOf(key) + step;
  return index < 0 || index > others.length ? undefined : (others[index - 1] ?? null);
}

function keyAt(keys: readonly string[], dragged: string, { key, side }: DropPoint): string | null {
  const others = keys.filter((one) => one !== dragged);
  return side === 'behind' ? key : (others[others.indexOf(key) - 1] ?? null);
}
