import { aContact, aSupplier, quietContext } from '../harness/given-supplier.js';
import { aNoticeDraft, aStep } from '../harness/given-notice.js';
import { emptyTerms } from '@probant/shared/contracts/terms';
import { aWarning } from '../harness/given-warning.js';
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
  'POST /api/questionnaires': ({ questionnaireId }) => ({ copyOf: questionnaireId }),
  'POST /api/questionnaires/{questionnaireId}/edits': () => ({
    revision: 1,
    kind: 'rename',
    title: { fr: 'Autre titre', en: 'Other title' },
  }),
  'PUT /api/questionnaires/{questionnaireId}/archived': () => ({ revision: 1, archived: true }),
  'POST /api/questionnaires/{questionnaireId}/versions': () => ({ revision: 1 }),
  'POST /api/profiles': () => ({ name: 'Autre profil', themes: { BKP: 20 } }),
  'PUT /api/profiles/default': ({ profileId }) => ({ profileId, revision: 1 }),
  'PUT /api/engagements/{engagementId}/profile': ({ profileId }) => ({ profileId, revision: 1 }),
  'POST /api/suppliers': () => aSupplier(),
  'PUT /api/suppliers/{supplierId}': () => ({ ...aSupplier(), revision: 1 }),
  'POST /api/suppliers/{supplierId}/archive': nothing,
  'POST /api/suppliers/{supplierId}/restore': nothing,
  'POST /api/suppliers/{supplierId}/contacts': () => aContact(),
  'PUT /api/suppliers/{supplierId}/contacts/{contactId}': () => ({ ...aContact(), revision: 1 }),
  'DELETE /api/suppliers/{supplierId}/contacts/{contactId}': nothing,
  'POST /api/engagements': ({ supplierId }) => ({
    supplierId,
    name: 'Prestation',
    description: '',
    context: quietContext,
  }),
  'PUT /api/engagements/{engagementId}': () => ({
    name: 'Prestation',
    description: '',
    context: quietContext,
    revision: 1,
  }),
  'POST /api/engagements/{engagementId}/archive': nothing,
  'POST /api/engagements/{engagementId}/restore': nothing,
  'PUT /api/engagements/{engagementId}/contract/terms': () => ({
    terms: {
      ...emptyTerms('Contrat'),
      signedOn: '2026-01-05',
      renewal: { kind: 'tacit', months: 12 },
      customerNotice: { count: 3, unit: 'months' },
      annualFeesCents: 2_316_000,
      services: [{ name: 'Sauvegarde', annualFeesCents: 500_000 }],
      exitFees: { kind: 'share', sharePercent: 50 },
      cap: { kind: 'fees', multiple: 1, cents: null },
      exclusions: ['operating-loss'],
      cure: { kind: 'clause', days: 30, article: '12', wording: 'non réparé' },
      notification: { kind: 'firm', hours: 24, scope: 'incident' },
    },
    reason: '',
    number: 0,
  }),
  'POST /api/engagements/{engagementId}/contract/documents': nothing,
  'PUT /api/engagements/{engagementId}/contract/clauses/{clauseId}': ({ documentId }) => ({
    status: 'present',
    passage: { documentId, start: 0, end: 10 },
    note: '',
    revision: 0,
  }),
  'POST /api/engagements/{engagementId}/contract/findings': ({ clauseId }) => ({
    clauseId,
    questionId: 'EIC-04',
  }),
  'POST /api/engagements/{engagementId}/contract/endings': () => ({
    ground: 'breach',
    toldOn: '2026-05-25',
    effectiveOn: '2026-06-30',
    note: 'Par courrier simple',
    number: 0,
  }),
  'POST /api/engagements/{engagementId}/notices': nothing,
  'PUT /api/notices/{noticeId}/draft': ({ noticePieceId }) => ({
    draft: aNoticeDraft([noticePieceId]),
    revision: 1,
  }),
  'POST /api/notices/{noticeId}/steps': () => ({ ...aStep('ask-counsel'), revision: 1 }),
  'POST /api/notices/{noticeId}/pieces': nothing,
  'PUT /api/notices/{noticeId}/pieces/{noticePieceId}/grading': () => ({
    level: 'E3',
    reason: 'Vu',
    number: 0,
  }),
  'POST /api/received-notices/{noticeId}/replies': () => ({ kind: 'contests', body: 'Nous contestons.' }),
  'POST /api/received-notices/{noticeId}/pieces': nothing,
  'POST /api/imports/preview': nothing,
  'POST /api/imports/apply': nothing,
  'POST /api/requests/{assessmentId}/evidence': nothing,
  'POST /api/requests/{assessmentId}/evidence/{evidenceId}/supersede': nothing,
  'PUT /api/requests/{assessmentId}/evidence/{evidenceId}': () => ({
    kind: 'pv_test',
    datedOn: null,
    expiresOn: null,
    revision: 1,
  }),
  'POST /api/requests/{assessmentId}/evidence/{evidenceId}/links': () => ({ questionId: 'BKP-07' }),
  'DELETE /api/requests/{assessmentId}/evidence/{evidenceId}/links/{questionId}': nothing,
  'POST /api/requests/{assessmentId}/submissions': () => ({ sheetRevision: 0, attested: true }),
  'POST /api/campaigns/preflight': ({ versionId, engagementId }) => ({
    versionId,
    dueOn: '2026-12-18',
    items: [{ engagementId }],
  }),
  'POST /api/campaigns': ({ versionId, engagementId }) => ({
    name: 'Autre campagne',
    message: '',
    versionId,
    dueOn: '2026-12-18',
    items: [{ engagementId }],
  }),
  'POST /api/campaigns/{campaignId}/remind': nothing,
  'POST /api/assessments/{assessmentId}/resend': nothing,
  'POST /api/assessments/{assessmentId}/remind': nothing,
  'POST /api/assessments/{assessmentId}/revoke': nothing,
  'PUT /api/assessments/{assessmentId}/recipient': () => ({
    name: 'Autre personne',
    email: 'autre@ailleurs.example',
    language: 'fr',
    revision: 1,
  }),
  'PUT /api/assessments/{assessmentId}/due-date': () => ({ dueOn: '2026-12-24', revision: 1 }),
  'POST /api/assessments/{assessmentId}/cancel': () => ({ reason: 'erreur' }),
  'POST /api/assessments/{assessmentId}/reopen': () => ({ reason: 'erreur' }),
  'POST /api/requests/{assessmentId}/accept': ({ organisationId }) => ({ organisationId }),
  'POST /api/requests/{assessmentId}/decline': () => ({ reason: 'pas pour moi' }),
  'POST /api/links/decline': () => ({ reason: 'pas pour moi' }),
  'POST /api/assessments/{assessmentId}/score/what-if': () => ({
    scenarios: [{ name: 'Tout prouvé', answers: {}, proven: true }],
  }),
  'PUT /api/assessments/{assessmentId}/review/pieces/{evidenceId}': ({ questionId }) => ({
    questions: [{ questionId, revision: 0 }],
    verdict: 'accepted',
    level: 'E1',
    note: '',
  }),
  'PUT /api/assessments/{assessmentId}/review/questions/{questionId}': () => ({
    seen: true,
    notApplicable: null,
    note: '',
    revision: 0,
  }),
  'PUT /api/assessments/{assessmentId}/review/questions/{questionId}/override': () => ({
    state: 'refused',
    reason: 'constaté sur place',
    revision: 0,
  }),
  'POST /api/assessments/{assessmentId}/review/seen': ({ questionId }) => ({ questionIds: [questionId] }),
  'POST /api/assessments/{assessmentId}/return': () => ({ reason: 'à préciser' }),
  'POST /api/assessments/{assessmentId}/finish-review': nothing,
  'POST /api/assessments/{assessmentId}/clarifications': ({ questionId }) => ({
    questionId,
    body: 'Depuis quand ?',
  }),
  'POST /api/requests/{assessmentId}/clarifications': ({ questionId }) => ({
    questionId,
    body: 'Depuis mars.',
  }),
  'POST /api/proof-files': ({ assessmentId }) => ({ kind: 'assessment', id: assessmentId }),
  'POST /api/proof-files/{proofFileId}/cancel': nothing,
  'PUT /api/exposure-notice': () => ({ number: 1 }),
  'PUT /api/engagements/{engagementId}/exposure': () => ({
    revision: 0,
    terms: {
      annualFeeCents: 1_200_000,
      cap: { kind: 'multiple', multiple: 1 },
      remainingFeesCents: 3_000_000,
      exitClauses: ['CL-17'],
    },
    estimates: [
      {
        key: 'ransomware',
        losses: [{ kind: 'other', label: 'Matériel perdu', cents: 10_000_000, excluded: false }],
        ownCostsCents: 500_000,
        lostChance: 0.2,
        grossFault: false,
      },
    ],
  }),
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
  'PUT /api/findings/{findingId}': () => ({ status: 'closed', reason: 'corrigé', revision: 1 }),
  'POST /api/assessments/{assessmentId}/decisions': () => ({
    outcome: 'sign',
    reason: 'suffisant',
    conditions: '',
    message: '',
    shareGrade: true,
  }),
};
