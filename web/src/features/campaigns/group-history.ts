import type { AssessmentEvent } from '@probant/shared/audit/assessment-events';
import type { DeliveryEvent } from '@probant/shared/audit/delivery-events';

import type { Assessment } from './use-campaigns.js';

export type Entry = Assessment['timeline'][number];
type HistoryEvent = AssessmentEvent | DeliveryEvent;
type Kind = HistoryEvent['kind'];

/** What one may want to read of what happened. */
export const families = ['steps', 'review', 'findings', 'exchanges'] as const;
export type Family = (typeof families)[number];

const familyOf: Readonly<Record<Kind, Family>> = {
  'assessment-sent': 'steps',
  'assessment-cancelled': 'steps',
  'assessment-reopened': 'steps',
  'due-date-changed': 'steps',
  'version-moved': 'steps',
  'version-move-returned': 'steps',
  'request-accepted': 'steps',
  'request-declined': 'steps',
  'workspace-chosen': 'steps',
  'answering-started': 'steps',
  submitted: 'steps',
  'review-started': 'steps',
  returned: 'steps',
  reviewed: 'steps',
  decided: 'steps',
  'decision-told': 'steps',
  'score-kept': 'steps',
  'evidence-graded': 'review',
  'evidence-rejected': 'review',
  'evidence-verdict-withdrawn': 'review',
  'answers-seen': 'review',
  'na-decided': 'review',
  'na-decision-withdrawn': 'review',
  'answer-overridden': 'review',
  'override-withdrawn': 'review',
  'note-written': 'review',
  'clarification-resolved': 'exchanges',
  'clarification-reopened': 'exchanges',
  'part-handed-over': 'exchanges',
  'part-changed': 'exchanges',
  'part-taken-back': 'exchanges',
  'answer-saved': 'review',
  'answer-refused': 'review',
  'not-applicable-claimed': 'review',
  'answer-cleared': 'review',
  'answers-moved': 'review',
  'answers-moved-back': 'review',
  'answers-carried': 'review',
  'reassessment-sent': 'steps',
  'evidence-linked': 'review',
  'evidence-unlinked': 'review',
  'evidence-stored': 'review',
  'evidence-refused': 'review',
  'evidence-superseded': 'review',
  'evidence-changed': 'review',
  'finding-raised': 'findings',
  'finding-changed': 'findings',
  'link-resent': 'exchanges',
  'reminder-sent': 'exchanges',
  'link-revoked': 'exchanges',
  'link-opened': 'exchanges',
  'code-sent': 'exchanges',
  'code-accepted': 'exchanges',
  'code-refused': 'exchanges',
  'recipient-replaced': 'exchanges',
  'recipient-admitted': 'exchanges',
  'clarification-asked': 'exchanges',
  'clarification-answered': 'exchanges',
  'clarification-closed': 'exchanges',
  'mail-sent': 'exchanges',
  'mail-failed': 'exchanges',
};

/** Acts that come in numbers; several of one person between two steps are told in one line. */
export const foldable = [
  'evidence-graded',
  'evidence-rejected',
  'evidence-verdict-withdrawn',
  'answers-seen',
  'na-decided',
  'answer-overridden',
  'note-written',
  'finding-raised',
  'finding-changed',
  'clarification-asked',
  'clarification-answered',
] as const satisfies readonly Kind[];
export type Foldable = (typeof foldable)[number];

/** One event may tell of many answers. */
const mostInASentence = 6;

/** One line of the history: an event, or several of one kind. */
export interface Line {
  /** Newest first, at least one. */
  readonly entries: readonly [Entry, ...Entry[]];
  /** Set when there are several, or one tells of many things. */
  readonly fold: { readonly kind: Foldable; readonly count: number } | null;
}

export interface HistoryDay {
  readonly day: string;
  readonly lines: readonly Line[];
}

/** The chain keeps what was recorded: its text is an event, of which the API knows the kind alone. */
export function eventOf({ event }: Entry): HistoryEvent {
  return event as unknown as HistoryEvent;
}

export function isOf(entry: Entry, family: Family | null): boolean {
  return family === null || familyOf[eventOf(entry).kind] === family;
}

/** Day by day, newest first; `dayOf` says on which day an instant falls for the reader. */
export function groupHistory(
  timeline: readonly Entry[],
  family: Family | null,
  dayOf: (instant: string) => string,
): readonly HistoryDay[] {
  const days: { day: string; lines: Entry[][] }[] = [];
  // Lines that the next event may still join: none of them lies behind a step.
  let open = new Map<string, Entry[]>();
  for (const entry of timeline) {
    const day = dayOf(entry.at);
    let last = days.at(-1);
    if (last?.day !== day) {
      last = { day, lines: [] };
      days.push(last);
      open = new Map();
    }
    const { kind } = eventOf(entry);
    const folds = isFoldable(kind);
    if (!folds && familyOf[kind] === 'steps') open = new Map();
    if (!isOf(entry, family)) continue;
    const key = `${kind} ${entry.actor} ${entry.actorName ?? ''}`;
    const joined = folds ? open.get(key) : undefined;
    if (joined !== undefined) {
      joined.push(entry);
      continue;
    }
    const line = [entry];
    last.lines.push(line);
    if (folds) open.set(key, line);
  }
  return days
    .map(({ day, lines }) => ({ day, lines: lines.flatMap(toLine) }))
    .filter(({ lines }) => lines.length > 0);
}

function toLine(entries: readonly Entry[]): Line[] {
  const [first, ...others] = entries;
  if (first === undefined) return [];
  const { kind } = eventOf(first);
  const count = countThings(entries);
  const long = others.length > 0 || count > mostInASentence;
  const fold = long && isFoldable(kind) ? { kind, count } : null;
  return [{ entries: [first, ...others], fold }];
}

/** Pieces and answers are counted once, however many events tell of them. */
function countThings(entries: readonly Entry[]): number {
  const things = entries.flatMap((entry): readonly string[] => {
    const event = eventOf(entry);
    switch (event.kind) {
      case 'evidence-graded':
      case 'evidence-rejected':
      case 'evidence-verdict-withdrawn':
        return [event.evidenceId];
      case 'answers-seen':
        return event.questionIds;
      default:
        return [String(entry.sequence)];
    }
  });
  return new Set(things).size;
}

function isFoldable(kind: Kind): kind is Foldable {
  return foldable.some((one) => one === kind);
}
