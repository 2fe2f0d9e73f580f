import type { Body } from './body.js';

const nothing: Body = () => ({});
const aHash = 'a'.repeat(64);
const aNudge: Body = ({ assessmentId }) => ({
  assessmentIds: [assessmentId],
  words: { fr: 'Un mot', en: '' },
});

/** Threads of both sides, parts that a supplier hands over, and reviewing together. */
export const sharedWorkBodies: Readonly<Record<string, Body>> = {
  'PUT /api/assessments/{assessmentId}/clarifications/resolved': ({ questionId }) => ({
    questionId,
    resolved: true,
  }),
  'PUT /api/assessments/{assessmentId}/clarifications/read': ({ questionId }) => ({ questionId }),
  'POST /api/assessments/{assessmentId}/clarifications/files': nothing,
  'PUT /api/requests/{assessmentId}/clarifications/resolved': ({ questionId }) => ({
    questionId,
    resolved: true,
  }),
  'PUT /api/requests/{assessmentId}/clarifications/read': ({ questionId }) => ({ questionId }),
  'POST /api/requests/{assessmentId}/clarifications/files': nothing,
  'POST /api/requests/{assessmentId}/delegations': ({ questionId }) => ({
    name: 'Yann Kerguelen',
    email: 'yann.kerguelen@cadran.example',
    language: 'fr',
    note: '',
    dueOn: null,
    themes: [],
    questions: [questionId],
  }),
  'PUT /api/requests/{assessmentId}/delegations/{delegationId}': ({ questionId }) => ({
    note: '',
    dueOn: null,
    themes: [],
    questions: [questionId],
    revision: 1,
  }),
  'POST /api/requests/{assessmentId}/delegations/{delegationId}/remind': nothing,
  'DELETE /api/requests/{assessmentId}/delegations/{delegationId}': nothing,
  'POST /api/campaigns/{campaignId}/nudges/preview': aNudge,
  'POST /api/campaigns/{campaignId}/nudges': aNudge,
  'PUT /api/four-eyes': () => ({ questionnaireCode: '', on: false }),
  'POST /api/assessments/{assessmentId}/confirmations': ({ questionId, evidenceId }) => ({
    items: [{ questionId, evidenceId, revision: 1, acceptedAt: '2026-11-22T09:00:00.000Z' }],
  }),
  'PUT /api/assessments/{assessmentId}/reviewer': () => ({ accountId: null, before: null }),
  'POST /api/review-queue/identical-pieces/accept': ({ assessmentId, evidenceId, questionId }) => ({
    sha256: aHash,
    ...{ level: 'E1', note: '', places: [{ assessmentId, evidenceId, questionId }] },
  }),
  'PUT /api/requests/{assessmentId}/presence': ({ questionId }) => ({ questionId }),
};
