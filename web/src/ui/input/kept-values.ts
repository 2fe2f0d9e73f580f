import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { FieldValues, UseFormProps, UseFormReturn } from 'react-hook-form';

import { type Session, sessionQuery } from '../../platform/session/session.js';

/** What was typed in a form and not sent, with the revision it was typed over. */
interface Draft {
  readonly revision: number;
  readonly values: FieldValues;
}

export interface KeptValues<Values extends FieldValues> {
  /** Whether this form outlives the screen it stands on. */
  readonly keeps: boolean;
  /** What was typed before, on this screen or ahead of a reload, stands in the fields again. */
  readonly restored: boolean;
  /** What this form is about was changed by somebody else since it was opened. */
  readonly behind: boolean;
  /** The revision that what is typed here was typed over; 0 where there is none. */
  readonly revision: number;
  /** Throws away what was typed: the fields show what is saved. */
  readonly forget: () => void;
  /** What is typed here is to take the place of what somebody else has saved since. */
  readonly overrule: () => void;
  /** Goes on from what has just been saved; what was typed while it was on its way stays. */
  readonly startFrom: (saved: Values, revision: number, sent: Values) => void;
  /** What was sent need not be kept any longer. */
  readonly sent: (values: Values) => void;
}

interface Options<Values extends FieldValues> {
  readonly name: string | undefined;
  readonly revision: number;
  readonly defaultValues: UseFormProps<Values>['defaultValues'];
}

/**
 * What is typed and not sent outlives another question, another screen and a reload: in this tab, for this person in this
 * organisation. The revision stays the one that was read when typing began, so that a change somebody else makes meanwhile
 * is noticed when this is sent, and not overwritten.
 */
export function useKeptValues<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  { name, revision, defaultValues }: Options<Values>,
): KeptValues<Values> {
  const placeOf = usePlaceOf();
  const [place] = useState(() => (name === undefined ? undefined : placeOf(name)));
  const [draft] = useState(() => readFitting(place, defaultValues));
  const [restored, setRestored] = useState(draft !== null);
  const [base, setBase] = useState(draft?.revision ?? revision);

  useEffect(() => {
    if (draft !== null) form.reset(draft.values as Values, { keepDefaultValues: true });
  }, [form, draft]);
  useEffect(() => {
    if (place === undefined) return undefined;
    return form.subscribe({
      formState: { values: true },
      callback: ({ values, defaultValues: saved }) => {
        keepDraft(place, isSame(values, saved) ? null : { revision: base, values });
      },
    });
  }, [form, place, base]);

  const rebase = (next: number): void => {
    setBase(next);
    const kept = readDraft(place);
    if (kept !== null) keepDraft(place, { ...kept, revision: next });
  };
  return {
    keeps: place !== undefined,
    restored,
    behind: revision !== base,
    revision: base,
    forget: () => {
      if (typeof defaultValues !== 'function') form.reset(defaultValues);
      keepDraft(place, null);
      setRestored(false);
      setBase(revision);
    },
    overrule: () => {
      rebase(revision);
    },
    startFrom: (saved, next, sent) => {
      form.reset(saved, { keepValues: !isSame(form.getValues(), sent) });
      rebase(next);
    },
    sent: (values) => {
      setRestored(false);
      if (isSame(form.getValues(), values)) keepDraft(place, null);
    },
  };
}

/** Whether something typed waits under a name, so that what holds its form opens with it. */
export function useHasKept(): (name: string) => boolean {
  const placeOf = usePlaceOf();
  return (name) => readDraft(placeOf(name)) !== null;
}

/** Throws away what waits under a name, where its form is not on the screen. */
export function useForgetKept(): (name: string) => void {
  const placeOf = usePlaceOf();
  return (name) => {
    keepDraft(placeOf(name), null);
  };
}

function usePlaceOf(): (name: string) => string | undefined {
  const client = useQueryClient();
  return useCallback((name) => keptPlace(client.getQueryData(sessionQuery.queryKey), name), [client]);
}

function keptPlace(session: Session | null | undefined, name: string): string | undefined {
  const organisation = session?.organisation;
  if (!session || !organisation) return undefined;
  return ['probant-form', organisation.id, session.account.id, name].join('/');
}

/** None as well when it was typed into another version of the form. */
function readFitting(place: string | undefined, defaultValues: unknown): Draft | null {
  const draft = readDraft(place);
  return draft !== null && hasShapeOf(draft.values, defaultValues) ? draft : null;
}

function readDraft(place: string | undefined): Draft | null {
  if (place === undefined) return null;
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place) ?? 'null');
    return isDraft(kept) ? kept : null;
  } catch {
    // Storage that is closed or holds no JSON keeps nothing.
    return null;
  }
}

function keepDraft(place: string | undefined, draft: Draft | null): void {
  if (place === undefined) return;
  try {
    if (draft === null) sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, JSON.stringify(draft));
  } catch {
    // Without storage what is typed lasts as long as the screen.
  }
}

function isDraft(value: unknown): value is Draft {
  return isRecord(value) && Number.isInteger(value['revision']) && isRecord(value['values']);
}

function hasShapeOf(values: Record<string, unknown>, wished: unknown): boolean {
  if (!isRecord(wished)) return false;
  return Object.entries(wished).every(([key, value]) => {
    const kept = values[key];
    // Nothing chosen yet goes with whatever may be chosen.
    if (kept === null || value === null) return true;
    if (isRecord(value)) return isRecord(kept) && hasShapeOf(kept, value);
    return typeof kept === typeof value && Array.isArray(kept) === Array.isArray(value);
  });
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
