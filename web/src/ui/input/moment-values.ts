import type { Moment } from '@probant/shared/moment';

/** A moment while it is typed: both empty, it did not happen; the hour alone empty, it is unknown. */
export interface MomentValues {
  readonly on: string;
  readonly at: string;
}

export const noMoment: MomentValues = { on: '', at: '' };

export function toMomentValues(moment: Moment | null): MomentValues {
  return moment === null ? noMoment : { on: moment.on, at: moment.at ?? '' };
}

export function fromMomentValues(values: MomentValues): Moment | null {
  return values.on === '' && values.at === '' ? null : certainMoment(values);
}

/** Where a moment has to be: the API says that the day is missing. */
export function certainMoment({ on, at }: MomentValues): Moment {
  return { on, at: at === '' ? null : at };
}
