import type { Language, Localised } from '../questionnaires/document.js';
import type { EventKind } from './events.js';
import { isEventKind } from './sentence.js';

/** What an event is about, in the order in which a reader chooses. */
export const eventSubjects = [
  'assessments',
  'answers',
  'pieces',
  'clarifications',
  'warnings',
  'review',
  'decision',
  'suppliers',
  'engagements',
  'contracts',
  'notices',
  'campaigns',
  'questionnaires',
  'profiles',
  'lists',
  'members',
  'access',
  'mail',
] as const;
export type EventSubject = (typeof eventSubjects)[number];

export const subjectNames: Readonly<Record<EventSubject, Localised>> = {
  assessments: { fr: 'Évaluations et liens', en: 'Assessments and links' },
  answers: { fr: 'Réponses et remises', en: 'Answers and submissions' },
  pieces: { fr: 'Pièces', en: 'Pieces' },
  clarifications: { fr: 'Demandes de précision', en: 'Clarifications' },
  warnings: { fr: 'Mises en garde', en: 'Warnings' },
  review: { fr: 'Examen', en: 'Review' },
  decision: { fr: 'Score et décision', en: 'Score and decision' },
  suppliers: { fr: 'Fournisseurs et contacts', en: 'Suppliers and contacts' },
  engagements: { fr: 'Prestations', en: 'Engagements' },
  contracts: { fr: 'Contrats', en: 'Contracts' },
  notices: { fr: 'Mises en demeure', en: 'Formal notices' },
  campaigns: { fr: 'Campagnes', en: 'Campaigns' },
  questionnaires: { fr: 'Questionnaires', en: 'Questionnaires' },
  profiles: { fr: 'Profils de pondération', en: 'Weight profiles' },
  lists: { fr: 'Imports et exports', en: 'Imports and exports' },
  members: { fr: 'Organisation et membres', en: 'Organisation and members' },
  access: { fr: 'Connexions et comptes', en: 'Sign-ins and accounts' },
  mail: { fr: 'Courriels', en: 'E-mails' },
};

interface KindName extends Localised {
  readonly subject: EventSubject;
}

/** The name of a kind; one of a later version by its key. */
export function eventKindName(kind: string, language: Language): string {
  return isEventKind(kind) ? eventKindNames[kind][language] : kind;
}

const of = (subject: EventSubject, fr: string, en: string): KindName => ({ subject, fr, en });

/** Every kind of event by a short name: a kind without one does not compile. */
export const eventKindNames: Readonly<Record<EventKind, KindName>> = {
  'assessment-sent': of('assessments', 'Évaluation envoyée', 'Assessment sent'),
  'due-date-changed': of('assessments', 'Échéance déplacée', 'Due date moved'),
  'assessment-cancelled': of('assessments', 'Évaluation annulée', 'Assessment cancelled'),
  'assessment-reopened': of('assessments', 'Évaluation rouverte', 'Assessment reopened'),
  'link-resent': of('assessments', 'Lien renvoyé', 'Link sent again'),
  'link-revoked': of('assessments', 'Lien révoqué', 'Link revoked'),
  'link-opened': of('assessments', 'Lien ouvert', 'Link opened'),
  'reminder-sent': of('assessments', 'Relance', 'Reminder'),
  'recipient-replaced': of('assessments', 'Destinataire remplacé', 'Recipient replaced'),
  'recipient-admitted': of('assessments', 'Accès donné à un destinataire', 'Access given to a recipient'),
  'code-sent': of('assessments', 'Code demandé', 'Code asked for'),
  'code-accepted': of('assessments', 'Code accepté', 'Code accepted'),
  'code-refused': of('assessments', 'Code refusé', 'Code refused'),
  'request-accepted': of('assessments', 'Demande acceptée', 'Request accepted'),
  'request-declined': of('assessments', 'Demande mal adressée', 'Request for someone else'),
  'workspace-chosen': of('assessments', 'Espace choisi pour répondre', 'Workspace chosen to answer'),

  'answering-started': of('answers', 'Début des réponses', 'Answering started'),
  'answer-saved': of('answers', 'Réponse enregistrée', 'Answer saved'),
  'answer-refused': of('answers', 'Refus de répondre', 'Answer declined'),
  'not-applicable-claimed': of('answers', '«\u00a0Sans objet\u00a0» demandé', 'Not applicable claimed'),
  'answer-cleared': of('answers', 'Réponse effacée', 'Answer cleared'),
  submitted: of('answers', 'Remise', 'Submission'),

  'evidence-stored': of('pieces', 'Pièce déposée', 'Piece stored'),
  'evidence-refused': of('pieces', 'Fichier refusé', 'File refused'),
  'evidence-linked': of('pieces', 'Pièce jointe à une question', 'Piece attached to a question'),
  'evidence-unlinked': of('pieces', 'Pièce détachée d’une question', 'Piece detached from a question'),
  'evidence-changed': of('pieces', 'Pièce décrite', 'Piece described'),
  'evidence-superseded': of('pieces', 'Pièce remplacée', 'Piece superseded'),

  'clarification-asked': of('clarifications', 'Précision demandée', 'Precision asked for'),
  'clarification-answered': of('clarifications', 'Précision donnée', 'Precision given'),
  'clarification-closed': of('clarifications', 'Demande de précision close', 'Clarification closed'),

  'review-started': of('review', 'Début de l’examen', 'Review started'),
  'answers-seen': of('review', 'Réponses vues', 'Answers seen'),
  'evidence-graded': of('review', 'Pièce acceptée', 'Piece accepted'),
  'evidence-rejected': of('review', 'Pièce rejetée', 'Piece rejected'),
  'evidence-verdict-withdrawn': of('review', 'Pièce remise à l’examen', 'Piece put back to examine'),
  'na-decided': of('review', '«\u00a0Sans objet\u00a0» tranché', 'Not applicable decided'),
  'na-decision-withdrawn': of(
    'review',
    '«\u00a0Sans objet\u00a0» remis à l’examen',
    'Not applicable put back',
  ),
  'answer-overridden': of('review', 'Réponse corrigée', 'Answer corrected'),
  'override-withdrawn': of('review', 'Correction retirée', 'Correction withdrawn'),
  'note-written': of('review', 'Note interne', 'Internal note'),
  'finding-raised': of('review', 'Constat ouvert', 'Finding raised'),
  'finding-changed': of('review', 'Constat modifié', 'Finding changed'),
  returned: of('review', 'Évaluation retournée', 'Assessment returned'),
  reviewed: of('review', 'Fin de l’examen', 'Review finished'),

  'score-kept': of('decision', 'Score gardé', 'Score kept'),
  decided: of('decision', 'Décision', 'Decision'),
  'decision-told': of('decision', 'Décision annoncée', 'Decision announced'),

  'supplier-created': of('suppliers', 'Fournisseur créé', 'Supplier created'),
  'supplier-changed': of('suppliers', 'Fournisseur modifié', 'Supplier changed'),
  'supplier-archived': of('suppliers', 'Fournisseur archivé', 'Supplier archived'),
  'supplier-restored': of('suppliers', 'Fournisseur rétabli', 'Supplier restored'),
  'contact-added': of('suppliers', 'Contact ajouté', 'Contact added'),
  'contact-changed': of('suppliers', 'Contact modifié', 'Contact changed'),
  'contact-removed': of('suppliers', 'Contact retiré', 'Contact removed'),

  'engagement-created': of('engagements', 'Prestation créée', 'Engagement created'),
  'engagement-changed': of('engagements', 'Prestation modifiée', 'Engagement changed'),
  'engagement-archived': of('engagements', 'Prestation archivée', 'Engagement archived'),
  'engagement-restored': of('engagements', 'Prestation rétablie', 'Engagement restored'),
  'exposure-stated': of('engagements', 'Exposition estimée', 'Exposure estimated'),
  'exposure-notice-accepted': of('engagements', 'Avis sur l’exposition accepté', 'Exposure notice accepted'),

  'contract-terms-recorded': of('contracts', 'Conditions du contrat', 'Contract terms'),
  'contract-document-stored': of('contracts', 'Document de contrat versé', 'Contract document added'),
  'contract-document-refused': of('contracts', 'Document de contrat refusé', 'Contract document refused'),
  'clause-assessed': of('contracts', 'Clause appréciée', 'Clause assessed'),
  'contract-redline-exported': of('contracts', 'Amendements exportés', 'Redline list exported'),
  'warning-given': of('warnings', 'Mise en garde remise', 'Warning given'),
  'warning-entered': of('warnings', 'Mise en garde inscrite', 'Warning entered'),
  'warning-answered': of('warnings', 'Décision sur une mise en garde', 'Decision on a warning'),
  'warning-confirmed': of('warnings', 'Mise en garde confirmée', 'Warning confirmed'),
  'warning-graded': of('warnings', 'Mise en garde retenue en preuve', 'Warning taken as proof'),
  'warning-grade-withdrawn': of('warnings', 'Mise en garde écartée en preuve', 'Warning no longer proof'),
  'warning-piece-stored': of('warnings', 'Pièce d’une mise en garde', 'Piece of a warning'),
  'proof-requested': of('engagements', 'Dossier de preuve demandé', 'Proof file asked for'),
  'proof-given-up': of('engagements', 'Dossier de preuve abandonné', 'Proof file given up'),
  'proof-sealed': of('engagements', 'Dossier de preuve scellé', 'Proof file sealed'),
  'proof-downloaded': of('engagements', 'Dossier de preuve téléchargé', 'Proof file downloaded'),

  'notice-created': of('notices', 'Mise en demeure commencée', 'Formal notice begun'),
  'notice-draft-saved': of('notices', 'Projet enregistré', 'Draft saved'),
  'notice-moved': of('notices', 'Étape d’une mise en demeure', 'Step of a formal notice'),
  'notice-letter-sent': of('notices', 'Lettre figée', 'Letter frozen'),
  'notice-piece-stored': of('notices', 'Pièce versée', 'Piece added'),
  'notice-piece-refused': of('notices', 'Pièce refusée', 'Piece refused'),
  'notice-piece-graded': of('notices', 'Preuve de réparation appréciée', 'Proof of cure graded'),
  'notice-answered': of('notices', 'Réponse du fournisseur', 'Answer of the supplier'),
  'contract-ended': of('notices', 'Fin de contrat consignée', 'End of contract recorded'),

  'campaign-created': of('campaigns', 'Campagne préparée', 'Campaign prepared'),
  'campaign-sent': of('campaigns', 'Campagne envoyée', 'Campaign sent'),
  'campaign-discarded': of('campaigns', 'Campagne abandonnée', 'Campaign discarded'),

  'questionnaire-created': of('questionnaires', 'Questionnaire créé', 'Questionnaire created'),
  'questionnaire-changed': of('questionnaires', 'Questionnaire modifié', 'Questionnaire changed'),
  'questionnaire-published': of('questionnaires', 'Version publiée', 'Version published'),
  'questionnaire-archived': of('questionnaires', 'Questionnaire archivé', 'Questionnaire archived'),
  'questionnaire-restored': of('questionnaires', 'Questionnaire rétabli', 'Questionnaire restored'),

  'profile-saved': of('profiles', 'Profil enregistré', 'Profile saved'),
  'profile-made-default': of('profiles', 'Profil par défaut choisi', 'Default profile chosen'),
  'profile-archived': of('profiles', 'Profil archivé', 'Profile archived'),
  'engagement-profile-chosen': of('profiles', 'Profil d’une prestation', 'Profile of an engagement'),

  'import-applied': of('lists', 'Import', 'Import'),
  'list-exported': of('lists', 'Export', 'Export'),

  'organisation-created': of('members', 'Organisation créée', 'Organisation created'),
  'organisation-changed': of('members', 'Organisation modifiée', 'Organisation changed'),
  'member-invited': of('members', 'Membre invité', 'Member invited'),
  'invitation-withdrawn': of('members', 'Invitation retirée', 'Invitation withdrawn'),
  'member-joined': of('members', 'Arrivée d’un membre', 'Member joined'),
  'member-role-changed': of('members', 'Rôles modifiés', 'Roles changed'),
  'member-removed': of('members', 'Membre retiré', 'Member removed'),
  'demo-loaded': of('members', 'Démonstration chargée', 'Demo loaded'),

  'signed-in': of('access', 'Connexion', 'Sign-in'),
  'sign-in-refused': of('access', 'Connexion refusée', 'Sign-in refused'),
  'signed-out': of('access', 'Déconnexion', 'Sign-out'),
  'password-reset-requested': of('access', 'Nouveau mot de passe demandé', 'Password reset asked for'),
  'password-changed': of('access', 'Mot de passe changé', 'Password changed'),
  'account-changed': of('access', 'Compte modifié', 'Account changed'),

  'mail-sent': of('mail', 'Courriel transmis', 'E-mail delivered'),
  'mail-failed': of('mail', 'Courriel non transmis', 'E-mail not delivered'),
};
