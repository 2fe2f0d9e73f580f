import { Injectable } from '@nestjs/common';
import { traceCurve } from '@probant/shared/ageing/curve';
import { forecastLapses, scoreOn, type ForecastLapse } from '@probant/shared/ageing/forecast';
import { aheadDays, findLapses, isLasting, lapseHorizonDays } from '@probant/shared/ageing/lapses';
import { actsUntil, replay, untoldOverrides, type Replayed } from '@probant/shared/ageing/replay';
import { reviewedThen } from '@probant/shared/ageing/reviewed-then';
import type { ScoreAct } from '@probant/shared/ageing/score-act';
import { isClosed } from '@probant/shared/assessments/lifecycle';
import { addDays, parisDay, type Day } from '@probant/shared/calendar';
import { fieldRefusal } from '@probant/shared/decision';
import { findId, type AssessmentId, type EngagementId } from '@probant/shared/ids';
import { round } from '@probant/shared/scoring/round-result';
import type { Scope } from '../../platform/access/scope.js';
import { Clock } from '../../platform/clock/clock.js';
import { Work, type Tx } from '../../platform/database/work.js';
import { fail, found } from '../../platform/http/problem.js';
import { toScore, workOut, type Scored } from '../scoring/scoring.public.js';
import type { AgeingQuery, AgeingResponse, ScoreOnQuery, ScoreOnResponse } from './ageing.dto.js';
import { Courses, type Course } from './courses.service.js';

/** The score of any day since the first submission, how it moved, and where it goes if nobody does anything. */
@Injectable()
export class Ageing {
  constructor(
    private readonly work: Work,
    private readonly courses: Courses,
    private readonly clock: Clock,
  ) {}

  read(scope: Scope, id: EngagementId, { assessmentId }: AgeingQuery): Promise<AgeingResponse> {
    const asOf = this.clock.now().toISOString();
    return this.work.run(scope, async (tx) => {
      const course = await this.courses.read(tx, scope, id, only(assessmentId));
      const { acts, submissions, warnings, frameOf } = course;
      const now = standNow(course, asOf);
      const points = traceCurve({ acts, submissions, warnings, frameOf, until: asOf });
      if (now === undefined)
        return { asOf, now: null, points: [], lapses: [], ahead: [], gradeLimits: [], questions: [] };
      const { document } = now.frame;
      const named = new Set(now.lapses.flatMap(({ questions }) => questions));
      return {
        asOf,
        now: now.now,
        points: points.map(({ causes, lapsed, ...point }) => ({
          ...point,
          causes: [...causes],
          lapsed: lapsed.map(({ kind, name, questions }) => ({ kind, name, questions: [...questions] })),
        })),
        lapses: now.lapses.map(({ questions, ...lapse }) => ({ ...lapse, questions: [...questions] })),
        ahead: now.ahead,
        gradeLimits: document.grades.map(({ grade, max }) => ({ grade, max })),
        questions: document.themes.flatMap(({ questions }) =>
          questions
            .filter((question) => named.has(question.id))
            .map((question) => ({ id: question.id, label: { ...(question.short ?? question.text) } })),
        ),
      };
    });
  }

  /** The scores of some days in one reading; none for a day before the first submission. */
  async scoresOn(
    tx: Tx,
    scope: Scope,
    id: EngagementId,
    days: readonly Day[],
  ): Promise<(Scored | undefined)[]> {
    const now = this.clock.now().toISOString();
    const course = await this.courses.read(tx, scope, id);
    return days.map((day) => scoredBy(course, scope, day, now));
  }

  scoreOn(
    scope: Scope,
    id: EngagementId,
    { assessmentId, day: asked }: ScoreOnQuery,
  ): Promise<ScoreOnResponse> {
    const now = this.clock.now().toISOString();
    const today = parisDay(now);
    const day = asked ?? today;
    if (day > today) fail('invalid-input', { errors: [fieldRefusal('/day', 'date-in-future')] });
    return this.work.run(scope, async (tx) => {
      const course = await this.courses.read(tx, scope, id, only(assessmentId));
      const acts = actsUntil(course.acts, day);
      const asOf = day === today ? now : endOf(day);
      const replayed = replay(acts);
      const scored = replayed && scoreThen(course, scope, replayed, asOf);
      if (replayed === undefined || scored === undefined) {
        return { day, score: null, assessmentId: null, answers: null, untold: [], kept: null };
      }
      return {
        day,
        score: toScore(scored),
        assessmentId: replayed.assessmentId,
        answers: scored.answers,
        untold: untoldOverrides(replayed),
        kept: keptBy(course, scope, acts, day),
      };
    });
  }
}

/** The score with what was known by the end of a day; of today, by now. */
function scoredBy(course: Course, scope: Scope, day: Day, now: string): Scored | undefined {
  const replayed = replay(actsUntil(course.acts, day));
  return replayed && scoreThen(course, scope, replayed, day === parisDay(now) ? now : endOf(day));
}

function only(assessmentId: string | undefined): AssessmentId | undefined {
  return assessmentId === undefined ? undefined : found(findId<AssessmentId>(assessmentId));
}

/** An hour or two before midnight in Paris, whichever the season: of that day, and after every act of it that is taken in. */
function endOf(day: Day): string {
  return `${day}T21:59:59.999Z`;
}

function standNow(course: Course, asOf: string) {
  const replayed = replay(course.acts);
  const given = replayed && course.submissions.get(replayed.submissionId);
  const submission = replayed && reviewedThen(replayed, course);
  if (replayed === undefined || given === undefined || submission === undefined) return undefined;
  const { assessmentId } = replayed;
  const row = found(course.assessments.get(assessmentId));
  const frame = course.frameOf(replayed, undefined);
  const { score, grade } = scoreOn(frame, submission, asOf);
  return {
    frame,
    now: {
      score,
      grade,
      assessmentId,
      status: row.status,
      open: row.accepted && !isClosed(row.status),
      submissionNumber: given.number,
      submittedAt: given.submittedAt,
    },
    ahead: aheadDays.map((days) => {
      const day = addDays(parisDay(asOf), days);
      const { score: then, grade: gradeThen } = scoreOn(frame, submission, day);
      return { days, day, score: then, grade: gradeThen };
    }),
    lapses: lapsesAround(frame, submission, parisDay(given.submittedAt), asOf),
  };
}

function lapsesAround(
  frame: Parameters<typeof forecastLapses>[0],
  submission: Parameters<typeof forecastLapses>[1],
  confirmedOn: Day,
  asOf: string,
): ForecastLapse[] {
  const today = parisDay(asOf);
  const until = addDays(today, lapseHorizonDays);
  const shown = findLapses(frame.document, submission, confirmedOn).filter(
    ({ kind, lastOn }) => lastOn <= until && (lastOn >= today || isLasting(kind)),
  );
  return forecastLapses(frame, submission, shown, asOf);
}

function scoreThen(course: Course, scope: Scope, replayed: Replayed, asOf: string): Scored | undefined {
  const { assessmentId, submissionId, status, profileId } = replayed;
  const submission = course.submissions.get(submissionId);
  const reviewed = reviewedThen(replayed, course);
  const row = course.assessments.get(assessmentId);
  if (submission === undefined || reviewed === undefined || row === undefined) return undefined;
  const facts = {
    ...reviewed,
    organisationId: scope.organisationId,
    assessmentId,
    engagementId: course.engagementId,
    status,
    versionId: course.versionOf(submissionId).id,
    context: row.context,
    submissionId,
    submission,
  };
  return workOut(facts, course.versionOf(submissionId), course.profileOf(profileId), asOf);
}

/** The last score kept by that day beside what its instant gives when it is replayed now. */
function keptBy(course: Course, scope: Scope, acts: readonly ScoreAct[], day: Day): ScoreOnResponse['kept'] {
  const place = acts.findLastIndex(({ kind }) => kind === 'score-kept');
  const act = acts[place];
  if (act?.kind !== 'score-kept') return null;
  const row = course.snapshots.find(({ id }) => id === act.snapshotId);
  const replayed = replay(acts.slice(0, place + 1));
  if (row === undefined || replayed === undefined) return null;
  const at = row.at.toISOString();
  const again = scoreThen(course, scope, replayed, at)?.range.score.score ?? null;
  return {
    id: row.id,
    cause: row.cause,
    at,
    score: row.score,
    grade: row.grade,
    ofThatDay: parisDay(at) === day,
    engineVersion: row.engine_version,
    replayed: again,
    same: again === row.score || (again !== null && row.score !== null && round(again - row.score, 6) === 0),
  };
}
