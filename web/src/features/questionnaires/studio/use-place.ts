import type { Question, QuestionnaireDocument, Theme } from '@probant/shared/questionnaires/document';
import { useState } from 'react';
import { useSearchParams } from 'react-router';

export interface StudioPlace {
  readonly theme: Theme | undefined;
  /** The open question; none where the theme itself is. */
  readonly question: Question | undefined;
}

/** What is open stands in the address; what is no longer there leads to what took its place. */
export function usePlace({ themes }: QuestionnaireDocument): StudioPlace {
  const [params] = useSearchParams();
  const key = params.get('q');
  // What is left out or undone leaves its author in the theme where it stood.
  const [last, setLast] = useState<string | null>(null);
  const named = themes.find(({ questions }) => questions.some(({ id }) => id === key));
  if (named !== undefined && named.code !== last) setLast(named.code);
  if (named !== undefined) return { theme: named, question: named.questions.find(({ id }) => id === key) };
  return {
    theme: themes.find(({ code }) => code === (params.get('theme') ?? last)) ?? themes[0],
    question: undefined,
  };
}
