import type {
  Knockout,
  Question,
  QuestionnaireDocument,
  Theme,
} from '@probant/shared/questionnaires/document';
import { questionsIn } from '@probant/shared/questionnaires/narrow-document';
import { useState } from 'react';
import { useSearchParams } from 'react-router';

/** The open knock-out, all of them, or none. */
export type KnockoutPlace = Knockout | 'all' | null;

export interface StudioPlace {
  readonly theme: Theme | undefined;
  /** The open question; none where the theme itself is, or a knock-out. */
  readonly question: Question | undefined;
  readonly knockouts: KnockoutPlace;
}

export function searchOfKnockout(id: string): string {
  return `?knockout=${encodeURIComponent(id)}`;
}

/** What is told of a knock-out, beside questions and themes; the empty id is all of them. */
export function ofKnockout(id: string): string {
  return `knockout/${id}`;
}

/** What is open stands in the address; what is no longer there leads to what took its place. */
export function usePlace(draft: QuestionnaireDocument, { themes }: QuestionnaireDocument): StudioPlace {
  const [params] = useSearchParams();
  const key = params.get('q');
  const knockout = params.get('knockout');
  // What is left out or undone leaves its author in the theme where it stood.
  const [last, setLast] = useState<string | null>(null);
  const named = themes.find(({ questions }) => questions.some(({ id }) => id === key));
  if (named !== undefined && named.code !== last) setLast(named.code);
  if (knockout !== null) {
    return {
      theme: undefined,
      question: undefined,
      knockouts: draft.knockouts.find(({ id }) => id === knockout) ?? 'all',
    };
  }
  if (named !== undefined) {
    const question = named.questions.find(({ id }) => id === key);
    return { theme: named, question, knockouts: null };
  }
  const theme = themes.find(({ code }) => code === (params.get('theme') ?? last)) ?? themes[0];
  return { theme, question: undefined, knockouts: null };
}

/** The first question that a knock-out looks at: what is shown of it as the supplier sees it. */
export function lookedAt(
  knockouts: KnockoutPlace,
  { themes }: QuestionnaireDocument,
): Pick<StudioPlace, 'theme' | 'question'> {
  const keys = knockouts === null || knockouts === 'all' ? [] : questionsIn(knockouts.when);
  for (const theme of themes) {
    const question = theme.questions.find(({ id }) => keys.includes(id));
    if (question !== undefined) return { theme, question };
  }
  return { theme: themes[0], question: undefined };
}
