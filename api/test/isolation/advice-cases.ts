import { aWarning } from '../harness/given-warning.js';
import type { Body } from './body.js';

const nothing: Body = () => ({});

/** Of the register of warnings and of checks against registers. */
export const adviceBodies: Readonly<Record<string, Body>> = {
  'POST /api/engagements/{engagementId}/checks': () => ({ kind: 'company', domain: '', selectors: [] }),
  'PUT /api/assessments/{assessmentId}/review/checks/{checkId}': () => ({
    questionId: 'FIN-01',
    level: 'E4',
  }),
  'POST /api/engagements/{engagementId}/zone-token': () => ({ domain: 'acme.example' }),
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
};
