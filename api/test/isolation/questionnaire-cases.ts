import type { Body } from './body.js';

const nothing: Body = () => ({});

/** Questionnaires, their drafts, versions and imports. */
export const questionnaireBodies: Readonly<Record<string, Body>> = {
  'POST /api/questionnaires': ({ questionnaireId }) => ({ copyOf: questionnaireId }),
  'POST /api/questionnaire-imports': nothing,
  'POST /api/questionnaire-imports/{importId}/cancel': nothing,
  'PUT /api/questionnaire-imports/{importId}/mapping': () => ({
    revision: 1,
    asSpreadsheet: true,
    mappings: [],
  }),
  'PUT /api/questionnaire-imports/{importId}/wish': () => ({
    revision: 1,
    items: [],
    given: { question: 1 },
  }),
  'POST /api/questionnaire-imports/{importId}/draft': () => ({
    revision: 1,
    title: { fr: 'Autre titre', en: 'Other title' },
  }),
  'POST /api/questionnaires/{questionnaireId}/edits': () => ({
    revision: 1,
    kind: 'rename',
    title: { fr: 'Autre titre', en: 'Other title' },
  }),
  'POST /api/questionnaires/{questionnaireId}/steps': () => ({
    clientKey: 'cle-isolation-2',
    seen: 1,
    steps: [
      { kind: 'set', of: 'questionnaire', key: '', property: 'title/fr', before: '', after: 'Autre titre' },
    ],
  }),
  'PUT /api/questionnaires/{questionnaireId}/editors': () => ({
    tabId: '0199f0a0-0000-7000-8000-000000000001',
    place: '',
  }),
  'PUT /api/questionnaires/{questionnaireId}/archived': () => ({ revision: 1, archived: true }),
  'POST /api/questionnaires/{questionnaireId}/versions': () => ({ revision: 1 }),
  'POST /api/questionnaires/{questionnaireId}/versions/{versionId}/corrections': ({ questionId }) => ({
    subject: questionId,
    place: 'text',
    text: { fr: 'Autre texte', en: 'Other text' },
    reason: 'Faute de frappe',
    meaningKept: true,
  }),
  'PUT /api/questionnaires/{questionnaireId}/versions/{versionId}/retired': () => ({
    retired: true,
    reason: 'Remplacée',
  }),
  'POST /api/questionnaires/{questionnaireId}/versions/{versionId}/dry-runs': nothing,
};
