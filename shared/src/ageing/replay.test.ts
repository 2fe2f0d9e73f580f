import type { Submission } from '../assessments/submit.js';
import type { AssessmentId, FindingId, ProfileId, SnapshotId, SubmissionId, WarningId } from '../ids.js';
import type { WarningContent } from '../warnings/warning.js';
import { actsUntil, replay, untoldOverrides } from './replay.js';
import { reviewedThen } from './reviewed-then.js';
import type { ScoreAct } from './score-act.js';

const assessmentId = 'a' as AssessmentId;
const first = 's1' as SubmissionId;
const second = 's2' as SubmissionId;
const at = (day: string): string => `2026-${day}T09:00:00.000Z`;
const of = { assessmentId, at: at('03-01') };

function aSubmission(number: number, answers: Submission['answers']): Submission {
  return {
    format: 1,
    assessmentId,
    number,
    submittedAt: of.at,
    sheetRevision: 1,
    questionnaire: { code: 'q', version: '1', documentSha256: '', versionSha256: '' },
    answers,
    pieces: [
      {
        id: 'p',
        name: 'pv.pdf',
        kind: 'pv_test',
        sha256: '',
        mediaType: '',
        bytes: 1,
        questions: ['Q1', 'Q2'],
        datedOn: '2026-01-01',
      },
    ],
    buyer: { id: 'b', name: 'B' },
    supplier: { id: 's', name: 'S' },
    attestedBy: { id: 'x', name: 'X' },
  };
}

const na = { state: 'na', justification: 'hors mission' } as const;
const submissions = new Map([
  [first, aSubmission(1, { Q1: { state: 'answered', value: 'oui' }, Q2: na })],
  [second, aSubmission(2, { Q1: { state: 'answered', value: 'non' }, Q2: na })],
]);
const frozen = { submissions, warnings: new Map<WarningId, WarningContent>() };
const submitted: ScoreAct = { ...of, kind: 'submitted', submissionId: first };
const again: ScoreAct = { ...of, kind: 'submitted', submissionId: second };

function reviewsAfter(...acts: ScoreAct[]) {
  const replayed = replay([submitted, ...acts]);
  return replayed && reviewedThen(replayed, frozen)?.reviews;
}

function piecesAfter(...acts: ScoreAct[]) {
  const replayed = replay([submitted, ...acts]);
  return replayed && reviewedThen(replayed, frozen)?.pieces;
}

test('before the first submission there is nothing to score', () => {
  expect(replay([])).toBeUndefined();
  expect(replay([{ ...of, kind: 'review-started' }])).toBeUndefined();
});

test('the last verdict on a piece stands for its question alone, until it is withdrawn', () => {
  const piece = { ...of, questionId: 'Q1', evidenceId: 'p' };
  const graded: ScoreAct = { ...piece, kind: 'evidence-graded', level: 'E2' };
  const rejected: ScoreAct = { ...piece, kind: 'evidence-rejected' };
  expect(piecesAfter(graded)).toMatchObject({
    Q1: [{ verdict: 'accepted', level: 'E2' }],
    Q2: [{ verdict: 'unexamined' }],
  });
  expect(piecesAfter(graded, rejected)?.['Q1']).toEqual([
    { id: 'p', name: 'pv.pdf', verdict: 'rejected', datedOn: '2026-01-01' },
  ]);
  expect(piecesAfter(rejected, { ...piece, kind: 'evidence-verdict-withdrawn' })?.['Q1']).toMatchObject([
    { verdict: 'unexamined' },
  ]);
});

test('a verified correction counts until it ends, and for the answer that it corrects alone', () => {
  const about = { ...of, questionId: 'Q1', findingId: 'f' as FindingId };
  const verification = { value: 'oui', level: 'E3', datedOn: '2026-02-01' } as const;
  const kept: ScoreAct = { ...about, kind: 'verification-kept', verification };
  const after = (...acts: ScoreAct[]) => {
    const replayed = replay([submitted, ...acts]);
    return replayed && reviewedThen(replayed, frozen)?.verified;
  };
  expect(after(kept)).toEqual({ Q1: verification });
  expect(after(kept, { ...about, kind: 'verification-ended' })).toBeUndefined();
  expect(after(kept, again)).toBeUndefined();
});

test('a score kept for a verification leaves the review where it was', () => {
  const kept = {
    ...of,
    kind: 'score-kept',
    snapshotId: 's' as SnapshotId,
    profileId: 'p' as ProfileId,
  } as const;
  const acts: ScoreAct[] = [
    submitted,
    { ...kept, submissionId: first, moment: 'decided' },
    { ...kept, submissionId: first, moment: 'verified' },
  ];
  expect(replay(acts)?.status).toBe('decided');
});

test('an entry of the register proves an answer from when it was taken as proof until that is withdrawn', () => {
  const warningId = 'w' as WarningId;
  const content: WarningContent = {
    format: 1,
    id: warningId,
    side: 'supplier',
    buyer: 'B',
    supplier: 'S',
    engagement: 'Sauvegarde',
    received: null,
    pieces: [],
    supersedes: null,
    signedBy: { id: 'x', name: 'X' },
    signedAt: of.at,
    subject: 'Copie hors ligne',
    risk: 'Rançongiciel',
    exclusion: '',
    recommendation: 'Une copie déconnectée',
    alternatives: '',
    cost: null,
    decideBy: '2026-04-01',
    questions: ['BKP-04'],
  };
  const said = aSubmission(1, { 'BKP-04': { state: 'answered', value: 'hors_perimetre_averti' } });
  const known = { submissions: new Map([[first, said]]), warnings: new Map([[warningId, content]]) };
  const graded: ScoreAct = { ...of, kind: 'warning-graded', questionId: 'BKP-04', warningId, level: 'E4' };
  const withdrawn: ScoreAct = { ...of, kind: 'warning-grade-withdrawn', questionId: 'BKP-04', warningId };
  const after = (...acts: ScoreAct[]) => {
    const replayed = replay([submitted, ...acts]);
    return replayed && reviewedThen(replayed, known)?.pieces['BKP-04'];
  };
  expect(after()).toBeUndefined();
  expect(after(graded)).toEqual([
    { id: 'w', name: content.subject, verdict: 'accepted', level: 'E4', datedOn: '2026-03-01' },
  ]);
  expect(after(graded, withdrawn)).toBeUndefined();
});

test('a judgement holds for a later submission as long as the answer is the same', () => {
  const override = { state: 'answered', value: 'partiel' } as const;
  const overridden: ScoreAct = { ...of, kind: 'answer-overridden', questionId: 'Q1', override };
  const decided: ScoreAct = { ...of, kind: 'na-decided', questionId: 'Q2', accepted: true };
  expect(reviewsAfter(overridden, decided)).toEqual({ Q1: { override }, Q2: { notApplicable: 'accepted' } });
  expect(reviewsAfter(overridden, decided, again)).toEqual({ Q1: {}, Q2: { notApplicable: 'accepted' } });
});

test('a judgement that was withdrawn leaves the other one on its question', () => {
  const override = { state: 'refused' } as const;
  const both: ScoreAct[] = [
    { ...of, kind: 'na-decided', questionId: 'Q2', accepted: false },
    { ...of, kind: 'answer-overridden', questionId: 'Q2', override },
  ];
  expect(reviewsAfter(...both)).toEqual({ Q2: { notApplicable: 'refused', override } });
  expect(reviewsAfter(...both, { ...of, kind: 'na-decision-withdrawn', questionId: 'Q2' })).toEqual({
    Q2: { override },
  });
  expect(reviewsAfter(...both, { ...of, kind: 'override-withdrawn', questionId: 'Q2' })).toEqual({
    Q2: { notApplicable: 'refused' },
  });
});

test('an override whose answer the chain does not tell is named, and replaces nothing', () => {
  const replayed = replay([submitted, { ...of, kind: 'answer-overridden', questionId: 'Q1' }]);
  expect(replayed && untoldOverrides(replayed)).toEqual(['Q1']);
  expect(reviewsAfter({ ...of, kind: 'answer-overridden', questionId: 'Q1' })).toEqual({ Q1: {} });
});

const kept = (moment: Extract<ScoreAct, { kind: 'score-kept' }>['moment'], profile = 'p1'): ScoreAct => ({
  ...of,
  kind: 'score-kept',
  snapshotId: 'k' as SnapshotId,
  moment,
  submissionId: first,
  profileId: profile as ProfileId,
});

test.each([
  [[], 'submitted'],
  [[{ ...of, kind: 'review-started' }], 'in-review'],
  [[kept('returned')], 'returned'],
  [[kept('reviewed')], 'reviewed'],
  [[kept('reviewed'), kept('decided')], 'decided'],
  [[kept('decided'), kept('profile-changed')], 'decided'],
  [[kept('decided'), { ...of, kind: 'assessment-reopened' }], 'in-review'],
  [[kept('returned'), again], 'submitted'],
] as const satisfies readonly (readonly [readonly ScoreAct[], string])[])(
  'where it stands after %#: %s',
  (acts, status) => {
    expect(replay([submitted, ...acts])?.status).toBe(status);
  },
);

test('the profile is the one of the last score that was kept, and a kept score tells of its submission', () => {
  expect(replay([kept('submitted')])).toMatchObject({
    submissionId: first,
    status: 'submitted',
    profileId: 'p1',
  });
  expect(replay([kept('submitted'), kept('profile-changed', 'p2')])?.profileId).toBe('p2');
  expect(replay([submitted])?.profileId).toBeUndefined();
});

test('of several assessments the one that was answered last counts', () => {
  const other = 'b' as AssessmentId;
  const later: ScoreAct = { kind: 'submitted', at: at('05-01'), assessmentId: other, submissionId: second };
  const judged: ScoreAct = { ...of, kind: 'reviewed' };
  expect(replay([submitted, later, judged])).toMatchObject({ assessmentId: other, submissionId: second });
});

test('a day ends at midnight in Paris', () => {
  const acts = ['2026-06-30T21:59:59.999Z', '2026-06-30T22:00:00.000Z'].map((instant): ScoreAct => ({
    ...submitted,
    at: instant,
  }));
  expect(actsUntil(acts, '2026-06-30')).toEqual(acts.slice(0, 1));
  expect(actsUntil(acts, '2026-07-01')).toEqual(acts);
});
