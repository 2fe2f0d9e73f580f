import { noticeObligations } from '@probant/shared/obligations/notice-obligations';
import { listNoticeClocks } from '../notices/notices.public.js';
import { byEngagement, type ObligationSource } from './obligation-source.js';

/** The last days of the cure periods of formal notices. */
export const readNoticeDates: ObligationSource = async (tx, { organisationId, engagements }) => {
  const clocks = await listNoticeClocks(
    tx,
    organisationId,
    engagements.map(({ id }) => id),
  );
  return new Map(
    [...byEngagement(clocks)].map(([id, notices]) => [
      id,
      { obligations: noticeObligations(notices), againOn: null },
    ]),
  );
};
