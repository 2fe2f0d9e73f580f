import { parisDay, type Day } from '../calendar.js';
import { accept, fieldRefusal, refuse, refuseFields, type Decision, type FieldRefusal } from '../decision.js';
import { maxLengths } from '../limits.js';
import { checkText, tidyText } from '../plain-text.js';
import type { Localised } from '../questionnaires/document.js';
import type { ProblemCode } from '../problems.js';
import { obligationRules, type ObligationKind } from './kinds.js';
import { overdueFrom, type Obligation } from './obligation.js';

export const markActs = ['done', 'postponed', 'reopened'] as const;
export type MarkAct = (typeof markActs)[number];

/** What a person said of an obligation; every mark stays, the last one counts for the day it was made for. */
export interface Mark {
  readonly act: MarkAct;
  /** The day that the obligation had then. */
  readonly dueOn: Day;
  /** When it was done, or the day it was put off to. */
  readonly on: Day | null;
}

/** An obligation as it stands after what was said of it. */
export interface Settlement {
  readonly effectiveOn: Day;
  readonly overdueFrom: Day;
  readonly doneOn: Day | null;
  readonly lapsedOn: Day | null;
}

/** A mark holds for the day it was made for: when the contract gives another day, the obligation is open again. */
export function settle(obligation: Obligation, last: Mark | null): Settlement {
  const { dueOn, precision, settledOn, lapsedOn } = obligation;
  const mark = last !== null && last.dueOn === dueOn && last.act !== 'reopened' ? last : null;
  const putOffTo = mark?.act === 'postponed' ? mark.on : null;
  const doneOn = mark?.act === 'done' ? mark.on : settledOn;
  return {
    effectiveOn: putOffTo ?? dueOn,
    overdueFrom: putOffTo === null ? overdueFrom(dueOn, precision) : overdueFrom(putOffTo, 'day'),
    doneOn,
    lapsedOn: doneOn === null ? lapsedOn : null,
  };
}

export const obligationStates = ['overdue', 'due', 'done', 'lapsed'] as const;
export type ObligationState = (typeof obligationStates)[number];

export const stateNames: Readonly<Record<ObligationState, Localised>> = {
  overdue: { fr: 'En retard', en: 'Overdue' },
  due: { fr: 'À venir', en: 'To come' },
  done: { fr: 'Faite', en: 'Done' },
  lapsed: { fr: 'Sans objet', en: 'Lapsed' },
};

/** So many days ahead, an obligation is soon to be done. */
export const soonDays = 30;

export function stateOf(
  one: Pick<Settlement, 'doneOn' | 'lapsedOn' | 'overdueFrom'>,
  today: Day,
): ObligationState {
  if (one.doneOn !== null) return 'done';
  if (one.lapsedOn !== null) return 'lapsed';
  return today >= one.overdueFrom ? 'overdue' : 'due';
}

export interface NewMark {
  readonly act: MarkAct;
  readonly on: Day | null;
  /** What proves it, or why. */
  readonly note: string;
}

interface Marked {
  readonly kind: ObligationKind;
  readonly dueOn: Day;
  readonly effectiveOn: Day;
  readonly state: ObligationState;
  /** What was said of it last. */
  readonly last: Pick<Mark, 'act' | 'dueOn'> | null;
}

/** What can be said of an obligation as it stands; what its source settled, its source alone takes up again. */
export function possibleMarks({ kind, dueOn, effectiveOn, state, last }: Marked): readonly MarkAct[] {
  if (obligationRules[kind].elsewhere === true || state === 'lapsed') return [];
  if (state === 'done') return last?.act === 'done' && last.dueOn === dueOn ? ['reopened'] : [];
  return effectiveOn === dueOn ? ['done', 'postponed'] : ['done', 'postponed', 'reopened'];
}

/** Done with what proves it, put off with a reason, or taken up again with one: nothing closes silently. */
export function decideMark(marked: Marked, input: NewMark, now: { readonly at: string }): Decision<NewMark> {
  const today = parisDay(now.at);
  if (!possibleMarks(marked).includes(input.act)) return refuse(refusalOf(marked, input));
  const errors = [
    ...checkDay(input, marked.effectiveOn, today),
    ...checkText('/note', input.note, { max: maxLengths.shortText, multiline: true }),
  ];
  if (errors.length > 0) return refuseFields(errors);
  return accept({ ...input, note: tidyText(input.note) });
}

function refusalOf({ kind, state }: Marked, { act }: NewMark): ProblemCode {
  if (obligationRules[kind].elsewhere === true) return 'obligation-elsewhere';
  if (act !== 'reopened') return 'obligation-closed';
  return state === 'done' ? 'obligation-elsewhere' : 'obligation-open';
}

function checkDay({ act, on }: NewMark, effectiveOn: Day, today: Day): FieldRefusal[] {
  if (act === 'reopened') return on === null ? [] : [fieldRefusal('/on', 'unknown-field')];
  if (on === null) return [fieldRefusal('/on', 'required')];
  if (act === 'done') return on > today ? [fieldRefusal('/on', 'date-in-future')] : [];
  if (on <= today) return [fieldRefusal('/on', 'date-in-past')];
  return on <= effectiveOn ? [fieldRefusal('/on', 'not-later')] : [];
}
