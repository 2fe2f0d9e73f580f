import { addDays, daysBetween, isWorkingDay, nextWorkingDay, type Day } from '../calendar.js';
import type { EngagementContext, QuestionnaireDocument } from '../questionnaires/document.js';

/** What stops a send. */
export const sendObstacles = [
  'due-date-past',
  'no-contact',
  'recipient-is-buyer',
  'already-running',
  'archived',
  'context-incomplete',
  'no-question',
] as const;

/** What is worth knowing before a send, and does not stop it. */
export const sendWarnings = [
  'due-date-near',
  'due-date-not-worked',
  'mail-not-configured',
  'mail-failed-before',
] as const;

/** Why an engagement of a running campaign was not sent: what the pre-flight says by then, or a fault of the program. */
export const sendFailures = [...sendObstacles, 'unexpected'] as const;

export type SendIssue = (typeof sendObstacles)[number] | (typeof sendWarnings)[number];

/** Fewer days than this leave a supplier little time to gather its pieces. */
const comfortableDays = 7;

const proposedDays = 21;

/** The due date that a new campaign starts with; one that nothing has to be said about. */
export function proposeDueDay(today: Day): Day {
  return nextWorkingDay(addDays(today, proposedDays));
}

export interface CampaignToSend {
  readonly dueOn: Day;
  readonly today: Day;
  /** False while messages stay in the mailbox of the instance. */
  readonly mailLeaves: boolean;
}

export interface EngagementToSend {
  readonly archived: boolean;
  readonly running: boolean;
  readonly contextComplete: boolean;
  readonly questions: number;
  readonly recipient: { readonly isBuyer: boolean; readonly mailFailed: boolean } | null;
}

export function checkCampaign({ dueOn, today, mailLeaves }: CampaignToSend): SendIssue[] {
  return pick([
    ['due-date-past', dueOn < today],
    ['due-date-near', dueOn >= today && daysBetween(today, dueOn) < comfortableDays],
    ['due-date-not-worked', dueOn >= today && !isWorkingDay(dueOn)],
    ['mail-not-configured', !mailLeaves],
  ]);
}

export function checkEngagement(engagement: EngagementToSend): SendIssue[] {
  const { recipient } = engagement;
  return pick([
    ['archived', engagement.archived],
    ['already-running', engagement.running],
    ['context-incomplete', !engagement.contextComplete],
    ['no-question', engagement.contextComplete && engagement.questions === 0],
    ['no-contact', recipient === null],
    ['recipient-is-buyer', recipient?.isBuyer === true],
    ['mail-failed-before', recipient?.mailFailed === true],
  ]);
}

export function stopsSend(issue: SendIssue): boolean {
  return sendObstacles.some((obstacle) => obstacle === issue);
}

/** Every fact that the questionnaire asks of an engagement has a value. */
export function isContextComplete(document: QuestionnaireDocument, context: EngagementContext): boolean {
  return document.context.every(({ key }) => Object.hasOwn(context, key));
}

function pick(rows: readonly (readonly [SendIssue, boolean])[]): SendIssue[] {
  return rows.filter(([, holds]) => holds).map(([issue]) => issue);
}
