import { someDrop, someHead } from '../harness/given-drill.js';
import { someFacts, someFile } from '../harness/given-incident.js';
import { aContact, aSupplier, quietContext } from '../harness/given-supplier.js';
import { aNoticeDraft, aStep } from '../harness/given-notice.js';
import { emptyTerms } from '@probant/shared/contracts/terms';
import { adviceBodies } from './advice-cases.js';
import type { Body } from './body.js';
import { calendarBodies } from './calendar-cases.js';
import { certificationBodies } from './certification-cases.js';
import { portfolioBodies } from './portfolio-cases.js';
import { exposureBodies } from './exposure-cases.js';
import { integrationBodies } from './integration-cases.js';
import { findingBodies } from './finding-cases.js';
import { reportBodies } from './report-cases.js';
import { sharedWorkBodies } from './shared-work-cases.js';
import { libraryBodies } from './library-cases.js';
import { questionnaireBodies } from './questionnaire-cases.js';

const nothing: Body = () => ({});
const aReassessmentRule = {
  ...{ everyMonths: 12, certificateDays: null, triggers: ['incident'], act: 'propose' },
  ...{ dueDays: 21, revision: 0 },
};
const aRule = { conditions: [{ kind: 'score-above', score: 50 }], payments: [], text: 'Pas au-delà' };

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
  ...questionnaireBodies,
  'POST /api/dry-runs/{dryRunId}/cancel': nothing,
  'POST /api/dry-runs/{dryRunId}/moves': ({ assessmentId }) => ({ assessmentIds: [assessmentId] }),
  'POST /api/assessments/{assessmentId}/moves/{moveId}/return': nothing,
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
  'POST /api/requests/{assessmentId}/workbook': nothing,
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
  'PUT /api/reassessment-rule': () => aReassessmentRule,
  'PUT /api/engagements/{engagementId}/reassessment-rule': () => aReassessmentRule,
  'DELETE /api/engagements/{engagementId}/reassessment-rule': nothing,
  'POST /api/engagements/{engagementId}/reassessment': () => ({ dueOn: '2026-12-18', message: '' }),
  'POST /api/engagements/{engagementId}/reassessment/set-aside': nothing,
  'POST /api/campaigns/{campaignId}/remind': nothing,
  'POST /api/campaigns/{campaignId}/sending/stop': nothing,
  'POST /api/campaigns/{campaignId}/sending/retry': nothing,
  'PUT /api/campaigns/{campaignId}/reminders': () => ({
    on: false,
    words: { fr: '', en: '' },
    revision: 1,
  }),
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
  ...sharedWorkBodies,
  'POST /api/requests/{assessmentId}/clarifications': ({ questionId }) => ({
    questionId,
    body: 'Depuis mars.',
  }),
  'POST /api/proof-files': ({ assessmentId }) => ({ kind: 'assessment', id: assessmentId }),
  'POST /api/proof-files/{proofFileId}/cancel': nothing,
  ...reportBodies,
  ...certificationBodies,
  ...calendarBodies,
  ...portfolioBodies,
  ...exposureBodies,
  ...findingBodies,
  ...libraryBodies,
  ...adviceBodies,
  ...integrationBodies,
  'POST /api/engagements/{engagementId}/incidents': () => ({ ...someFacts, shared: true }),
  'POST /api/engagements/{engagementId}/incidents/{incidentId}/statements': () => someFacts,
  'POST /api/engagements/{engagementId}/incidents/{incidentId}/share': nothing,
  'PUT /api/engagements/{engagementId}/incidents/{incidentId}/file': () => ({ ...someFile, revision: 0 }),
  'POST /api/engagements/{engagementId}/incidents/{incidentId}/finding': nothing,
  'POST /api/requests/{assessmentId}/incidents': () => someFacts,
  'POST /api/follow-up/incidents/{incidentId}/statements': () => someFacts,
  'POST /api/engagements/{engagementId}/drill-authorisations': nothing,
  'POST /api/engagements/{engagementId}/drill-authorisations/{authorisationId}/withdraw': () => ({
    reason: 'retirée',
  }),
  'PUT /api/engagements/{engagementId}/patch-report-expectation': () => ({
    revision: 0,
    fromMonth: '2026-11',
  }),
  'POST /api/engagements/{engagementId}/patch-reports': () => ({
    ...{ month: '2026-11', revision: 0, outcome: 'received' },
    ...{ receivedOn: '2026-11-20', note: '' },
  }),
  'PUT /api/engagements/{engagementId}/drill-plan': () => ({
    revision: 0,
    drops: [{ on: '2026-12-08', at: '23:30', place: 'Serveurs' }],
  }),
  'POST /api/engagements/{engagementId}/drills': ({ authorisationId }) => ({ ...someHead, authorisationId }),
  'PUT /api/engagements/{engagementId}/drills/{drillId}': () => ({
    ...someHead,
    explanation: { at: { on: '2026-11-09', at: '09:30' }, text: 'Procédure revue' },
    revision: 2,
  }),
  'POST /api/engagements/{engagementId}/drills/{drillId}/test-files': () => ({ extension: 'com' }),
  'POST /api/engagements/{engagementId}/drills/{drillId}/drops': () => someDrop,
  'PUT /api/engagements/{engagementId}/drills/{drillId}/drops/{dropId}': () => ({ ...someDrop, revision: 1 }),
  'POST /api/engagements/{engagementId}/drills/{drillId}/record': nothing,
  'POST /api/engagements/{engagementId}/drills/{drillId}/reopen': () => ({ reason: 'à corriger' }),
  'POST /api/follow-up/drills/{recordId}/reply': () => ({ stance: 'contested', reason: 'Autre horaire' }),
  'PUT /api/assessments/{assessmentId}/measures/{questionId}': ({ recordId }) => ({
    recordId,
    confirmed: true,
  }),
  'POST /api/assessments/{assessmentId}/decision-rules': () => aRule,
  'POST /api/campaigns/{campaignId}/decision-rules': () => aRule,
  'POST /api/versions/{versionId}/decision-rules': () => aRule,
  'POST /api/assessments/{assessmentId}/decisions': () => ({
    outcome: 'sign',
    reason: 'suffisant',
    conditions: '',
    message: '',
    shareGrade: true,
  }),
};
