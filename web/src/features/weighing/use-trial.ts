import { useDeferredValue, useMemo, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';

import { countDifferences, moveWeight, type ThemeWeights } from './move-weight.js';
import { rankEngagements, type Ranked } from './rank-engagements.js';
import type { WeighingReply } from './use-weighing.js';

export type Engagement = WeighingReply['engagements'][number];
export type RankedEngagement = Ranked<Engagement>;

export interface TrialWeights {
  themes: ThemeWeights;
  questions: ThemeWeights;
}

/** What the weights tried started from. */
export interface Start {
  readonly key: string;
  readonly preset: string | null;
  readonly name: string;
  readonly weights: TrialWeights;
}

export interface Trial {
  readonly weights: TrialWeights;
  readonly published: TrialWeights;
  readonly start: Start;
  readonly locked: ReadonlySet<string>;
  readonly differences: number;
  readonly ranked: readonly RankedEngagement[];
  /** The weights that the ranking is of: those on the sliders, as soon as it has caught up. */
  readonly rankedWith: TrialWeights;
  /** Not yet the ranking of the weights on the sliders. */
  readonly behind: boolean;
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

/** Weights being tried, and the ranking that they give; the ranking follows the sliders without holding them up. */
export function useTrial(weighing: WeighingReply, name: string): Trial {
  const { documents, engagements, profile } = weighing;
  const published = useMemo(() => completeWeights(documents, profile), [documents, profile]);
  const [start, setStart] = useState<Start>(() => ({
    key: profile.id,
    preset: profile.preset,
    name,
    weights: published,
  }));
  const [locked, setLocked] = useState<ReadonlySet<string>>(new Set());
  const form = useForm<{ weights: TrialWeights }>({ defaultValues: { weights: start.weights } });
  // Whole objects are set: a key may hold a dot, which would be read as a path.
  const weights = useWatch({ control: form.control, name: 'weights' });
  const set = (next: TrialWeights): void => {
    form.setValue('weights', next, { shouldDirty: true });
  };
  const deferred = useDeferredValue(weights);
  const ranked = useMemo(
    () => rankEngagements(documents, engagements, deferred),
    [documents, engagements, deferred],
  );
  return {
    weights,
    published,
    start,
    locked,
    differences: countDifferences(weights, start.weights),
    ranked,
    rankedWith: deferred,
    behind: deferred !== weights,
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
