import type { AssessmentStatus } from '../assessments/lifecycle.js';
import type { AnswerReview, ReviewedSubmission } from '../assessments/score-inputs.js';
import { parisDay, type Day } from '../calendar.js';
import type { SnapshotMoment } from '../audit/assessment-events.js';
import type { Verification } from '../findings/verification.js';
import type {
  AssessmentId,
  CheckId,
  DrillRecordId,
  FindingId,
  ProfileId,
  SubmissionId,
  WarningId,
} from '../ids.js';
import type { EvidenceLevel } from '../questionnaires/document.js';
import type { ReviewedPiece } from '../scoring/evidence-strength.js';
import type { ScoreAct } from './score-act.js';

export interface NamedPiece extends ReviewedPiece {
  readonly id: string;
  readonly name: string;
}

export interface NamedSubmission extends ReviewedSubmission {
  readonly pieces: Readonly<Record<string, readonly NamedPiece[]>>;
}

export interface Judged {
  naAccepted?: boolean;
  naOn?: SubmissionId;
  override?: AnswerReview['override'];
  overrideOn?: SubmissionId;
  overridden?: true;
}

export type Verdict =
  { readonly verdict: 'accepted'; readonly level: EvidenceLevel } | { readonly verdict: 'rejected' };

interface Graded {
  readonly questionId: string;
  readonly warningId: WarningId;
  readonly level: EvidenceLevel;
}

interface Measured {
  readonly questionId: string;
  readonly sourceId: DrillRecordId | CheckId;
  readonly name: string;
  readonly level: EvidenceLevel;
  readonly measuredOn: Day;
  /** The answer beside which it was confirmed. */
  readonly submissionId: SubmissionId;
  readonly judged: Judged | undefined;
}

interface Verified {
  readonly questionId: string;
  readonly verification: Verification;
  readonly on: SubmissionId | undefined;
}

interface Course {
  submissionId: SubmissionId | undefined;
  status: AssessmentStatus;
  readonly verdicts: Map<string, Verdict>;
  readonly judgements: Map<string, Judged>;
  readonly warnings: Map<string, Graded>;
  readonly measures: Map<string, Measured>;
  readonly verifications: Map<FindingId, Verified>;
}

/** Where the review of the last submission stood after some acts. */
export interface Replayed extends Readonly<Course> {
  readonly assessmentId: AssessmentId;
  readonly submissionId: SubmissionId;
  /** The profile of the last score that was kept; none before the first. */
  readonly profileId: ProfileId | undefined;
}

/** Acts of one assessment or of all of an engagement, in their order; the last submission received is the one that counts. */
export function replay(acts: readonly ScoreAct[]): Replayed | undefined {
  const courses = new Map<AssessmentId, Course>();
  let current: AssessmentId | undefined;
  let profileId: ProfileId | undefined;
  for (const act of acts) {
    let course = courses.get(act.assessmentId);
    if (course === undefined) {
      course = {
        submissionId: undefined,
        status: 'sent',
        verdicts: new Map(),
        judgements: new Map(),
        warnings: new Map(),
        measures: new Map(),
        verifications: new Map(),
      };
      courses.set(act.assessmentId, course);
    }
    const before = course.submissionId;
    take(course, act);
    if (course.submissionId !== before) current = act.assessmentId;
    if (act.kind === 'score-kept' || act.kind === 'profile-chosen') profileId = act.profileId;
  }
  const course = current === undefined ? undefined : courses.get(current);
  if (current === undefined || course?.submissionId === undefined) return undefined;
  return { ...course, submissionId: course.submissionId, assessmentId: current, profileId };
}

/** What was known at the end of that day in Paris. */
export function actsUntil(acts: readonly ScoreAct[], day: Day): readonly ScoreAct[] {
  return acts.filter(({ at }) => parisDay(at) <= day);
}

/** Questions whose answer was replaced by one that the chain does not tell. */
export function untoldOverrides({ judgements }: Pick<Replayed, 'judgements'>): string[] {
  return [...judgements].flatMap(([id, { overridden, override }]) =>
    overridden === true && override === undefined ? [id] : [],
  );
}

export function placeOf(questionId: string, evidenceId: string): string {
  return `${questionId}/${evidenceId}`;
}

function take(course: Course, act: ScoreAct): void {
  switch (act.kind) {
    case 'submitted':
      course.submissionId = act.submissionId;
      course.status = 'submitted';
      return;
    case 'score-kept':
      keep(course, act);
      return;
    case 'evidence-graded':
      course.verdicts.set(placeOf(act.questionId, act.evidenceId), { verdict: 'accepted', level: act.level });
      return;
    case 'evidence-rejected':
      course.verdicts.set(placeOf(act.questionId, act.evidenceId), { verdict: 'rejected' });
      return;
    case 'evidence-verdict-withdrawn':
      course.verdicts.delete(placeOf(act.questionId, act.evidenceId));
      return;
    case 'warning-graded': {
      const { questionId, warningId, level } = act;
      course.warnings.set(placeOf(questionId, warningId), { questionId, warningId, level });
      return;
    }
    case 'warning-grade-withdrawn':
      course.warnings.delete(placeOf(act.questionId, act.warningId));
      return;
    case 'measure-confirmed':
    case 'measure-withdrawn':
      measure(course, act);
      return;
    case 'check-graded': {
      const { questionId, checkId: sourceId, name, level, checkedOn: measuredOn } = act;
      prove(course, { questionId, sourceId, name, level, measuredOn });
      return;
    }
    case 'check-grade-withdrawn':
      course.measures.delete(placeOf(act.questionId, act.checkId));
      return;
    case 'verification-kept': {
      const { questionId, findingId, verification } = act;
      course.verifications.set(findingId, { questionId, verification, on: course.submissionId });
      return;
    }
    case 'verification-ended':
      course.verifications.delete(act.findingId);
      return;
    case 'na-decided':
    case 'na-decision-withdrawn':
    case 'answer-overridden':
    case 'override-withdrawn':
      judge(course, act);
      return;
    case 'profile-chosen':
      return;
    default:
      course.status = statusAfter[act.kind];
  }
}

const statusAfter = {
  'review-started': 'in-review',
  returned: 'returned',
  reviewed: 'reviewed',
  decided: 'decided',
  'assessment-cancelled': 'cancelled',
  'assessment-reopened': 'in-review',
} as const satisfies Partial<Record<ScoreAct['kind'], AssessmentStatus>>;

function measure(
  course: Course,
  act: Extract<ScoreAct, { kind: 'measure-confirmed' | 'measure-withdrawn' }>,
): void {
  const { questionId, sourceId } = act;
  if (act.kind === 'measure-withdrawn') {
    course.measures.delete(placeOf(questionId, sourceId));
    return;
  }
  const { level, measuredOn } = act;
  prove(course, { questionId, sourceId, name: `EICAR ${measuredOn}`, level, measuredOn });
}

/** Beside the answer as it was then, judged as it was then. */
function prove(
  { measures, judgements, submissionId }: Course,
  measured: Omit<Measured, 'submissionId' | 'judged'>,
): void {
  if (submissionId === undefined) return;
  const { questionId, sourceId } = measured;
  measures.set(placeOf(questionId, sourceId), {
    ...measured,
    submissionId,
    judged: judgements.get(questionId),
  });
}

/** A score is kept in the act that it is kept for, and written before the event of that act. */
function keep(course: Course, act: Extract<ScoreAct, { kind: 'score-kept' }>): void {
  if (course.submissionId !== act.submissionId) course.status = 'submitted';
  course.submissionId = act.submissionId;
  if (isStage(act.moment)) course.status = act.moment;
}

/** The other moments leave the review where it was. */
function isStage(moment: SnapshotMoment): moment is 'returned' | 'reviewed' | 'decided' {
  return moment === 'returned' || moment === 'reviewed' || moment === 'decided';
}

type JudgingAct = Extract<
  ScoreAct,
  { kind: 'na-decided' | 'na-decision-withdrawn' | 'answer-overridden' | 'override-withdrawn' }
>;

function judge({ judgements, submissionId }: Course, act: JudgingAct): void {
  const { naAccepted, naOn, override, overrideOn, overridden } = judgements.get(act.questionId) ?? {};
  const claim = {
    ...(naAccepted === undefined ? {} : { naAccepted }),
    ...(naOn === undefined ? {} : { naOn }),
  };
  const replaced = {
    ...(override === undefined ? {} : { override }),
    ...(overrideOn === undefined ? {} : { overrideOn }),
    ...(overridden === undefined ? {} : { overridden }),
  };
  const on = submissionId;
  switch (act.kind) {
    case 'na-decided':
      judgements.set(act.questionId, {
        ...replaced,
        naAccepted: act.accepted,
        ...(on === undefined ? {} : { naOn: on }),
      });
      return;
    case 'na-decision-withdrawn':
      judgements.set(act.questionId, replaced);
      return;
    case 'answer-overridden':
      judgements.set(act.questionId, {
        ...claim,
        overridden: true,
        ...(act.override === undefined ? {} : { override: act.override }),
        ...(on === undefined ? {} : { overrideOn: on }),
      });
      return;
    case 'override-withdrawn':
      judgements.set(act.questionId, claim);
  }
}
