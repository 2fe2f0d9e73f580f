import {
  // eslint-disable-next-line no-restricted-imports -- the one place that wraps it
  useMutation,
  type UseMutationOptions,
  type UseMutationResult,
} from '@tanstack/react-query';
import { useMemo, useState } from 'react';

import { createActOnce } from '../act-once.js';

interface ActOptions<Reply, Input> extends UseMutationOptions<Reply, Error, Input> {
  /** Acts of one lane are one button: the second click of two is dropped. By default those with the same input. */
  readonly lane?: (input: unknown) => string;
}

/** A mutation that a double click starts once. Everything that a button changes goes through it. */
export function useAct<Reply = unknown, Input = void>({
  lane = sameInput,
  ...options
}: ActOptions<Reply, Input>): UseMutationResult<Reply, Error, Input> {
  const mutation = useMutation(options);
  const [once] = useState(() => createActOnce<Reply>());
  const { mutateAsync } = mutation;
  return useMemo(() => {
    const act: typeof mutateAsync = (...input) => once(lane(input[0]), () => mutateAsync(...input));
    return {
      ...mutation,
      mutateAsync: act,
      mutate: (...input) => {
        act(...input).catch(() => {
          // `error` and `onError` say it.
        });
      },
    };
  }, [mutation, mutateAsync, once, lane]);
}

/** For acts that undo each other, such as archiving and restoring: one lane for all of them. */
export const oneLane = (): string => '';

function sameInput(input: unknown): string {
  return input === undefined ? '' : JSON.stringify(input);
}
