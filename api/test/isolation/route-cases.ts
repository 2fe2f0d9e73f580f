import type { Owned } from './owned.js';

/**
 * What a route needs to be tried by somebody else: a body that its own side would send. A route that writes and has no case
 * here fails the test, and so does one whose address has a parameter that `Owned` does not know.
 */
export type Body = (owned: Owned) => object;

const nothing: Body = () => ({});

export const bodies: Readonly<Record<string, Body>> = {
  'DELETE /api/session': nothing,
  'DELETE /api/sessions': nothing,
  'PUT /api/session/organisation': ({ organisationId }) => ({ organisationId }),
  'PUT /api/account': () => ({ name: 'Autre nom', language: 'en' }),
  'PUT /api/account/password': () => ({ current: 'faux mot de passe', password: 'un nouveau mot de passe' }),
  'POST /api/members/invitations': () => ({
    email: 'invite@ailleurs.example',
    roles: ['auditor'],
    language: 'fr',
  }),
  'POST /api/members/invitations/withdraw': () => ({ email: 'personne@ailleurs.example' }),
  'PUT /api/members/{accountId}': () => ({ roles: ['admin'] }),
  'DELETE /api/members/{accountId}': nothing,
  'PUT /api/organisation': () => ({ name: 'Autre nom', language: 'en' }),
  'PUT /api/requests/{assessmentId}/answers': ({ questionId }) => ({
    answers: [{ questionId, revision: 0, clientKey: 'cle-isolation-1', state: 'refused' }],
  }),
};
