import type { ThemeWeights } from './move-weight.js';
import type { Start, TrialWeights } from './use-trial.js';

/** A trial as the browser keeps it, so that leaving or reloading loses nothing. */
export interface KeptTrial {
  readonly start: Start;
  readonly weights: TrialWeights;
  readonly locked: readonly string[];
}

/** Where the trials of one person in one organisation are kept. */
export function trialPlace(organisationId: string, accountId: string): string {
  return `probant-weighing ${organisationId} ${accountId}`;
}

/** None when there is none, or when what is there was written by something else. */
export function readTrial(place: string): KeptTrial | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? 'null');
    return isTrial(kept) ? kept : null;
  } catch {
    // Storage that is closed or holds no JSON keeps no trial.
    return null;
  }
}

export function keepTrial(place: string, trial: KeptTrial | null): void {
  try {
    if (trial === null) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(trial));
  } catch {
    // Without storage the trial lasts as long as the page.
  }
}

function isTrial(value: unknown): value is KeptTrial {
  if (!isRecord(value) || !isRecord(value['start'])) return false;
  const { key, preset, name, savedAs, weights } = value['start'];
  return (
    typeof key === 'string' &&
    (preset === null || typeof preset === 'string') &&
    typeof name === 'string' &&
    (savedAs === null || typeof savedAs === 'string') &&
    isWeights(weights) &&
    isWeights(value['weights']) &&
    Array.isArray(value['locked']) &&
    value['locked'].every((code) => typeof code === 'string')
  );
}

function isWeights(value: unknown): value is TrialWeights {
  return isRecord(value) && isThemeWeights(value['themes']) && isThemeWeights(value['questions']);
}

function isThemeWeights(value: unknown): value is ThemeWeights {
  return (
    isRecord(value) && Object.values(value).every((weight) => Number.isFinite(weight) && Number(weight) >= 0)
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
