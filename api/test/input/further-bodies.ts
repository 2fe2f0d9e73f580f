import type { Owned } from '../isolation/owned.js';

const secret = 'S'.repeat(43);

/** What the routes that nobody signs in for would be sent. */
export const publicBodies: Readonly<Record<string, object>> = {
  'POST /api/session': { email: 'personne@ailleurs.example', password: 'un mot de passe' },
  'POST /api/password-resets': { email: 'personne@ailleurs.example' },
  'POST /api/password-resets/inspect': { token: secret },
  'POST /api/password-resets/consume': { token: secret, password: 'un mot de passe' },
  'POST /api/invitations/inspect': { token: secret },
  'POST /api/invitations/consume': { token: secret, name: 'Nom', password: 'un mot de passe' },
  'POST /api/first-administrator/inspect': { token: secret },
  'POST /api/first-administrator': {
    token: secret,
    organisationName: 'Organisation',
    name: 'Nom',
    email: 'personne@ailleurs.example',
    password: 'un mot de passe',
    language: 'fr',
  },
  'POST /api/links/open': { secret },
  'POST /api/links/code': { secret },
  'POST /api/links/verify': { secret, code: '12345678' },
  'POST /api/part-links/open': { secret },
  'POST /api/part-links/code': { secret },
  'POST /api/part-links/verify': { secret, code: '12345678' },
};

const wording = { fr: 'Texte', en: 'Text' };

/** Further bodies that a route takes, for parts that the first does not have. */
export const otherBodies: Readonly<Record<string, (owned: Owned) => readonly object[]>> = {
  'POST /api/questionnaires/{questionnaireId}/edits': () => [
    {
      revision: 1,
      kind: 'add-question',
      themeCode: 'FIN',
      question: {
        id: 'OWN-1',
        type: 'single',
        text: wording,
        weight: 1,
        evidence: { need: 'none', kinds: [] },
        notApplicable: false,
        ref: [],
        severity: 'low',
        options: [{ value: 'a', label: wording, risk: 0 }],
      },
    },
    { revision: 1, kind: 'add-theme', theme: { code: 'OWN', title: wording, weight: 1 } },
  ],
  'PUT /api/assessments/{assessmentId}/review/questions/{questionId}': () => [
    { seen: true, notApplicable: { decision: 'refused', reason: 'non' }, note: '', revision: 0 },
  ],
  'PUT /api/requests/{assessmentId}/answers': ({ questionId }) => [
    {
      answers: [
        {
          questionId,
          revision: 0,
          clientKey: 'cle-isolation-2',
          state: 'not-applicable',
          comment: 'a',
          justification: 'b',
        },
      ],
    },
  ],
};
