import type { OrganisationId } from '@probant/shared/ids';

export const jobStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobState = (typeof jobStates)[number];

/** Ids, or words as short: what the job is about is read when it runs. */
export type JobPayload = Readonly<Record<string, string>>;

/** One piece of long work that a person asked for. */
export interface JobRun {
  readonly organisationId: OrganisationId;
  readonly id: string;
  readonly payload: JobPayload;
  /** Aborted when the job is given up, takes too long, or the program ends. */
  readonly signal: AbortSignal;
  /** As often as one likes: it is kept once a second. */
  readonly progress: (done: number, total: number) => void;
}

/** What is done on demand, in the background; tried again when it fails. */
export interface JobKind {
  readonly name: string;
  readonly run: (run: JobRun) => Promise<void>;
}

/**
 * What is done again and again by one of the processes, whichever is first, and once at a start: a time that passed while the
 * program was off is caught up on. So it does what is due, and nothing twice.
 */
export interface RecurringKind {
  readonly name: string;
  /** Five fields, in UTC: `0 * * * *` is every full hour. */
  readonly cron: string;
  readonly run: (signal: AbortSignal) => Promise<void>;
}

export interface JobStanding {
  readonly id: string;
  readonly state: JobState;
  readonly done: number;
  readonly total: number;
  readonly problem: string | null;
}

/** Trying again would end in the same way: the job fails at once, with the code of a problem. */
export class JobRefusal extends Error {
  constructor(readonly problem: string) {
    super(problem);
  }
}
