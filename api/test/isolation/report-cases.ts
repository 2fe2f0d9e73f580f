import type { Body } from './body.js';

const nothing: Body = () => ({});

/** The cases of reports and of their schedules. */
export const reportBodies: Readonly<Record<string, Body>> = {
  'POST /api/reports': ({ engagementId }) => ({ kind: 'supplier-file', engagementId }),
  'POST /api/reports/{reportId}/cancel': nothing,
  'POST /api/report-schedules': ({ accountId }) => ({
    ...{ kind: 'register', language: 'fr', frequency: 'weekly', recipients: [accountId] },
  }),
  'PUT /api/report-schedules/{scheduleId}': ({ accountId }) => ({
    ...{ language: 'en', frequency: 'weekly', recipients: [accountId], revision: 1 },
  }),
  'POST /api/report-schedules/{scheduleId}/stop': nothing,
};
