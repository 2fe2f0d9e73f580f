import type { SupplierQuestion, SupplierTheme } from '@probant/shared/questionnaires/supplier-questionnaire';
import { useCallback, useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';

import type { Answering } from './use-answering.js';

export interface AskedTheme extends SupplierTheme {
  /** Those that other answers leave standing. */
  readonly asked: readonly SupplierQuestion[];
}

export interface Position {
  readonly themes: readonly AskedTheme[];
  readonly theme: AskedTheme;
  readonly themeIndex: number;
  /** The open question; none in a theme whose questions are all moot. */
  readonly question: SupplierQuestion | undefined;
  readonly open: (questionId: string) => void;
  readonly openTheme: (code: string) => void;
  /** One question on or back, over the end of the theme; false at either end of the questionnaire. */
  readonly move: (step: 1 | -1) => boolean;
}

/** Where one is in the questionnaire; stands in the address, so that a link, a reload and the back button lead there. */
export function usePosition(answering: Answering): Position {
  const [parameters, setParameters] = useSearchParams();
  const focusWanted = useRef<'question' | 'theme' | null>(null);
  const themes = askedThemes(answering);
  const { theme, question } = locate(themes, answering, parameters);
  const themeIndex = themes.indexOf(theme);

  const shown = question?.id;
  const named = parameters.get('q') ?? undefined;
  useEffect(() => {
    // The place stays where it is while answers come in and "the first without an answer" moves on.
    if (shown !== undefined && shown !== named) setParameters({ q: shown }, { replace: true });
  }, [shown, named, setParameters]);
  useEffect(() => {
    if (focusWanted.current === null) return;
    const heading = document.getElementById(
      focusWanted.current === 'theme' || shown === undefined ? 'theme-title' : `question-${shown}`,
    );
    focusWanted.current = null;
    heading?.focus({ preventScroll: true });
    heading?.closest('[data-place]')?.scrollIntoView({ block: 'nearest' });
  }, [shown, theme.code]);

  const open = useCallback(
    (questionId: string) => {
      focusWanted.current = 'question';
      setParameters({ q: questionId }, { replace: true });
    },
    [setParameters],
  );
  const openTheme = useCallback(
    (code: string) => {
      focusWanted.current = 'theme';
      setParameters({ theme: code });
      window.scrollTo(0, 0);
    },
    [setParameters],
  );
  const move = (step: 1 | -1): boolean => {
    const order = themes.flatMap(({ asked }) => asked);
    const next = order[order.findIndex(({ id }) => id === shown) + step];
    if (next === undefined || shown === undefined) return false;
    open(next.id);
    return true;
  };
  return { themes, theme, themeIndex, question, open, openTheme, move };
}

function askedThemes({ sheet, completion }: Answering): AskedTheme[] {
  const hidden = new Set(completion.hidden);
  return sheet.document.themes.map((theme) => ({
    ...theme,
    asked: theme.questions.filter(({ id }) => !hidden.has(id)),
  }));
}

const noTheme: AskedTheme = { code: '', title: { fr: '', en: '' }, questions: [], asked: [] };

function locate(
  themes: readonly AskedTheme[],
  answering: Answering,
  parameters: URLSearchParams,
): { theme: AskedTheme; question: SupplierQuestion | undefined } {
  const q = parameters.get('q');
  const byQuestion = themes.find(({ questions }) => questions.some(({ id }) => id === q));
  const theme = byQuestion ?? themes.find(({ code }) => code === parameters.get('theme'));
  if (theme !== undefined) {
    const named = theme.asked.find(({ id }) => id === q);
    return { theme, question: named ?? firstOpen([theme], answering) ?? theme.asked[0] };
  }
  const first = firstAwaiting(themes, answering) ?? firstOpen(themes, answering);
  const start =
    themes.find(({ asked }) => first !== undefined && asked.includes(first)) ?? themes[0] ?? noTheme;
  return { theme: start, question: first ?? start.asked[0] };
}

/** What the buyer asks about comes before what is left to answer. */
function firstAwaiting(themes: readonly AskedTheme[], { sheet }: Answering): SupplierQuestion | undefined {
  const awaiting = new Set(
    sheet.state.threads.filter((thread) => thread.awaiting).map(({ questionId }) => questionId),
  );
  return themes.flatMap(({ asked }) => asked).find(({ id }) => awaiting.has(id));
}

function firstOpen(themes: readonly AskedTheme[], { completion }: Answering): SupplierQuestion | undefined {
  const open = new Set([...completion.mustAnswer, ...completion.unanswered]);
  return themes.flatMap(({ asked }) => asked).find(({ id }) => open.has(id));
}
