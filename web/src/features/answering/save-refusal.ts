import { answerStates } from '@probant/shared/answers/given-answer';

import type { Problem } from '../../platform/api/problem.js';
import type { FieldTrouble, SavedAnswer } from './draft.js';

/** What stands on the server for each question that has moved on, from a `stale-revision`. */
export function conflictsIn({ extensions }: Problem): ReadonlyMap<string, SavedAnswer> {
  const { conflicts } = extensions;
  const listed: readonly unknown[] = Array.isArray(conflicts) ? conflicts : [];
  return new Map(listed.flatMap((entry) => toConflict(entry)));
}

function toConflict(entry: unknown): [string, SavedAnswer][] {
  if (typeof entry !== 'object' || entry === null) return [];
  const read = (name: string): unknown => Reflect.get(entry, name);
  const [key, revision, state] = [read('key'), read('revision'), read('state')];
  const known = answerStates.find((candidate) => candidate === state);
  if (typeof key !== 'string' || typeof revision !== 'number') return [];
  return [
    [
      key,
      {
        state: known ?? 'cleared',
        value: read('value') ?? null,
        comment: textOf(read('comment')),
        justification: textOf(read('justification')),
        revision,
        savedBy: textOf(read('savedBy')),
        savedAt: textOf(read('savedAt')),
      },
    ],
  ];
}

/** Whom the refusal of a whole request blames: the index of each answer with its troubles; everybody when it names nobody. */
export function blamedFor(problem: Problem, count: number): ReadonlyMap<number, readonly FieldTrouble[]> {
  const blamed = new Map<number, FieldTrouble[]>();
  for (const { pointer, detail, code } of problem.fields) {
    const match = /^\/answers\/(\d+)(\/.*)?$/.exec(pointer);
    const index = Number(match?.[1] ?? -1);
    if (index < 0 || index >= count) continue;
    const trouble = { pointer: match?.[2] ?? '', message: detail ?? code };
    blamed.set(index, [...(blamed.get(index) ?? []), trouble]);
  }
  if (blamed.size > 0) return blamed;
  const message = problem.detail ?? problem.title ?? problem.code;
  return new Map(Array.from({ length: count }, (_, index) => [index, [{ pointer: '', message }]]));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
