import type { Completion } from '@probant/shared/answers/completion';
import type { SupplierQuestion, SupplierTheme } from '@probant/shared/questionnaires/supplier-questionnaire';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { NavigationType, useLocation, useNavigationType, useSearchParams } from 'react-router';

import type { Sheet } from './use-sheet.js';
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

const walkMs = 700;

/** Steps that follow each other fast are one walk: the back button leads to where it began. */
function isWalking(steppedAt: { current: number }): boolean {
  const now = performance.now();
  const walking = now - steppedAt.current < walkMs;
  steppedAt.current = now;
  return walking;
}

/** Where one is in the questionnaire; stands in the address, so that a link, a reload and the back button lead there. */
export function usePosition(answering: Answering): Position {
  const [parameters, setParameters] = useSearchParams();
  const { sheet, completion } = answering;
  const themes = useMemo(() => askedThemes(sheet, completion), [sheet, completion]);
  const { key } = useLocation();
  // Where an address without a question has led: an answer that is typed before the address follows moves nobody on.
  const [held, hold] = useState<{ key: string; id: string | undefined } | null>(null);
  const { theme, question } = locate(themes, answering, parameters, held?.key === key ? held.id : undefined);
  if (held?.key !== key) hold({ key, id: question?.id });
  const shown = question?.id;
  const named = parameters.get('q') ?? undefined;
  const focusNext = useFocusWhereOneIs(shown, theme.code);
  const steppedAt = useRef(-Infinity);
  const ahead = useRef(parameters);
  useEffect(() => {
    ahead.current = parameters;
  }, [parameters]);
  useEffect(() => {
    // The place stays where it is while answers come in and "the first without an answer" moves on.
    if (shown !== undefined && shown !== named) setParameters({ q: shown }, { replace: true });
  }, [shown, named, setParameters]);

  const open = (questionId: string): void => {
    if (questionId === shown) {
      document.getElementById(`question-${questionId}`)?.focus();
      return;
    }
    focusNext('question');
    setParameters({ q: questionId });
  };
  const openTheme = useCallback(
    (code: string) => {
      focusNext('theme');
      setParameters({ theme: code });
      window.scrollTo(0, 0);
    },
    [focusNext, setParameters],
  );
  const move = (step: 1 | -1): boolean => {
    const order = themes.flatMap(({ asked }) => asked);
    // The place is ahead of what is drawn when keys follow each other fast.
    const here = locate(themes, answering, ahead.current).question?.id;
    const next = order[order.findIndex(({ id }) => id === here) + step];
    if (next === undefined || here === undefined) return false;
    focusNext('question');
    ahead.current = new URLSearchParams({ q: next.id });
    setParameters({ q: next.id }, { replace: isWalking(steppedAt) });
    return true;
  };
  return { themes, theme, themeIndex: themes.indexOf(theme), question, open, openTheme, move };
}

/**
 * The focus goes with the person: to the question that a link or a key led to, to the theme that was chosen, and back with the
 * back button, where what held it is gone.
 */
function useFocusWhereOneIs(
  shown: string | undefined,
  theme: string,
): (wanted: 'question' | 'theme') => void {
  const [parameters] = useSearchParams();
  const navigation = useNavigationType();
  // A page that is opened afresh leaves the focus to the browser, unless its address names a question.
  const comesIn = parameters.has('q') || navigation !== NavigationType.Pop;
  const wanted = useRef<'question' | 'theme' | null>(comesIn ? 'question' : null);
  const arrived = useRef(false);
  useEffect(() => {
    const place =
      wanted.current ?? (arrived.current && document.activeElement === document.body ? 'question' : null);
    wanted.current = null;
    if (place === null) {
      arrived.current = true;
      return;
    }
    const heading = document.getElementById(
      place === 'theme' || shown === undefined ? 'theme-title' : `question-${shown}`,
    );
    const take = (): void => {
      heading?.focus({ preventScroll: true });
      heading?.closest('[data-place]')?.scrollIntoView({ block: 'nearest' });
    };
    // A screen that has just been reached gets the focus from its frame first.
    if (arrived.current) take();
    else setTimeout(take);
    arrived.current = true;
  }, [shown, theme]);
  return useCallback((place) => {
    wanted.current = place;
  }, []);
}

function askedThemes(sheet: Sheet, completion: Completion): AskedTheme[] {
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
  held?: string,
): { theme: AskedTheme; question: SupplierQuestion | undefined } {
  const q = parameters.get('q') ?? held;
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
  const open = new Set([
    ...completion.mustAnswer,
    ...completion.unanswered,
    ...completion.partial.map(({ id }) => id),
  ]);
  return themes.flatMap(({ asked }) => asked).find(({ id }) => open.has(id));
}
