import type { EvidenceKind } from './kinds.js';

/** Words of a file name, and the kinds that they announce. One kind is sure; of several, the one that the question expects. */
const rules: readonly (readonly [RegExp, readonly EvidenceKind[]])[] = [
  [/\bkbis\b/, ['extrait_kbis']],
  [/\burssaf\b|\bvigilance\b/, ['attestation_vigilance_urssaf']],
  [/\bfiscale?\b/, ['attestation_fiscale']],
  [/\bexpert comptable\b/, ['attestation_expert_comptable']],
  [/\b(assurance|rc pro|responsabilite civile)\b/, ['attestation_assurance']],
  [/\bapplicabilite\b|\bsoa\b/, ['declaration_applicabilite']],
  [/\bhds\b/, ['certificat_hds']],
  [/\biso ?27001\b/, ['certificat_iso27001']],
  [/\bcertifica(t|te|tion)\b/, ['certificat_hds', 'certificat_iso27001', 'certificat']],
  [
    /\battestation\b/,
    [
      'attestation_assurance',
      'attestation_vigilance_urssaf',
      'attestation_fiscale',
      'attestation_expert_comptable',
    ],
  ],
  [/\b(pv|proces verbal)\b.*\b(test|restauration)/, ['pv_test']],
  [/\b(pv|proces verbal)\b.*\b(revue|comite)/, ['pv_revue']],
  [/\b(pv|proces verbal)\b/, ['pv_test', 'pv_revue']],
  [/\bcompte rendu\b|\bcr\b/, ['compte_rendu']],
  [/\bdpa\b|\bsous traitance rgpd\b/, ['dpa']],
  [/\braci\b/, ['matrice_raci']],
  [/\breversibilite\b/, ['plan_reversibilite']],
  [/\bregistre\b.*\bmises? en garde\b/, ['registre_mises_en_garde']],
  [/\bmise en garde\b/, ['mise_en_garde']],
  [/\beicar\b/, ['registre_eicar']],
  [/\bbodacc\b/, ['bodacc', 'bodacc_c']],
  [/\bbon de commande\b/, ['bon_de_commande']],
  [/\b(bilan|liasse|comptes annuels)\b/, ['comptes_annuels']],
  [/\baudit\b/, ['rapport_audit']],
  [/\bschema\b/, ['schema_architecture', 'schema_contractuel']],
  [/\bsauvegardes?\b/, ['rapport_sauvegarde', 'politique_sauvegarde']],
  [/\bprocedure\b/, ['procedure']],
  [/\bcontrat\b/, ['contrat']],
  [/\bcapture\b|\bscreenshot\b/, ['capture_datee', 'capture_registrar']],
  [/\brapport\b/, ['rapport']],
];

/** What a file probably is, by its name: to be confirmed, never taken for said. Nothing where the name does not tell. */
export function suggestKind(fileName: string, expected: readonly string[]): EvidenceKind | undefined {
  const name = toWords(fileName);
  const announced = rules.filter(([words]) => words.test(name)).map(([, kinds]) => kinds);
  const awaited = announced.flat().find((kind) => expected.includes(kind));
  const [sure, other] = announced[0] ?? [];
  return awaited ?? (other === undefined ? sure : undefined);
}

function toWords(fileName: string): string {
  return fileName
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ');
}
