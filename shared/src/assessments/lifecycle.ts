import { accept, refuse, refuseField, type Decision } from '../decision.js';
import { canAny, type Action, type OrganisationKind, type Role } from '../permissions.js';

export const assessmentStatuses = [
  'prepared',
  'sent',
  'opened',
  'in-progress',
  'submitted',
  'in-review',
  'returned',
  'reviewed',
  'decided',
  'cancelled',
] as const;
export type AssessmentStatus = (typeof assessmentStatuses)[number];

/** What moves an assessment along. */
export const acts = [
  'send',
  'open',
  'start',
  'submit',
  'start-review',
  'return',
  'finish-review',
  'decide',
  'cancel',
  'reopen',
] as const;
export type Act = (typeof acts)[number];

interface Rule {
  readonly side: OrganisationKind;
  readonly action: Action;
  readonly from: readonly AssessmentStatus[];
  /** Reopening goes back to where the work stood; see `reopenedStatus`. */
  readonly to: AssessmentStatus | 'where-it-stood';
  readonly needsReason: boolean;
}

/** While answers may be written: from the first sight of the request until it is submitted, and again once returned. */
const answering: readonly AssessmentStatus[] = ['sent', 'opened', 'in-progress', 'returned'];
const beforeDecided = assessmentStatuses.filter((status) => status !== 'decided' && status !== 'cancelled');

const table: Readonly<Record<Act, Rule>> = {
  send: buyer('campaigns:send', ['prepared'], 'sent'),
  open: supplier('requests:accept', ['sent'], 'opened'),
  start: supplier('answers:write', ['sent', 'opened', 'returned'], 'in-progress'),
  submit: supplier('submissions:create', answering, 'submitted'),
  'start-review': buyer('reviews:write', ['submitted'], 'in-review'),
  return: {
    ...buyer('reviews:write', ['submitted', 'in-review', 'reviewed'], 'returned'),
    needsReason: true,
  },
  'finish-review': buyer('reviews:write', ['in-review'], 'reviewed'),
  decide: { ...buyer('decisions:write', ['reviewed'], 'decided'), needsReason: true },
  cancel: { ...buyer('assessments:manage', beforeDecided, 'cancelled'), needsReason: true },
  reopen: {
    ...buyer('assessments:manage', ['reviewed', 'decided', 'cancelled'], 'where-it-stood'),
    needsReason: true,
  },
};

function buyer(action: Action, from: readonly AssessmentStatus[], to: Rule['to']): Rule {
  return { side: 'buyer', action, from, to, needsReason: false };
}

function supplier(action: Action, from: readonly AssessmentStatus[], to: Rule['to']): Rule {
  return { side: 'supplier', action, from, to, needsReason: false };
}

export interface AssessmentProgress {
  readonly status: AssessmentStatus;
  /** How many submissions there are. */
  readonly submissions: number;
  /** True once a link was followed to the end and a workspace chosen. */
  readonly accepted: boolean;
}

export interface Moved {
  readonly act: Act;
  readonly from: AssessmentStatus;
  readonly to: AssessmentStatus;
}

/** Whether the act is possible at this stage; who may do it is asked apart, with `actionOf`. */
export function decideAct(progress: AssessmentProgress, act: Act, reason?: string): Decision<Moved> {
  const rule = table[act];
  const { status } = progress;
  if (!rule.from.includes(status)) {
    const code = rule.side === 'supplier' ? 'assessment-closed' : 'transition-refused';
    return refuse(code, { params: { status, act } });
  }
  if (rule.needsReason && (reason === undefined || reason.trim() === ''))
    return refuseField('/reason', 'reason-required');
  const to = rule.to === 'where-it-stood' ? reopenedStatus(progress) : rule.to;
  return accept({ act, from: status, to });
}

/** With a submission the buyer looks at it again; without one the supplier goes on where it was. */
function reopenedStatus({ submissions, accepted }: AssessmentProgress): AssessmentStatus {
  if (submissions > 0) return 'in-review';
  return accepted ? 'in-progress' : 'sent';
}

export function actionOf(act: Act): Action {
  return table[act].action;
}

/** What these roles may do with the assessment as it stands, in the order of the table. */
export function possibleActs(status: AssessmentStatus, held: readonly Role[]): Act[] {
  return acts.filter((act) => table[act].from.includes(status) && canAny(held, table[act].action));
}

/** Being overdue never stops an answer; being submitted, decided or cancelled does. */
export function acceptsAnswers(status: AssessmentStatus): boolean {
  return answering.includes(status);
}

/** The buyer's review may be written: pieces graded, claims decided, answers overridden. */
export function acceptsReview(status: AssessmentStatus): boolean {
  return status === 'submitted' || status === 'in-review';
}

/** Open for the supplier to read what the buyer found: returned, or decided. */
export function showsFindings(status: AssessmentStatus): boolean {
  return status === 'returned' || status === 'decided';
}

/** What was returned stays readable while the supplier works on it: it was submitted once and is open again. */
export function readingStage({
  status,
  submissions,
}: Pick<AssessmentProgress, 'status' | 'submissions'>): AssessmentStatus {
  return status === 'in-progress' && submissions > 0 ? 'returned' : status;
}

/** Nothing is expected of anyone any more. */
export function isClosed(status: AssessmentStatus): boolean {
  return status === 'decided' || status === 'cancelled';
}

export function isAssessmentStatus(text: string): text is AssessmentStatus {
  return assessmentStatuses.some((status) => status === text);
}
