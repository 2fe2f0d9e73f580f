import { accept, refuse, type Decision } from '../decision.js';
import { acceptsAnswers, isClosed, type AssessmentStatus } from './lifecycle.js';

/** What the buyer does to a request that has left, apart from moving its status. */
export const linkActs = ['resend', 'remind', 'replace', 'revoke', 'change-due-date'] as const;
export type LinkAct = (typeof linkActs)[number];

export interface RequestState {
  readonly status: AssessmentStatus;
  /** A link that was not revoked; it may have expired. */
  readonly linked: boolean;
}

/** A new link ends the one before: nobody gets two in a row, whose letters may arrive in either order. Reminders keep a day. */
export const linkRestSeconds = 60;

const rules: Readonly<Record<LinkAct, (state: RequestState) => boolean>> = {
  resend: ({ status, linked }) => linked && acceptsAnswers(status),
  remind: ({ status, linked }) => linked && acceptsAnswers(status),
  // Not while the buyer reads a submission: the next person would own nothing of what is being reviewed.
  replace: ({ status }) => acceptsAnswers(status),
  revoke: ({ linked }) => linked,
  'change-due-date': ({ status }) => !isClosed(status),
};

interface Renewal {
  /** Since the same person was last sent a new link; `null` before the first. */
  readonly secondsAgo: number | null;
}

export function decideLinkAct(
  state: RequestState,
  act: LinkAct,
  { secondsAgo }: Renewal = { secondsAgo: null },
): Decision<LinkAct> {
  if (!rules[act](state)) return refuse('transition-refused', { params: { status: state.status, act } });
  if (act === 'resend' && secondsAgo !== null && secondsAgo < linkRestSeconds)
    return refuse('link-just-renewed', { params: { seconds: linkRestSeconds } });
  return accept(act);
}

export function possibleLinkActs(state: RequestState): LinkAct[] {
  return linkActs.filter((act) => rules[act](state));
}

/** Where a request stands for its next recipient: to be opened again, or still to be made more precise. */
export function statusOnceReplaced(submissions: number): AssessmentStatus {
  return submissions > 0 ? 'returned' : 'sent';
}
