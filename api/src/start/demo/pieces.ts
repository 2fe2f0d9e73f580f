import type { Stage } from './stage.js';
import { printTinyPdf } from './tiny-pdf.js';
import type { SentFile } from './visitor.js';

interface Piece {
  readonly file: string;
  readonly kind: string;
  readonly questions: readonly string[];
  /** When it was made, in days before it is attached. */
  readonly age: number;
  readonly expiresIn?: number;
  readonly lines: readonly string[];
}

/** What suppliers attach; the same few papers stand beside many questions. */
const kit = {
  contrat: {
    file: 'Contrat-cadre signé.pdf',
    kind: 'contrat',
    questions: [
      'BKP-01',
      'PAT-01',
      'EIC-02',
      'EIC-04',
      'SUB-04',
      'SUB-05',
      'CTR-01',
      'CTR-03',
      'CTR-07',
      'CTR-08',
      'CTR-11',
      'CTR-14',
      'REV-01',
      'INC-01',
      'INC-02',
    ],
    age: 210,
    lines: [
      'Article 6. Sauvegardes',
      'Article 9. Incidents et information du client',
      'Article 14. Responsabilité',
    ],
  },
  conditions: {
    file: 'Conditions particulières.pdf',
    kind: 'contrat',
    questions: [
      'CTR-02',
      'CTR-13',
      'CTR-15',
      'CTR-19',
      'CTR-20',
      'CTR-21',
      'REV-03',
      'RGP-02',
      'INC-04',
      'SUB-06',
    ],
    age: 205,
    lines: ['Documents annexés', 'Préavis, suspension, sortie', 'Expertise conjointe'],
  },
  kbis: {
    file: 'Extrait Kbis.pdf',
    kind: 'extrait_kbis',
    questions: ['FIN-01'],
    age: 24,
    lines: ['Extrait du registre du commerce et des sociétés', 'Aucune procédure collective inscrite'],
  },
  comptes: {
    file: 'Comptes annuels.pdf',
    kind: 'comptes_annuels',
    questions: ['FIN-02', 'FIN-03', 'FIN-05'],
    age: 240,
    lines: ['Bilan et compte de résultat du dernier exercice clos', 'Comptes déposés au greffe'],
  },
  urssaf: {
    file: 'Attestation de vigilance.pdf',
    kind: 'attestation_vigilance_urssaf',
    questions: ['FIN-06'],
    age: 40,
    lines: ['Cotisations à jour au dernier jour du trimestre'],
  },
  restauration: {
    file: 'PV de restauration.pdf',
    kind: 'pv_test',
    questions: ['BKP-04', 'BKP-06', 'BKP-07', 'BKP-08', 'FIN-07'],
    age: 52,
    lines: [
      'Restauration du serveur de fichiers depuis la copie hors ligne',
      'Début 9 h 05, fin 12 h 45',
      'Témoins : le client, le prestataire',
    ],
  },
  sauvegarde: {
    file: 'Rapport mensuel de sauvegarde.txt',
    kind: 'rapport_sauvegarde',
    questions: ['BKP-02', 'BKP-07'],
    age: 18,
    lines: ['30 sauvegardes réussies sur 30', 'Plus ancienne copie conservée : 92 jours'],
  },
  architecture: {
    file: 'Schéma d’architecture.pdf',
    kind: 'schema_architecture',
    questions: ['BKP-03', 'BKP-04', 'PRV-04', 'TRA-02'],
    age: 120,
    lines: ['Site principal, site de repli, coffre hors ligne', 'Bastion d’administration, journaux scellés'],
  },
  correctifs: {
    file: 'Relevé des correctifs.txt',
    kind: 'rapport_correctifs',
    questions: ['PAT-02', 'PAT-03', 'PAT-04', 'PAT-06'],
    age: 15,
    lines: ['serveur;publié;appliqué;jours', 'SRV-01;2;9;7', 'SRV-02;2;8;6', 'POSTES;2;12;10'],
  },
  eicar: {
    file: 'Registre des exercices EICAR.txt',
    kind: 'registre_eicar',
    questions: ['EIC-03', 'EIC-06', 'EIC-07'],
    age: 60,
    lines: ['dépôt 10 h 02, détection 10 h 03, ticket 10 h 11, information du client 10 h 40'],
  },
  antivirus: {
    file: 'Export de la console antivirus.txt',
    kind: 'export_console',
    questions: ['EIC-01', 'MSS-03'],
    age: 12,
    lines: ['Postes protégés : 214 sur 216', 'Signatures de moins de 24 heures : 100 %'],
  },
  sousTraitants: {
    file: 'Liste des sous-traitants.pdf',
    kind: 'liste_sous_traitants',
    questions: ['SUB-01', 'SUB-02'],
    age: 75,
    lines: ['Relais Datacenter Ouest, hébergement, France', 'Aucun sous-traitant de rang 2'],
  },
  misesEnGarde: {
    file: 'Registre des mises en garde.pdf',
    kind: 'registre_mises_en_garde',
    questions: ['ADV-02', 'ADV-03'],
    age: 90,
    lines: [
      '14 mars : recommandation d’une copie déconnectée, réponse du client le 2 avril',
      '9 juin : rappel',
    ],
  },
  miseEnGarde: {
    file: 'Mise en garde sauvegarde.pdf',
    kind: 'mise_en_garde',
    questions: ['BKP-04', 'ADV-03'],
    age: 160,
    lines: [
      'Objet : absence de copie déconnectée',
      'Nous vous avons alertés par écrit du risque de perte totale en cas de rançongiciel.',
      'Sans décision de votre part, la copie hors ligne reste hors de notre périmètre.',
    ],
  },
  comptesAcces: {
    file: 'Export des comptes à privilèges.txt',
    kind: 'export_comptes',
    questions: ['PRV-01', 'PRV-02'],
    age: 35,
    lines: [
      'compte;justification;dernière revue',
      'adm-01;exploitation;trimestre en cours',
      'adm-02;astreinte;trimestre en cours',
    ],
  },
  audit: {
    file: 'Synthèse d’audit indépendant.pdf',
    kind: 'rapport_audit',
    questions: ['BKP-05', 'PRV-03', 'RGP-04', 'RGP-05', 'MSS-04'],
    age: 150,
    lines: ['Périmètre : production et administration', 'Deux constats mineurs, corrigés'],
  },
  dpa: {
    file: 'Accord de traitement des données.pdf',
    kind: 'dpa',
    questions: ['RGP-01', 'RGP-03'],
    age: 300,
    lines: ['Article 28 du règlement général sur la protection des données', 'Données conservées en France'],
  },
  registrar: {
    file: 'Console du bureau d’enregistrement.txt',
    kind: 'capture_registrar',
    questions: ['DNS-01', 'DNS-02'],
    age: 20,
    lines: ['Titulaire : Mutuelle du Ponant', 'Verrou de transfert : oui'],
  },
  hds: {
    file: 'Certificat HDS.pdf',
    kind: 'certificat_hds',
    questions: ['HDS-01', 'HDS-02', 'HDS-03'],
    age: 200,
    expiresIn: 600,
    lines: ['Activités 1 à 6', 'Référentiel 2.0'],
  },
  assurance: {
    file: 'Attestation d’assurance.pdf',
    kind: 'attestation_assurance',
    questions: ['CTR-17'],
    age: 110,
    expiresIn: 200,
    lines: ['Responsabilité civile professionnelle : 5 M€ par sinistre'],
  },
} as const satisfies Readonly<Record<string, Piece>>;

export type PieceKey = keyof typeof kit;

/** The file as it is attached that day; questions that this supplier is not asked are left out. */
export function makePiece(
  stage: Stage,
  {
    key,
    supplier,
    daysAgo,
    asked,
  }: { key: PieceKey; supplier: string; daysAgo: number; asked: ReadonlySet<string> },
): SentFile {
  const { file: name, kind, age, lines, questions, expiresIn }: Piece = kit[key];
  const datedOn = stage.day(daysAgo + age);
  const text = [name.replace(/\.\w+$/, ''), supplier, `Établi le ${datedOn}`, '', ...lines];
  const isPdf = name.endsWith('.pdf');
  return {
    name,
    mediaType: isPdf ? 'application/pdf' : 'text/plain',
    content: isPdf ? printTinyPdf(text) : Buffer.from(`${text.join('\n')}\n`),
    fields: [
      ['kind', kind],
      ['datedOn', datedOn],
      ...questions.filter((id) => asked.has(id)).map((id) => ['questionIds[]', id] as const),
      ...(expiresIn === undefined ? [] : [['expiresOn', stage.day(daysAgo - expiresIn)] as const]),
    ],
  };
}

export function questionsOf(key: PieceKey): readonly string[] {
  return kit[key].questions;
}

export function fileNameOf(key: PieceKey): string {
  return kit[key].file;
}

export function isPieceKey(key: string): key is PieceKey {
  return Object.hasOwn(kit, key);
}
