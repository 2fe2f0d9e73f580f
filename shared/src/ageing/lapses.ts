import { findGiven } from '../answers/given-answer.js';
import { addDays, addMonths, daysBetween, isDay, type Day } from '../calendar.js';
import { findLastFreshDay } from '../evidence/freshness.js';
import type { Question, QuestionnaireDocument, TableRow } from '../questionnaires/document.js';
import { compileRow, rowsOf } from '../scoring/raw-risk.js';
import type { NamedPiece, NamedSubmission } from './replay.js';

/** Those of `movesScore` raise the score when their day is past; an answer to reconfirm never does. */
export const lapseKinds = [
  'piece-aged',
  'piece-expired',
  'certificate-nears-end',
  'certificate-ended',
  'date-aged',
  'answers-to-reconfirm',
] as const;
export type LapseKind = (typeof lapseKinds)[number];

/** Kinds that stay true once their day is past; the others are steps of something that goes on growing old. */
export const lastingKinds = [
  'piece-aged',
  'piece-expired',
  'certificate-ended',
  'answers-to-reconfirm',
] as const satisfies readonly LapseKind[];

export function isLasting(kind: LapseKind): boolean {
  return lastingKinds.some((lasting) => lasting === kind);
}

/** What a list of lapses can be narrowed to: so many days ahead, or those that are past. */
export const lapseWindows = ['30', '90', '180', 'past'] as const;
export type LapseWindow = (typeof lapseWindows)[number];

/** How far the score of an engagement is told ahead. */
export const aheadDays = [30, 90, 180] as const;

/** How far ahead the lapses of one engagement are told. */
export const lapseHorizonDays = 180;

/** Something that holds until a day and not beyond it. */
export interface Lapse {
  readonly kind: LapseKind;
  /** Tells it from others of its kind in one submission. */
  readonly subject: string;
  /** Of the piece, or of whoever holds the certificate; empty where there is none. */
  readonly name: string;
  readonly questions: readonly string[];
  /** The last day on which it holds. */
  readonly lastOn: Day;
}

/** An answer holds for as long as its question lets a piece stand, and for half a year at least; for a year where nothing is said. */
export const leastValidityMonths = 6;
export const usualValidityMonths = 12;

export function validityMonths({ evidence }: Pick<Question, 'evidence'>): number {
  return Math.max(leastValidityMonths, evidence.maxAgeMonths ?? usualValidityMonths);
}

export function movesScore({ kind }: Pick<Lapse, 'kind'>): boolean {
  return kind !== 'answers-to-reconfirm';
}

/** Everything of a submission that lapses some day or has, by day; `confirmedOn` is the day on which it was attested. */
export function findLapses(
  document: QuestionnaireDocument,
  submission: NamedSubmission,
  confirmedOn: Day,
): Lapse[] {
  const questions = document.themes.flatMap((theme) => theme.questions);
  const found = questions.flatMap((question): Lapse[] => [
    ...(submission.pieces[question.id] ?? []).flatMap((piece) => pieceLapse(question, piece)),
    ...answerLapses(question, submission),
    ...reconfirming(question, submission, confirmedOn),
  ]);
  return together(found).toSorted(
    (a, b) =>
      compare(a.lastOn, b.lastOn) ||
      lapseKinds.indexOf(a.kind) - lapseKinds.indexOf(b.kind) ||
      compare(a.subject, b.subject),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** One piece beside several questions lapses once for those that give it the same day, and so do the answers of one day. */
function together(lapses: readonly Lapse[]): Lapse[] {
  const byKey = new Map<string, Lapse>();
  for (const lapse of lapses) {
    const key = `${lapse.kind} ${lapse.subject} ${lapse.lastOn}`;
    const known = byKey.get(key);
    byKey.set(
      key,
      known === undefined ? lapse : { ...known, questions: [...known.questions, ...lapse.questions] },
    );
  }
  return [...byKey.values()];
}

function pieceLapse({ id, evidence }: Question, piece: NamedPiece): Lapse[] {
  if (piece.verdict === 'rejected') return [];
  const lastOn = findLastFreshDay(piece, evidence.maxAgeMonths);
  if (lastOn === undefined) return [];
  const kind = lastOn === piece.expiresOn ? 'piece-expired' : 'piece-aged';
  return [{ kind, subject: piece.id, name: piece.name, questions: [id], lastOn }];
}

/** What is answered in the place of the supplier counts as its answer does. */
function valueOf({ id }: Question, { answers, reviews }: NamedSubmission) {
  const override = Object.hasOwn(reviews, id) ? reviews[id]?.override : undefined;
  const given = override ?? findGiven(answers, id);
  return given?.state === 'answered' ? given.value : undefined;
}

function answerLapses(question: Question, submission: NamedSubmission): Lapse[] {
  const value = valueOf(question, submission);
  if (value === undefined) return [];
  if (question.type === 'table') {
    return rowsOf(value).flatMap((row, place) => certificateLapses(question, row, place));
  }
  if (question.type !== 'date_age' || typeof value !== 'string' || !isDay(value)) return [];
  const { id, curve } = question;
  // Beyond a point after which the curve rises, the answer is worth less from day to day.
  const steps = curve.filter(([, risk], place) => (curve[place + 1]?.[1] ?? risk) > risk);
  return steps.map(([months]) => ({
    kind: 'date-aged',
    subject: `${id}/${months}`,
    name: '',
    questions: [id],
    lastOn: dayOfAge(value, months),
  }));
}

/** The last day on which a date is no more than so many months old. */
export function dayOfAge(on: Day, months: number): Day {
  const full = Math.floor(months);
  const begun = addMonths(on, full);
  const left = (months - full) * daysBetween(begun, addMonths(on, full + 1));
  return addDays(begun, Math.floor(left));
}

function certificateLapses(
  question: Extract<Question, { type: 'table' }>,
  row: TableRow,
  place: number,
): Lapse[] {
  const expiresOn = row['expires_on'];
  if (typeof expiresOn !== 'string' || !isDay(expiresOn) || 'expires_in_days' in row) return [];
  const riskOf = compileRow(question.rowRisk);
  const limits = new Set(
    question.rowRisk.flatMap(({ when }) => {
      const days = when['expires_in_days_gte'];
      return typeof days === 'number' ? [days] : [];
    }),
  );
  return [...limits].flatMap((days): Lapse[] => {
    const lastOn = addDays(expiresOn, -days);
    // Whether the end of a certificate matters depends on what else the row says.
    const rises = riskOf(row, () => addDays(lastOn, 1)) > riskOf(row, () => lastOn);
    if (!rises) return [];
    const kind = days > 0 ? 'certificate-nears-end' : 'certificate-ended';
    return [
      {
        kind,
        subject: `${question.id}/${place}`,
        name: holderOf(question, row),
        questions: [question.id],
        lastOn,
      },
    ];
  });
}

/** The first text of the row: who performs the activity, or who the subcontractor is. */
function holderOf({ columns }: Extract<Question, { type: 'table' }>, row: TableRow): string {
  for (const { key, type } of columns) {
    const text = type === 'text' ? row[key] : undefined;
    if (typeof text === 'string' && text.trim() !== '') return text.trim();
  }
  return '';
}

/** A date says itself how old it is; what the buyer answered instead is not the supplier's to reconfirm. */
function reconfirming(question: Question, submission: NamedSubmission, confirmedOn: Day): Lapse[] {
  const { id, type } = question;
  const given = findGiven(submission.answers, id);
  if (type === 'date_age' || type === 'file' || (given?.state !== 'answered' && given?.state !== 'na'))
    return [];
  if (Object.hasOwn(submission.reviews, id) && submission.reviews[id]?.override !== undefined) return [];
  const lastOn = addMonths(confirmedOn, validityMonths(question));
  return [{ kind: 'answers-to-reconfirm', subject: '', name: '', questions: [id], lastOn }];
}
