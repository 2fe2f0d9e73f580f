import {
  // oxlint-disable-next-line no-restricted-imports -- the one place that wraps it
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

/** Of each state apart: whether there is data still follows from the status. */
type WithoutCalls<State> = State extends unknown ? Omit<State, 'mutate' | 'mutateAsync'> : never;

type Arguments<Input> = undefined extends Input ? [input?: Input] : [input: Input];

/**
 * What follows an act is written behind its promise. The callbacks that a mutation takes beside its input are called for the
 * last of several calls only: a dialog stays open when the first succeeds and the second is refused.
 */
export type ActResult<Reply, Input> = WithoutCalls<UseMutationResult<Reply, Error, Input>> & {
  /** For an act whose result is seen on the screen; `error` says what was refused. */
  readonly mutate: (...input: Arguments<Input>) => void;
  readonly mutateAsync: (...input: Arguments<Input>) => Promise<Reply>;
};

/** A mutation that a double click starts once. Everything that a button changes goes through it. */
export function useAct<Reply = unknown, Input = void>({
  lane = sameInput,
  ...options
}: ActOptions<Reply, Input>): ActResult<Reply, Input> {
  const mutation = useMutation(options);
  const [once] = useState(() => createActOnce<Reply>());
  const { mutateAsync } = mutation;
  return useMemo(() => {
    const act = (...[input]: Arguments<Input>): Promise<Reply> =>
      // Where the input may be left out it may be undefined.
      once(lane(input), () => mutateAsync(input as Input));
    return {
      ...mutation,
      mutateAsync: act,
      mutate: (...input) => {
        act(...input).catch(shownElsewhere);
      },
    };
  }, [mutation, mutateAsync, once, lane]);
}

/** For acts that undo each other, such as archiving and restoring: one lane for all of them. */
export const oneLane = (): string => '';

/** The end of a promise whose refusal the screen shows by `error`. */
export const shownElsewhere = (): void => undefined;

function sameInput(input: unknown): string {
  return input === undefined ? '' : JSON.stringify(input);
}
