import type { Role } from '../permissions.js';
import { isProblemCode, type ProblemCode } from '../problems.js';
import type { Language, Localised, Severity } from '../questionnaires/document.js';
import type { Outcome, SnapshotMoment } from './assessment-events.js';
import type { MailTemplate } from './delivery-events.js';
import type { ListName } from './organisation-events.js';

export const roleNames: Readonly<Record<Role, Localised>> = {
  admin: { fr: 'administrateur', en: 'administrator' },
  buyer: { fr: 'acheteur', en: 'buyer' },
  'risk-manager': { fr: 'responsable des risques', en: 'risk manager' },
  auditor: { fr: 'auditeur', en: 'auditor' },
  'supplier-admin': { fr: 'administrateur', en: 'administrator' },
  contributor: { fr: 'contributeur', en: 'contributor' },
  delegate: { fr: 'collègue', en: 'colleague' },
  recipient: { fr: 'destinataire', en: 'recipient' },
};

export const listNames: Readonly<Record<ListName, Localised>> = {
  suppliers: { fr: 'fournisseurs', en: 'suppliers' },
  contacts: { fr: 'contacts', en: 'contacts' },
  engagements: { fr: 'prestations', en: 'engagements' },
  campaigns: { fr: 'campagnes', en: 'campaigns' },
  assessments: { fr: 'évaluations', en: 'assessments' },
  questionnaires: { fr: 'questionnaires', en: 'questionnaires' },
  findings: { fr: 'constats', en: 'findings' },
  profiles: { fr: 'profils de pondération', en: 'weight profiles' },
  portfolio: { fr: 'portefeuille', en: 'portfolio' },
  concentration: { fr: 'concentration', en: 'concentration' },
  dependents: {
    fr: 'prestations qui dépendent d’un intervenant',
    en: 'engagements that depend on one actor',
  },
  lapses: { fr: 'ce qui expire', en: 'what lapses' },
  certificates: { fr: 'certificats', en: 'certificates' },
  members: { fr: 'membres', en: 'members' },
  audit: { fr: 'journal', en: 'audit log' },
  requests: { fr: 'demandes', en: 'requests' },
  evidence: { fr: 'pièces', en: 'evidence' },
  submissions: { fr: 'remises', en: 'submissions' },
  obligations: { fr: 'échéances', en: 'obligations' },
  regulations: { fr: 'textes suivis', en: 'texts watched' },
  reviews: { fr: 'examens à faire', en: 'review queue' },
  comparison: { fr: 'comparaison', en: 'comparison' },
  weighing: { fr: 'classement à l’essai', en: 'trial ranking' },
  search: { fr: 'résultats de recherche', en: 'search results' },
  funnel: { fr: 'étapes d’une campagne', en: 'stages of a campaign' },
  stuck: { fr: 'demandes bloquées', en: 'stuck requests' },
};

export const mailNames: Readonly<Record<MailTemplate, Localised>> = {
  request: { fr: 'demande', en: 'request' },
  reminder: { fr: 'relance', en: 'reminder' },
  'part-handed-over': { fr: 'partie confiée', en: 'part handed over' },
  'part-reminder': { fr: 'relance d’une partie confiée', en: 'reminder of a part' },
  code: { fr: 'code d’accès', en: 'access code' },
  returned: { fr: 'retour pour précision', en: 'return for clarification' },
  'clarification-asked': { fr: 'demande de précision', en: 'clarification asked' },
  'clarification-answered': { fr: 'réponse à une demande de précision', en: 'clarification answered' },
  'clarification-mentioned': {
    fr: 'mention dans une demande de précision',
    en: 'mention in a clarification',
  },
  'warning-given': { fr: 'mise en garde', en: 'warning' },
  'warning-answered': { fr: 'décision sur une mise en garde', en: 'decision on a warning' },
  'warning-silent': { fr: 'mise en garde à trancher', en: 'warning to be decided' },
  'notice-posted': { fr: 'lettre postée', en: 'letter posted' },
  'incident-reported': { fr: 'incident signalé', en: 'incident reported' },
  submitted: { fr: 'accusé de remise', en: 'submission receipt' },
  decided: { fr: 'décision', en: 'decision' },
  cancelled: { fr: 'annulation', en: 'cancellation' },
  reopened: { fr: 'réouverture', en: 'reopening' },
  'version-moved': { fr: 'passage à une nouvelle version', en: 'move to a new version' },
  'version-returned': { fr: 'retour à la version d’avant', en: 'return to the version before' },
  'request-declined': { fr: 'demande mal adressée', en: 'request for someone else' },
  'finding-told': { fr: 'suivi d’un constat', en: 'follow-up of a finding' },
  'finding-due': { fr: 'échéance d’un plan d’action', en: 'due date of an action plan' },
  invitation: { fr: 'invitation', en: 'invitation' },
  'password-reset': { fr: 'nouveau mot de passe', en: 'password reset' },
  obligations: { fr: 'rappel d’échéances', en: 'reminder of obligations' },
  'webhook-disabled': { fr: 'arrêt d’un webhook', en: 'webhook stopped' },
};

export const outcomeNames: Readonly<Record<Outcome, Localised>> = {
  sign: { fr: 'signer', en: 'sign' },
  'sign-with-conditions': { fr: 'signer sous conditions', en: 'sign with conditions' },
  refuse: { fr: 'refuser', en: 'refuse' },
};

/** Why a file was refused, in a word. */
const fileRefusals: Partial<Readonly<Record<ProblemCode, Localised>>> = {
  'file-empty': { fr: 'vide', en: 'empty' },
  'file-too-large': { fr: 'trop volumineux', en: 'too large' },
  'file-name-refused': { fr: 'nom refusé', en: 'name refused' },
  'file-type-refused': { fr: 'type refusé', en: 'type refused' },
  'file-type-mismatch': { fr: 'contenu autre que ne le dit son nom', en: 'content other than its name says' },
  'file-infected': { fr: 'logiciel malveillant', en: 'malware' },
  'file-not-scannable': { fr: 'analyse impossible', en: 'cannot be scanned' },
  'pack-broken': { fr: 'altéré ou mal formé', en: 'altered or malformed' },
};

/** Both in words: what was found, and the name that the scanner gives it. */
export function fileRefusal(reason: string, signature: string | undefined, language: Language): string {
  const known = isProblemCode(reason) ? (fileRefusals[reason]?.[language] ?? reason) : reason;
  return signature === undefined ? known : `${known}, ${signature}`;
}

export const severityNames: Readonly<Record<Severity, Localised>> = {
  low: { fr: 'faible', en: 'low' },
  medium: { fr: 'moyenne', en: 'medium' },
  high: { fr: 'élevée', en: 'high' },
  critical: { fr: 'critique', en: 'critical' },
};

export const momentNames: Readonly<Record<SnapshotMoment, Localised>> = {
  submitted: { fr: 'à la remise', en: 'at submission' },
  returned: { fr: 'au retour', en: 'at return' },
  reviewed: { fr: 'en fin d’examen', en: 'at the end of the review' },
  decided: { fr: 'à la décision', en: 'at the decision' },
  'profile-changed': { fr: 'au changement de profil', en: 'at the change of profile' },
  verified: { fr: 'à la vérification d’un constat', en: 'at the verification of a finding' },
  reopened: { fr: 'à la réouverture d’un constat', en: 'at the reopening of a finding' },
};

export function listRoles(roles: readonly Role[], language: Language): string {
  return roles.map((role) => roleNames[role][language]).join(', ');
}
