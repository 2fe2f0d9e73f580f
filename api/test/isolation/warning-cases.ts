import { aWarning } from '../harness/given-warning.js';

const nothing = () => ({});

/** What each route of the register of warnings would be sent. */
export const warningBodies = {
  'POST /api/engagements/{engagementId}/warnings': () => ({
    ...aWarning,
    received: { on: '2026-11-02', by: 'letter' },
  }),
  'POST /api/requests/{assessmentId}/warnings': () => aWarning,
  'POST /api/warning-files': nothing,
  'POST /api/warnings/{warningId}/decisions': () => ({ decision: 'refused', reason: 'trop cher' }),
  'POST /api/warnings/{warningId}/confirmation': nothing,
  'PUT /api/assessments/{assessmentId}/review/warnings/{warningId}': () => ({
    questionId: 'ADV-02',
    level: 'E2',
  }),
} as const;
