import { useEffect, useMemo, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';

import { keepTrial, readTrial } from './kept-trial.js';
import { countDifferences, moveWeight, type ThemeWeights } from './move-weight.js';
import type { WeighingReply } from './use-weighing.js';

export interface TrialWeights {
  themes: ThemeWeights;
  questions: ThemeWeights;
}

/** What the weights tried started from. */
export interface Start {
  readonly key: string;
  readonly preset: string | null;
  /** As it is shown: of a saved profile, with its number. */
  readonly name: string;
  /** The name of the saved profile; null for a preset. */
  readonly savedAs: string | null;
  readonly weights: TrialWeights;
}

export interface Trial {
  readonly weights: TrialWeights;
  readonly published: TrialWeights;
  readonly start: Start;
  readonly locked: ReadonlySet<string>;
  readonly differences: number;
  /** No theme has a weight above 0. */
  readonly weighsNothing: boolean;
  readonly setTheme: (code: string, weight: number) => void;
  /** null: the questionnaire's own weight again. */
  readonly setQuestion: (id: string, weight: number | null) => void;
  readonly toggleLock: (code: string) => void;
  readonly startFrom: (start: Start) => void;
  readonly reset: () => void;
}

/** Every theme has a weight: the profile's, else that of the first questionnaire that has the theme. */
export function completeWeights(
  documents: WeighingReply['documents'],
  { themes, questions }: { readonly themes: ThemeWeights; readonly questions: ThemeWeights },
): TrialWeights {
  const own = documents.toReversed().flatMap((one) => one.themes.map(({ code, weight }) => [code, weight]));
  const known = Object.fromEntries(own) as ThemeWeights;
  return { themes: { ...known, ...themes }, questions };
}

/** Only what the questionnaires still have: a trial may have been kept for weeks. */
function stillThere(documents: WeighingReply['documents'], weights: TrialWeights): TrialWeights {
  const themes = documents.flatMap((one) => one.themes);
  const codes = new Set(themes.map(({ code }) => code));
  const ids = new Set(themes.flatMap(({ questions }) => questions.map(({ id }) => id)));
  const only = (known: ReadonlySet<string>, given: ThemeWeights): ThemeWeights =>
    Object.fromEntries(Object.entries(given).filter(([key]) => known.has(key)));
  return completeWeights(documents, {
    themes: only(codes, weights.themes),
    questions: only(ids, weights.questions),
  });
}

/** Weights being tried. They are kept in the browser at that place as long as they are something else than what is published. */
export function useTrial(weighing: WeighingReply, name: string, place: string): Trial {
  const { documents, profile } = weighing;
  const published = useMemo(() => completeWeights(documents, profile), [documents, profile]);
  const [kept] = useState(() => readTrial(place));
  const [start, setStart] = useState<Start>(() =>
    kept === null
      ? { key: profile.id, preset: profile.preset, name, savedAs: profile.name, weights: published }
      : { ...kept.start, weights: stillThere(documents, kept.start.weights) },
  );
  const [locked, setLocked] = useState<ReadonlySet<string>>(() => new Set(kept?.locked));
  const form = useForm<{ weights: TrialWeights }>({
    defaultValues: { weights: kept === null ? start.weights : stillThere(documents, kept.weights) },
  });
  // Whole objects are set: a key may hold a dot, which would be read as a path.
  const weights = useWatch({ control: form.control, name: 'weights' });
  const set = (next: TrialWeights): void => {
    form.setValue('weights', next, { shouldDirty: true });
  };
  const differences = countDifferences(weights, start.weights);
  const isPublished = start.key === profile.id && differences === 0;
  useEffect(() => {
    keepTrial(place, isPublished ? null : { start, weights, locked: [...locked] });
  }, [place, isPublished, start, weights, locked]);
  return {
    weights,
    published,
    start,
    locked,
    differences,
    weighsNothing: !Object.values(weights.themes).some((weight) => weight > 0),
    setTheme: (code, weight) => {
      set({ ...weights, themes: moveWeight(weights.themes, locked, code, weight) });
    },
    setQuestion: (id, weight) => {
      const others = Object.entries(weights.questions).filter(([key]) => key !== id);
      set({
        ...weights,
        questions: Object.fromEntries(weight === null ? others : [...others, [id, weight]]),
      });
    },
    toggleLock: (code) => {
      setLocked((codes) =>
        codes.has(code) ? new Set([...codes].filter((one) => one !== code)) : new Set([...codes, code]),
      );
    },
    startFrom: (next) => {
      setStart(next);
      set(next.weights);
    },
    reset: () => {
      set(start.weights);
    },
  };
}
