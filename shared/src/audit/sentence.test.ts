import type { AuditEvent } from './events.js';
import type {
  AccountId,
  AssessmentId,
  ClarificationId,
  DrillRecordId,
  DrillReplyId,
  IncidentId,
  NoticeId,
  EngagementId,
  EvidenceId,
  SnapshotId,
} from '../ids.js';
import { eventSentence } from './sentence.js';

const uuid = '0190c7f2-1111-7000-8000-000000000001';
const assessmentId = uuid as AssessmentId;
const evidenceId = uuid as EvidenceId;
const snapshotId = uuid as SnapshotId;

const notice = {
  engagementId: uuid as EngagementId,
  engagementName: 'Sauvegarde',
  noticeId: uuid as NoticeId,
};

const rows: readonly (readonly [AuditEvent, string, string])[] = [
  [
    {
      ...notice,
      kind: 'notice-moved',
      number: 2,
      step: 'receive',
      to: 'received',
      on: '2018-04-18',
      stepSha256: 'a',
    },
    'Léa a consigné la réception de la mise en demeure sur la prestation Sauvegarde, au 18 avr. 2018.',
    'Léa recorded the receipt of the formal notice on the engagement Sauvegarde, on 18 Apr 2018.',
  ],
  [
    { ...notice, kind: 'notice-piece-refused', name: 'avis.pdf', reason: 'file-too-large' },
    'Léa s’est vu refuser la pièce avis.pdf d’une mise en demeure (trop volumineux).',
    'Léa was refused the piece avis.pdf of a formal notice (too large).',
  ],
  [
    {
      kind: 'answer-saved',
      assessmentId,
      questionId: 'BKP-04',
      revision: 3,
      answer: { state: 'answered', value: 'hors_ligne', comment: '', justification: '' },
    },
    'Léa a enregistré la réponse à BKP-04 (révision 3).',
    'Léa saved the answer to BKP-04 (revision 3).',
  ],
  [
    {
      kind: 'answer-saved',
      assessmentId,
      questionId: 'BKP-04',
      revision: 3,
      answer: { state: 'answered', value: 'hors_ligne', comment: '', justification: '' },
      reconfirms: uuid,
    },
    'Léa a relu et reconfirmé une réponse antérieure à BKP-04 (révision 3).',
    'Léa read again and reconfirmed an earlier answer to BKP-04 (revision 3).',
  ],
  [
    {
      kind: 'answer-pack-imported',
      owner: 'Cadran',
      signerFingerprint: 'a'.repeat(64),
      manifestSha256: 'b',
      answers: 1,
      pieces: 2,
    },
    'Léa a importé 1 réponse et 2 pièces d’un lot au nom de Cadran, signé par la clé aaaaaaaaaaaaaaaa…',
    'Léa imported 1 answer and 2 pieces from a pack in the name of Cadran, signed by the key aaaaaaaaaaaaaaaa…',
  ],
  [
    { kind: 'answer-pack-refused', name: 'lot.zip', reason: 'pack-broken' },
    'Léa s’est vu refuser le lot de réponses lot.zip (altéré ou mal formé).',
    'Léa was refused the pack of answers lot.zip (altered or malformed).',
  ],
  [
    {
      kind: 'exposure-stated',
      engagementId: uuid as EngagementId,
      name: 'Sauvegarde',
      supplierName: 'Nivéole',
      revision: 2,
      statementSha256: 'a',
    },
    'Léa a estimé l’exposition de la prestation Sauvegarde (Nivéole), version 2.',
    'Léa estimated the exposure of the engagement Sauvegarde (Nivéole), version 2.',
  ],
  [
    { kind: 'exposure-notice-accepted', number: 1 },
    'Léa a pris acte que les montants d’exposition sont indicatifs (avis n°\u00a01).',
    'Léa acknowledged that amounts of exposure are indicative (notice 1).',
  ],
  [
    { kind: 'proof-requested', proofFileId: uuid, title: 'Sauvegarde' },
    'Léa a demandé le dossier de preuve «\u00a0Sauvegarde\u00a0».',
    'Léa asked for the proof file “Sauvegarde”.',
  ],
  [
    { kind: 'proof-given-up', proofFileId: uuid, title: 'Sauvegarde' },
    'Léa a abandonné la préparation du dossier de preuve «\u00a0Sauvegarde\u00a0».',
    'Léa gave up the preparation of the proof file “Sauvegarde”.',
  ],
  [
    {
      kind: 'proof-sealed',
      proofFileId: uuid,
      title: 'Sauvegarde',
      sha256: 'a'.repeat(64),
      manifestSha256: '',
    },
    'Léa a scellé le dossier de preuve «\u00a0Sauvegarde\u00a0» (empreinte aaaaaaaaaaaaaaaa…).',
    'Léa sealed the proof file “Sauvegarde” (hash aaaaaaaaaaaaaaaa…).',
  ],
  [
    { kind: 'proof-downloaded', proofFileId: uuid, title: 'Sauvegarde', sha256: 'a'.repeat(64) },
    'Léa a téléchargé le dossier de preuve «\u00a0Sauvegarde\u00a0».',
    'Léa downloaded the proof file “Sauvegarde”.',
  ],
  [
    { kind: 'incident-shared', incidentId: uuid as IncidentId, title: 'Panne' },
    'Léa a montré l’incident «\u00a0Panne\u00a0» au fournisseur.',
    'Léa showed the incident “Panne” to the supplier.',
  ],
  [
    {
      kind: 'drill-replied',
      assessmentId,
      recordId: uuid as DrillRecordId,
      drillName: 'Nuit du 9',
      number: 2,
      replyId: uuid as DrillReplyId,
      stance: 'contested',
      replySha256: 'a',
    },
    'Léa a contesté le relevé n°\u00a02 de l’exercice Nuit du 9.',
    'Léa contested record 2 of the drill Nuit du 9.',
  ],
  [
    {
      kind: 'measure-confirmed',
      assessmentId,
      questionId: 'EIC-03',
      level: 'E4',
      sourceId: uuid as DrillRecordId,
      measuredOn: '2026-11-08',
    },
    'Léa a retenu la mesure du 8 nov. 2026 comme preuve de EIC-03, au niveau E4.',
    'Léa took the measure of 8 Nov 2026 as proof of EIC-03, at level E4.',
  ],
  [
    { kind: 'evidence-graded', assessmentId, questionId: 'BKP-07', evidenceId, name: 'pv.pdf', level: 'E2' },
    'Léa a accepté la pièce pv.pdf au niveau E2 pour BKP-07.',
    'Léa accepted the piece pv.pdf at level E2 for BKP-07.',
  ],
  [
    { kind: 'na-decided', assessmentId, questionId: 'FIN-02', accepted: false, reason: 'comptes exigibles' },
    'Léa a refusé le «\u00a0sans objet\u00a0» de FIN-02\u00a0: comptes exigibles.',
    'Léa refused that FIN-02 does not apply: comptes exigibles.',
  ],
  [
    {
      kind: 'decided',
      assessmentId,
      outcome: 'sign-with-conditions',
      reason: 'plan à 60 jours',
      gradeShared: true,
      snapshotId,
    },
    'Léa a décidé de signer sous conditions\u00a0: plan à 60 jours.',
    'Léa decided to sign with conditions: plan à 60 jours.',
  ],
  [
    {
      kind: 'score-kept',
      assessmentId,
      snapshotId,
      moment: 'submitted',
      grade: 'D',
      score: 51.7534,
      snapshotSha256: 'a',
    },
    'Léa a gardé le score à la remise (D, 51,75).',
    'Léa kept the score at submission (D, 51.75).',
  ],
  [
    {
      kind: 'clarification-asked',
      assessmentId,
      questionId: '',
      clarificationId: uuid as ClarificationId,
      messageSha256: 'a',
    },
    'Léa a demandé une précision sur l’ensemble de la demande.',
    'Léa asked for clarification on the request as a whole.',
  ],
  [
    {
      kind: 'clause-assessed',
      engagementId: uuid as EngagementId,
      engagementName: 'Infogérance',
      clauseId: 'CL-12',
      revision: 2,
      before: 'weak',
      status: 'absent',
    },
    'Léa a jugé la clause CL-12 absente, et non plus faible, au contrat de la prestation Infogérance.',
    'Léa found the clause CL-12 absent, no longer weak, in the contract of the engagement Infogérance.',
  ],
  [
    { kind: 'answers-seen', assessmentId, number: 2, questionIds: ['BKP-04', 'BKP-05'] },
    'Léa a vu les réponses BKP-04, BKP-05 de la remise n°\u00a02.',
    'Léa saw the answers BKP-04, BKP-05 of submission no.\u00a02.',
  ],
  [
    { kind: 'decision-told', assessmentId, outcome: 'refuse', gradeShared: true, noticeSha256: 'a' },
    'Léa a annoncé la décision de refuser, avec la note.',
    'Léa announced the decision to refuse, with the grade.',
  ],
  [
    { kind: 'evidence-refused', name: 'rapport.zip', reason: 'file-infected', signature: 'EICAR-Test-File' },
    'Léa s’est vu refuser le fichier rapport.zip (logiciel malveillant, EICAR-Test-File).',
    'Léa was refused the file rapport.zip (malware, EICAR-Test-File).',
  ],
  [
    { kind: 'signed-out', everywhere: true },
    'Léa a fermé toutes ses sessions.',
    'Léa signed out everywhere.',
  ],
  [
    { kind: 'signed-in', method: 'link' },
    'Léa a ouvert une session par un lien et un code.',
    'Léa signed in with a link and a code.',
  ],
  [
    {
      kind: 'assessment-sent',
      assessmentId,
      supplierName: 'Alizé',
      engagementName: 'Paie',
      recipient: 'm@alize.example',
      dueOn: '2026-12-20',
      questionnaireSha256: 'a',
      contextSha256: 'a',
    },
    'Léa a envoyé à m@alize.example l’évaluation d’Alizé pour Paie, échéance 20 déc. 2026.',
    'Léa sent m@alize.example the assessment of Alizé for Paie, due 20 Dec 2026.',
  ],
  [
    { kind: 'returned', assessmentId, reason: 'Joignez le test de la copie déconnectée.', questions: 1 },
    'Léa a retourné l’évaluation pour précision\u00a0: Joignez le test de la copie déconnectée.',
    'Léa returned the assessment for clarification: Joignez le test de la copie déconnectée.',
  ],
  [
    { kind: 'list-exported', list: 'suppliers', format: 'csv', rows: 1 },
    'Léa a exporté la liste «\u00a0fournisseurs\u00a0» au format CSV (1\u00a0ligne).',
    'Léa exported the list “suppliers” as CSV (1\u00a0row).',
  ],
  [
    { kind: 'member-invited', email: 'm@acheteur.example', roles: ['risk-manager'] },
    'Léa a invité m@acheteur.example comme responsable des risques.',
    'Léa invited m@acheteur.example as risk manager.',
  ],
  [
    { kind: 'member-joined', accountId: uuid as AccountId, name: 'Léa', roles: ['contributor'] },
    'Léa a rejoint l’organisation comme contributeur.',
    'Léa joined the organisation as contributor.',
  ],
];

test.each(rows)('%j reads as one sentence in each language', (event, french, english) => {
  expect(eventSentence(event, 'Léa', 'fr')).toBe(french);
  expect(eventSentence(event, 'Léa', 'en')).toBe(english);
});
