import { aWarning } from '../harness/given-warning.js';
import type { Body } from './body.js';

const nothing: Body = () => ({});

const aContradiction = { key: 'backup-mfa-none/BKP-05/PRV-03', fingerprint: 'a'.repeat(64) };

/** Of the register of warnings, of checks against registers and of contradictions. */
export const adviceBodies: Readonly<Record<string, Body>> = {
  'POST /api/engagements/{engagementId}/checks': () => ({ kind: 'company', domain: '', selectors: [] }),
  'PUT /api/assessments/{assessmentId}/review/checks/{checkId}': () => ({
    questionId: 'FIN-01',
    level: 'E4',
  }),
  'POST /api/engagements/{engagementId}/contradictions/questions': () => ({
    ...aContradiction,
    body: 'Laquelle des deux est exacte ?',
  }),
  'POST /api/engagements/{engagementId}/contradictions/set-aside': () => ({
    ...aContradiction,
    reason: 'Vu sur place.',
  }),
  'POST /api/engagements/{engagementId}/contradictions/reopenings': () => ({
    ...aContradiction,
    reason: 'À revoir.',
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
