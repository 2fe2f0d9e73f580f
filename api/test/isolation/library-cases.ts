import type { Body } from './body.js';

const nothing: Body = () => ({});

/** What each route of the answer library would be sent. */
export const libraryBodies: Readonly<Record<string, Body>> = {
  'PUT /api/answer-library/{entryId}': () => ({ revision: 1, answer: { state: 'answered', value: 12 } }),
  'POST /api/answer-library/{entryId}/retire': () => ({ revision: 1 }),
  'POST /api/answer-library/{entryId}/restore': () => ({ revision: 1 }),
  'POST /api/answer-packs/preview': nothing,
  'POST /api/answer-packs/import': nothing,
  'POST /api/answer-packs/signers': () => ({ fingerprint: 'b'.repeat(64), name: 'Ailleurs' }),
  'DELETE /api/answer-packs/signers/{fingerprint}': nothing,
};
