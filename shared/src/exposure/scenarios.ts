import type { Localised } from '../questionnaires/document.js';

/** Kinds of loss; `other` is named by whoever adds it. */
export const lossKinds = [
  'interruption',
  'restoration',
  'response',
  'personal-data',
  'third-parties',
  'fees-paid',
  'migration',
  'other',
] as const;
export type LossKind = (typeof lossKinds)[number];

export const lossNames: Readonly<Record<LossKind, Localised>> = {
  interruption: {
    fr: 'Arrêt d’activité et perte d’exploitation',
    en: 'Interruption and operating loss',
  },
  restoration: {
    fr: 'Reconstitution des données et des systèmes',
    en: 'Restoring data and systems',
  },
  response: { fr: 'Réponse à incident et heures mobilisées', en: 'Incident response and hours spent' },
  'personal-data': {
    fr: 'Information des personnes et suites données à la violation',
    en: 'Telling the people concerned, and what follows a breach',
  },
  'third-parties': { fr: 'Recours de clients ou de tiers', en: 'Claims of customers or third parties' },
  'fees-paid': {
    fr: 'Redevances payées pour un service mal rendu',
    en: 'Fees paid for a service badly rendered',
  },
  migration: { fr: 'Migration d’urgence chez un autre prestataire', en: 'Emergency migration elsewhere' },
  other: { fr: 'Autre poste', en: 'Other head' },
};

export const exposureKeys = ['ransomware', 'termination'] as const;
export type ExposureKey = (typeof exposureKeys)[number];

export interface ExposureScenario {
  readonly key: ExposureKey;
  readonly name: Localised;
  readonly text: Localised;
  /** The case of the library that shows how such a claim ended. */
  readonly model: string;
  /** Their proof makes the evidence index. */
  readonly questions: readonly string[];
  /** Where the form starts. */
  readonly losses: readonly LossKind[];
  readonly lessons: readonly string[];
  /** The claim is for a failure to warn, so that the register of warnings decides it. */
  readonly restsOnWarning: boolean;
  /** A warning about one of these is a warning of it. */
  readonly warnedOn: readonly string[];
}

export const exposureScenarios: readonly ExposureScenario[] = [
  {
    key: 'ransomware',
    name: {
      fr: 'Rançongiciel sans sauvegarde déconnectée',
      en: 'Ransomware without a disconnected backup',
    },
    text: {
      fr: 'Le système d’information est chiffré, sauvegardes comprises. À Rennes, le prestataire n’a pas répondu de l’attaque, mais d’une chance perdue\u00a0: celle d’avoir été averti.',
      en: 'The information system is encrypted, backups included. In Rennes the supplier did not answer for the attack, but for a lost chance: that of having been warned.',
    },
    model: 'rennes',
    questions: ['BKP-01', 'BKP-03', 'BKP-04', 'BKP-05', 'BKP-07', 'ADV-01', 'ADV-02', 'ADV-03'],
    losses: ['interruption', 'restoration', 'response', 'personal-data'],
    lessons: ['R-03', 'R-09', 'R-11'],
    restsOnWarning: true,
    // Who keeps a copy out of reach, and where; that restores are untested or rare warns of something else.
    warnedOn: ['BKP-01', 'BKP-03', 'BKP-04', 'BKP-05'],
  },
  {
    key: 'termination',
    name: { fr: 'Résiliation et solde du contrat', en: 'Termination and remaining fees' },
    text: {
      fr: 'Le service est mal rendu et le client s’en va avant le terme. À Douai, il n’a rien récupéré, faute de preuve d’un manquement substantiel, et n’a échappé au solde que par un courriel du prestataire.',
      en: 'The service is badly rendered and the customer leaves before the term. In Douai it recovered nothing, having proved no substantial breach, and escaped the remaining fees only through an e-mail of the supplier.',
    },
    model: 'douai',
    questions: ['CTR-11', 'CTR-12', 'CTR-13', 'CTR-14', 'CTR-15', 'PAT-01', 'PAT-06', 'EIC-04', 'TRA-03'],
    losses: ['fees-paid', 'migration', 'response'],
    lessons: ['D-01', 'D-04', 'D-16', 'D-18'],
    restsOnWarning: false,
    warnedOn: [],
  },
];

export function getExposureScenario(key: ExposureKey): ExposureScenario {
  const found = exposureScenarios.find((scenario) => scenario.key === key);
  if (found === undefined) throw new Error(`no scenario ${key}`);
  return found;
}
