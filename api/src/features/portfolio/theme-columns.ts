import type { QuestionnaireDocument } from '@probant/shared/questionnaires/document';
import { round } from '@probant/shared/scoring/round-result';
import type { Heading } from '../exports/exports.public.js';

type Themes = QuestionnaireDocument['themes'];

/** A column for each theme, in every table with a row per engagement. */
export function themeHeadings(themes: Themes): Heading[] {
  return themes.map(({ short, title }) => {
    const { fr, en } = short ?? title;
    return [fr, en, 'number'];
  });
}

/** The risks of one engagement, from 0 to 100; nothing where a theme does not apply. */
export function themeRisks(
  themes: Themes,
  risks: Readonly<Record<string, number>>,
): readonly (number | null)[] {
  return themes.map(({ code }) => {
    const risk = risks[code];
    return risk === undefined ? null : round(risk * 100, 1);
  });
}
