import { isBeforeReview } from '../assessments/judgement.js';
import { countUnexamined, undecidedClaims } from '../assessments/score-inputs.js';
import { addDays, daysBetween, parisDay, type Day, type Instant } from '../calendar.js';
import type { AssessmentId, ProfileId } from '../ids.js';
import type { Grade } from '../questionnaires/document.js';
import { scoreOn, type ScoreFrame } from './forecast.js';
import { findLapses, movesScore, type Lapse } from './lapses.js';
import { replay, type NamedSubmission, type Replayed } from './replay.js';
import { reviewedThen, type Frozen } from './reviewed-then.js';
import type { ScoreAct } from './score-act.js';

export const curveCauses = [
  'submitted',
  'review',
  'returned',
  'reviewed',
  'decided',
  'profile-changed',
  'verified',
  'reopened',
  'assessment-cancelled',
  'assessment-reopened',
  'ageing',
] as const;
export type CurveCause = (typeof curveCauses)[number];

export interface CurvePoint {
  readonly at: Instant;
  readonly score: number | null;
  readonly grade: Grade | null;
  readonly beforeReview: boolean;
  readonly assessmentId: AssessmentId;
  readonly submissionNumber: number;
  /** Why the score stands where it stands from here on; none where the line is only drawn. */
  readonly causes: readonly CurveCause[];
  /** What lapsed, where time moved it from one day to the next; none where dates grew older since the act before. */
  readonly lapsed: readonly Lapse[];
  /** How many judgements of the review there were. */
  readonly judgements: number;
  /** How far its causes moved the score; these add up to the way from the first point to the last, but for a tenth at most. Null without a cause. */
  readonly change: number | null;
}

export interface CurveInput extends Frozen {
  readonly acts: readonly ScoreAct[];
  /** Of a submission under a profile; undefined stands for the first that is known. */
  readonly frameOf: (
    replayed: Pick<Replayed, 'assessmentId' | 'submissionId'>,
    profileId: ProfileId | undefined,
  ) => ScoreFrame | undefined;
  readonly until: Instant;
}

/** A line of so many points looks smooth; more only weigh. */
const samples = 60;
const leastStepDays = 7;

/** How the score moved, oldest first: a point after each act, and what time alone did between two of them. */
export function traceCurve({ acts, frameOf, until, ...frozen }: CurveInput): CurvePoint[] {
  const groups = groupActs(acts);
  const first = groups.findIndex(({ upTo }) => replay(acts.slice(0, upTo)) !== undefined);
  if (first === -1) return [];
  const opened = groups[first]?.at ?? until;
  const stepDays = Math.max(
    leastStepDays,
    Math.ceil(daysBetween(parisDay(opened), parisDay(until)) / samples),
  );
  const points: DrawnPoint[] = [];
  for (const [index, group] of groups.entries()) {
    if (index < first) continue;
    const stand = standAfter(acts.slice(0, group.upTo), frozen, frameOf);
    if (stand === undefined) continue;
    const own = acts.slice(group.from, group.upTo);
    const causes = causesOf(own);
    points.push({
      ...pointOf(stand, group.at),
      causes,
      judgements: causes.includes('review') ? judgementsIn(own) : 0,
    });
    points.push(...ageing(stand, group.at, groups[index + 1]?.at ?? until, stepDays));
  }
  return withChanges(points);
}

/** What moved a little from day to day is told in one, where the next act begins. */
function withChanges(points: readonly DrawnPoint[]): CurvePoint[] {
  let untold = 0;
  return points.map(({ closes, ...point }, index): CurvePoint => {
    const before = points[index - 1]?.score ?? null;
    const move = before === null || point.score === null ? 0 : point.score - before;
    if (point.causes.length > 0) return { ...point, change: index === 0 ? null : move };
    untold += move;
    if (!closes || untold < leastDrift) return { ...point, change: null };
    const change = untold;
    untold = 0;
    return { ...point, causes: ['ageing'], change };
  });
}

interface Group {
  readonly from: number;
  readonly upTo: number;
  readonly at: Instant;
}

/** The acts of one day stand together, up to each score that was kept. */
function groupActs(acts: readonly ScoreAct[]): Group[] {
  const groups: Group[] = [];
  let from = 0;
  for (const [index, act] of acts.entries()) {
    const next = acts[index + 1];
    const ends =
      next === undefined ||
      act.kind === 'score-kept' ||
      parisDay(next.at) !== parisDay(act.at) ||
      next.kind === 'submitted';
    if (!ends) continue;
    // A score is kept a moment after its submission, and the event of an act stands behind the score kept for it.
    const held = next?.kind === 'score-kept' && act.kind === 'submitted';
    if (held) continue;
    groups.push({ from, upTo: index + 1, at: act.at });
    from = index + 1;
  }
  return groups;
}

const judging: readonly ScoreAct['kind'][] = [
  'evidence-graded',
  'evidence-rejected',
  'evidence-verdict-withdrawn',
  'na-decided',
  'na-decision-withdrawn',
  'answer-overridden',
  'override-withdrawn',
  'warning-graded',
  'warning-grade-withdrawn',
  'measure-confirmed',
  'measure-withdrawn',
  'check-graded',
  'check-grade-withdrawn',
];

function judgementsIn(acts: readonly ScoreAct[]): number {
  return acts.filter(({ kind }) => judging.includes(kind)).length;
}

function causesOf(acts: readonly ScoreAct[]): CurveCause[] {
  const found = new Set<CurveCause>();
  for (const act of acts) {
    if (judging.includes(act.kind)) found.add('review');
    else if (act.kind === 'score-kept') found.add(act.moment);
    else if (act.kind === 'profile-chosen') found.add('profile-changed');
    else if (
      act.kind === 'submitted' ||
      act.kind === 'assessment-cancelled' ||
      act.kind === 'assessment-reopened'
    )
      found.add(act.kind);
  }
  return curveCauses.filter((cause) => found.has(cause));
}

interface Stand {
  readonly replayed: Replayed;
  readonly submission: NamedSubmission;
  readonly number: number;
  readonly confirmedOn: Day;
  readonly frame: ScoreFrame;
}

function standAfter(
  acts: readonly ScoreAct[],
  frozen: Frozen,
  frameOf: CurveInput['frameOf'],
): Stand | undefined {
  const replayed = replay(acts);
  if (replayed === undefined) return undefined;
  const given = frozen.submissions.get(replayed.submissionId);
  const submission = reviewedThen(replayed, frozen);
  const frame = frameOf(replayed, replayed.profileId);
  if (given === undefined || submission === undefined || frame === undefined) return undefined;
  return { replayed, submission, number: given.number, confirmedOn: parisDay(given.submittedAt), frame };
}

type DrawnPoint = Omit<CurvePoint, 'change'> & {
  /** The last before an act, or of all. */
  readonly closes: boolean;
};

function pointOf({ replayed, submission, number, frame }: Stand, at: Instant, closes = false): DrawnPoint {
  const { score, grade } = scoreOn(frame, submission, at);
  return {
    at,
    score,
    grade,
    beforeReview: isBeforeReview({
      status: replayed.status,
      unexamined: countUnexamined(submission.pieces),
      undecided: undecidedClaims(submission).length,
    }),
    assessmentId: replayed.assessmentId,
    submissionNumber: number,
    causes: [],
    lapsed: [],
    judgements: 0,
    closes,
  };
}

/** Less is not seen in a score of two decimals. */
const leastMove = 0.005;
/** What dates lose from day to day is told once it comes to so much. */
const leastDrift = 0.1;

/** From one act to the next: drawn now and then, on the last day of what lapses, and on the day after it. */
function ageing(stand: Stand, from: Instant, to: Instant, stepDays: number): DrawnPoint[] {
  const [start, end] = [parisDay(from), parisDay(to)];
  if (start === end) return [pointOf(stand, to, true)];
  const lapses = findLapses(stand.frame.document, stand.submission, stand.confirmedOn).filter(movesScore);
  const lapsedOn = new Map<Day, Lapse[]>();
  for (const lapse of lapses) {
    const day = addDays(lapse.lastOn, 1);
    if (day > start && day <= end) lapsedOn.set(day, [...(lapsedOn.get(day) ?? []), lapse]);
  }
  const days = new Set<Day>();
  for (let day = addDays(start, stepDays); day < end; day = addDays(day, stepDays)) days.add(day);
  for (const day of lapsedOn.keys()) {
    if (addDays(day, -1) > start) days.add(addDays(day, -1));
    days.add(day);
  }
  const points: DrawnPoint[] = [];
  let before = pointOf(stand, from).score ?? 0;
  for (const day of [...days].sort()) {
    const point = pointOf(stand, startOf(day));
    const lapsed = lapsedOn.get(day) ?? [];
    // A date goes on growing old every day, and not on the day of a step more than on others.
    const jumped = lapsed.filter(({ kind }) => kind !== 'date-aged');
    const moved = jumped.length > 0 && (point.score ?? 0) - before > leastMove;
    points.push(moved ? { ...point, causes: ['ageing'], lapsed: jumped } : point);
    before = point.score ?? 0;
  }
  return [...points, pointOf(stand, to, true)];
}

/** One o’clock or two in Paris: the day has begun there. */
function startOf(day: Day): Instant {
  return `${day}T00:00:00.000Z`;
}
