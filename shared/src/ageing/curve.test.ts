import * as fc from 'fast-check';

import type { Submission } from '../assessments/submit.js';
import { addDays } from '../calendar.js';
import type { AssessmentId, ProfileId, SnapshotId, SubmissionId, WarningId } from '../ids.js';
import type { WarningContent } from '../warnings/warning.js';
import { bank } from '../testing/bank.js';
import { scoreRounding } from '../testing/score-rounding.js';
import { traceCurve, type CurvePoint } from './curve.js';
import { scoreOn, type ScoreFrame } from './forecast.js';
import { actsUntil, replay } from './replay.js';
import { reviewedThen } from './reviewed-then.js';
import type { ScoreAct } from './score-act.js';

const assessmentId = 'a' as AssessmentId;
const submissionId = 's1' as SubmissionId;
const profileId = 'p1' as ProfileId;
const frame: ScoreFrame = { document: bank, context: { hosting: 'full' }, weights: {} };
const submission: Submission = {
  format: 1,
  assessmentId,
  number: 1,
  submittedAt: '2026-01-05T09:00:00.000Z',
  sheetRevision: 1,
  questionnaire: { code: 'q', version: '1', documentSha256: '', versionSha256: '' },
  answers: {
    'BKP-07': { state: 'answered', value: '2025-12-20' },
    'BKP-02': { state: 'answered', value: 24 },
    'BKP-06': { state: 'na', justification: 'hors mission' },
  },
  pieces: [
    {
      id: 'pv',
      name: 'pv.pdf',
      kind: 'pv_test',
      sha256: '',
      mediaType: '',
      bytes: 1,
      questions: ['BKP-07'],
      datedOn: '2025-12-20',
    },
    {
      id: 'sla',
      name: 'sla.pdf',
      kind: 'contrat',
      sha256: '',
      mediaType: '',
      bytes: 1,
      questions: ['BKP-02'],
      expiresOn: '2026-06-30',
    },
  ],
  buyer: { id: 'b', name: 'B' },
  supplier: { id: 's', name: 'S' },
  attestedBy: { id: 'x', name: 'X' },
};
const submissions = new Map([[submissionId, submission]]);
const frozen = { submissions, warnings: new Map<WarningId, WarningContent>() };
const of = (at: string) => ({ assessmentId, at });
const kept = (at: string, moment: 'submitted' | 'reviewed' | 'decided'): ScoreAct => ({
  ...of(at),
  kind: 'score-kept',
  snapshotId: 'k' as SnapshotId,
  moment,
  submissionId,
  profileId,
});
const acts: readonly ScoreAct[] = [
  { ...of('2026-01-05T09:00:00.000Z'), kind: 'submitted', submissionId },
  kept('2026-01-05T09:00:01.000Z', 'submitted'),
  { ...of('2026-01-12T09:00:00.000Z'), kind: 'review-started' },
  {
    ...of('2026-01-12T09:01:00.000Z'),
    kind: 'evidence-graded',
    questionId: 'BKP-07',
    evidenceId: 'pv',
    level: 'E3',
  },
  {
    ...of('2026-01-12T09:02:00.000Z'),
    kind: 'evidence-graded',
    questionId: 'BKP-02',
    evidenceId: 'sla',
    level: 'E2',
  },
  { ...of('2026-01-12T09:03:00.000Z'), kind: 'na-decided', questionId: 'BKP-06', accepted: true },
  kept('2026-01-13T09:00:00.000Z', 'reviewed'),
  { ...of('2026-01-13T09:00:00.000Z'), kind: 'reviewed' },
];
const until = '2026-11-22T09:00:00.000Z';

function curve(some = acts, end = until): CurvePoint[] {
  return traceCurve({ acts: some, ...frozen, frameOf: () => frame, until: end });
}

function scoreThen(some: readonly ScoreAct[], asOf: string): number | null {
  const replayed = replay(some);
  const reviewed = replayed && reviewedThen(replayed, frozen);
  return reviewed === undefined ? null : scoreOn(frame, reviewed, asOf).score;
}

test('before the first submission there is no curve', () => {
  expect(curve([])).toEqual([]);
  expect(curve([{ ...of(until), kind: 'review-started' }])).toEqual([]);
});

test('each act has a point with its causes, and what lapses has one of its own', () => {
  const told = curve().filter(({ causes }) => causes.length > 0);
  expect(told.map(({ at, causes }) => [at.slice(0, 10), ...causes])).toEqual([
    ['2026-01-05', 'submitted'],
    ['2026-01-12', 'review'],
    ['2026-01-13', 'reviewed'],
    ['2026-07-01', 'ageing'],
    ['2026-11-22', 'ageing'],
  ]);
  expect(told.find(({ causes }) => causes[0] === 'review')?.judgements).toBe(3);
  expect(told.at(-2)?.lapsed.map(({ name }) => name)).toEqual(['sla.pdf']);
  // Since the review the date of the restore test has grown older, a little every day.
  expect(told.at(-1)?.lapsed).toEqual([]);
  expect(told.at(-1)?.change).toBeGreaterThan(0);
});

test('at the instant of a kept score stands the score that was kept, at the end the live one', () => {
  const points = curve();
  for (const [index, act] of acts.entries()) {
    if (act.kind !== 'score-kept') continue;
    const point = points.find(({ at, causes }) => at === act.at && causes.length > 0);
    expect(point?.score).toBe(scoreThen(acts.slice(0, index + 1), act.at));
  }
  expect(points.at(-1)).toMatchObject({ at: until, score: scoreThen(acts, until) });
});

test('it says what was before the review', () => {
  expect(
    curve()
      .filter(({ causes }) => causes.length > 0)
      .map(({ beforeReview }) => beforeReview)
      .slice(0, 3),
  ).toEqual([true, false, false]);
});

test('points stand in the order of time, and between two acts they never fall', () => {
  const days = fc.integer({ min: 0, max: 900 });
  fc.assert(
    fc.property(days, (more) => {
      const points = curve(acts, `${addDays('2026-01-13', more)}T12:00:00.000Z`);
      for (const [index, point] of points.entries()) {
        const before = points[index - 1];
        if (before === undefined) continue;
        expect(point.at >= before.at).toBe(true);
        const byTime = point.causes.length === 0 || point.causes[0] === 'ageing';
        if (byTime) expect(point.score ?? 0).toBeGreaterThanOrEqual((before.score ?? 0) - scoreRounding);
      }
    }),
    { numRuns: 40 },
  );
});

test('a day in the past knows nothing of what came after it', () => {
  const day = '2026-01-10';
  expect(scoreThen(actsUntil(acts, day), day)).toBe(scoreThen(acts.slice(0, 2), day));
});

test('an act held back by the clock of another day still has its point', () => {
  const late = [acts[0], kept('2026-01-06T09:00:00.000Z', 'submitted')].filter((act) => act !== undefined);
  expect(curve(late).filter(({ causes }) => causes.includes('submitted'))).toHaveLength(1);
});

test('the changes told add up to the way from the first point to the last', () => {
  const days = fc.integer({ min: 0, max: 900 });
  fc.assert(
    fc.property(days, (more) => {
      const points = curve(acts, `${addDays('2026-01-13', more)}T12:00:00.000Z`);
      const told = points.reduce((sum, { change }) => sum + (change ?? 0), 0);
      const way = (points.at(-1)?.score ?? 0) - (points[0]?.score ?? 0);
      expect(Math.abs(told - way)).toBeLessThan(0.1);
    }),
    { numRuns: 40 },
  );
});
