import type { Day } from '../calendar.js';
import { noticeClock } from '../notices/clock.js';
import { obligation, type Obligation } from './obligation.js';

export interface NoticeUnderClock {
  readonly noticeId: string;
  /** When the registered letter was received: the clock runs from there. */
  readonly receivedOn: Day;
  readonly cureDays: number;
  /** When it was recorded what became of the breaches; null: nobody has said. */
  readonly judgedOn: Day | null;
  /** When the notice was taken back. */
  readonly withdrawnOn: Day | null;
}

/** The last day of the cure period, counted from receipt; weekends and holidays as the notice itself counts them. */
export function noticeObligations(notices: readonly NoticeUnderClock[]): Obligation[] {
  return notices.map(({ noticeId, receivedOn, cureDays, judgedOn, withdrawnOn }) => {
    const { deadlineOn, deadlineCaution, firstSafeOn } = noticeClock(receivedOn, cureDays);
    return obligation({
      key: `notice-cure/${noticeId}`,
      kind: 'notice-cure',
      dueOn: deadlineOn,
      facts: {
        ...{ noticeId, receivedOn, cureDays, firstSafeOn },
        ...(deadlineCaution === null ? {} : { cureCaution: deadlineCaution }),
      },
      settledOn: judgedOn,
      lapsedOn: withdrawnOn,
    });
  });
}
