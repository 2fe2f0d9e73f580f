import type { Localised } from '../questionnaires/document.js';

/**
 * What a piece of evidence is. The keys are those of the question bank; `autre` stands for anything an author did not foresee,
 * `a_preciser` for what nobody has said yet.
 */
export const evidenceKinds = {
  analyse_besoins: { fr: 'Analyse des besoins', en: 'Needs analysis' },
  annexe_securite: { fr: 'Annexe de sécurité', en: 'Security annex' },
  annuaire_escalade: { fr: 'Annuaire d’escalade', en: 'Escalation contacts' },
  attestation_assurance: { fr: 'Attestation d’assurance', en: 'Certificate of insurance' },
  attestation_expert_comptable: {
    fr: 'Attestation d’expert-comptable',
    en: 'Chartered accountant’s statement',
  },
  attestation_fiscale: { fr: 'Attestation de régularité fiscale', en: 'Tax compliance certificate' },
  attestation_vigilance_urssaf: {
    fr: 'Attestation de vigilance Urssaf',
    en: 'Urssaf certificate of good standing',
  },
  bodacc: { fr: 'Annonce au Bodacc', en: 'Bodacc notice' },
  bodacc_c: { fr: 'Dépôt des comptes au Bodacc C', en: 'Filing of accounts (Bodacc C)' },
  bon_de_commande: { fr: 'Bon de commande', en: 'Purchase order' },
  capture_datee: { fr: 'Capture d’écran datée', en: 'Dated screenshot' },
  capture_registrar: {
    fr: 'Capture de la console du bureau d’enregistrement',
    en: 'Screenshot of the registrar’s console',
  },
  cartographie_transferts: { fr: 'Cartographie des transferts de données', en: 'Map of data transfers' },
  certificat: { fr: 'Certificat', en: 'Certificate' },
  certificat_hds: {
    fr: 'Certificat HDS (hébergeur de données de santé)',
    en: 'HDS certificate (health data hosting)',
  },
  certificat_iso27001: { fr: 'Certificat ISO 27001', en: 'ISO 27001 certificate' },
  clause_type: { fr: 'Clause type', en: 'Standard clause' },
  comptes_annuels: { fr: 'Comptes annuels', en: 'Annual accounts' },
  compte_rendu: { fr: 'Compte rendu', en: 'Minutes' },
  contrat: { fr: 'Contrat', en: 'Contract' },
  courriel: { fr: 'Courriel', en: 'E-mail' },
  declaration_applicabilite: { fr: 'Déclaration d’applicabilité', en: 'Statement of applicability' },
  dns_check: { fr: 'Relevé DNS', en: 'DNS check' },
  dpa: {
    fr: 'Accord de traitement des données (RGPD, art. 28)',
    en: 'Data processing agreement (GDPR, art. 28)',
  },
  echantillon_export: { fr: 'Échantillon d’export', en: 'Sample export' },
  exemple_rapport: { fr: 'Exemple de rapport', en: 'Sample report' },
  export_comptes: { fr: 'Export des comptes d’accès', en: 'Export of user accounts' },
  export_console: { fr: 'Export de console', en: 'Console export' },
  export_regles: { fr: 'Export des règles de détection', en: 'Export of detection rules' },
  extrait_kbis: { fr: 'Extrait Kbis', en: 'Company register extract (Kbis)' },
  facture_registrar: { fr: 'Facture du bureau d’enregistrement', en: 'Registrar’s invoice' },
  feuille_presence: { fr: 'Feuille de présence', en: 'Attendance sheet' },
  inpi_rne: { fr: 'Registre national des entreprises (Inpi)', en: 'National business register (Inpi)' },
  journal_horodate: { fr: 'Journal horodaté', en: 'Timestamped log' },
  liste_anssi: { fr: 'Liste de prestataires qualifiés par l’Anssi', en: 'Anssi list of qualified providers' },
  liste_ans: {
    fr: 'Liste des hébergeurs certifiés de l’Agence du numérique en santé',
    en: 'Digital health agency’s list of certified hosts',
  },
  liste_sous_traitants: { fr: 'Liste des sous-traitants', en: 'List of subcontractors' },
  matrice_raci: { fr: 'Matrice des responsabilités (RACI)', en: 'Responsibility matrix (RACI)' },
  mise_en_garde: { fr: 'Mise en garde écrite', en: 'Written warning' },
  pas: { fr: 'Plan d’assurance sécurité', en: 'Security assurance plan' },
  plan_formation: { fr: 'Plan de formation', en: 'Training plan' },
  plan_reversibilite: { fr: 'Plan de réversibilité', en: 'Exit plan' },
  politique_journalisation: { fr: 'Politique de journalisation', en: 'Logging policy' },
  politique_sauvegarde: { fr: 'Politique de sauvegarde', en: 'Backup policy' },
  procedure: { fr: 'Procédure', en: 'Procedure' },
  proposition: { fr: 'Proposition commerciale', en: 'Proposal' },
  pv_revue: { fr: 'Procès-verbal de revue', en: 'Review minutes' },
  pv_test: { fr: 'Procès-verbal de test', en: 'Test report' },
  rapport: { fr: 'Rapport', en: 'Report' },
  rapport_ads: { fr: 'Rapport de supervision de l’annuaire (ADS)', en: 'Directory security report (ADS)' },
  rapport_audit: { fr: 'Rapport d’audit', en: 'Audit report' },
  rapport_conformite: { fr: 'Rapport de conformité', en: 'Compliance report' },
  rapport_correctifs: { fr: 'Rapport d’application des correctifs', en: 'Patch report' },
  rapport_sauvegarde: { fr: 'Rapport de sauvegarde', en: 'Backup report' },
  ratios_inpi_bce: { fr: 'Ratios financiers (Inpi, BCE)', en: 'Financial ratios (Inpi, BCE)' },
  rdap: { fr: 'Relevé RDAP du nom de domaine', en: 'RDAP record of the domain' },
  recherche_entreprises: { fr: 'Fiche de l’Annuaire des entreprises', en: 'Annuaire des entreprises record' },
  referentiel: { fr: 'Référentiel', en: 'Reference framework' },
  registre_derogations: { fr: 'Registre des dérogations', en: 'Register of exceptions' },
  registre_eicar: { fr: 'Registre des exercices EICAR', en: 'Register of EICAR drills' },
  registre_mises_en_garde: { fr: 'Registre des mises en garde', en: 'Register of warnings' },
  scan_vulnerabilites: { fr: 'Analyse de vulnérabilités', en: 'Vulnerability scan' },
  schema_architecture: { fr: 'Schéma d’architecture', en: 'Architecture diagram' },
  schema_contractuel: { fr: 'Schéma contractuel', en: 'Diagram of the contracts' },
  ticket: { fr: 'Ticket', en: 'Ticket' },
  autre: { fr: 'Autre pièce', en: 'Other piece' },
  a_preciser: { fr: 'Nature non précisée', en: 'Kind not stated' },
} as const satisfies Readonly<Record<string, Localised>>;

export type EvidenceKind = keyof typeof evidenceKinds;

/** The kind of a piece until somebody says what it is: a file alone tells nothing. */
export const unstatedKind = 'a_preciser' satisfies EvidenceKind;

/** The kinds to choose from. */
export const statedKinds: readonly EvidenceKind[] = Object.freeze(
  Object.keys(evidenceKinds)
    .filter(isEvidenceKind)
    .filter((kind) => kind !== unstatedKind),
);

export function isEvidenceKind(kind: string): kind is EvidenceKind {
  return Object.hasOwn(evidenceKinds, kind);
}

/** A kind that an author invented shows as its key, spelt as words. */
export function evidenceKindLabel(kind: string): Localised {
  if (isEvidenceKind(kind)) return evidenceKinds[kind];
  const words = kind.replaceAll('_', ' ');
  return { fr: words, en: words };
}
