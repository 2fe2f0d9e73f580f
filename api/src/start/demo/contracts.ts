import type { ClauseStatus } from '@probant/shared/contracts/clause-status';
import { emptyTerms, type ContractTerms } from '@probant/shared/contracts/terms';
import type { CastKey } from './cast.js';

/** What was found of a clause; the passage is the one that holds the words. */
export interface DemoReading {
  readonly status: ClauseStatus;
  readonly says?: string;
  readonly note?: string;
}

export interface DemoContract {
  readonly supplier: CastKey;
  readonly on: number;
  readonly by: 'claire' | 'ines';
  readonly document: { readonly name: string; readonly text: string };
  /** Days are given as days before today. */
  readonly terms: Omit<ContractTerms, 'signedOn' | 'startsOn'>;
  readonly signed: number;
  readonly starts: number;
  readonly readings: Readonly<Record<string, DemoReading>>;
  /** Questions whose answer says more than the contract, of which a finding was raised. */
  readonly findings?: readonly (readonly [clauseId: string, questionId: string])[];
}

const detectionText = `CONTRAT DE SUPERVISION DE SÉCURITÉ

ARTICLE 1. DOCUMENTS CONTRACTUELS

Le contrat comprend, par ordre de priorité décroissante, les conditions particulières, le plan d’assurance sécurité puis les conditions générales.

ARTICLE 2. OBJET

Le Prestataire collecte les journaux du Client, détecte les événements de sécurité et y répond. La description des prestations figure en annexe 1.

ARTICLE 4. OBLIGATIONS DU PRESTATAIRE

Le Prestataire exécute la supervision selon les règles de l’art. Il est tenu à cet effet d’une obligation de moyens.

4.2 Prise en charge

Un incident critique est pris en charge sous 30 minutes, 24 h sur 24 et 7 jours sur 7.

4.3 Information du client

Le Prestataire informe le Client dans les meilleurs délais de tout incident qui affecte son système d’information.

ARTICLE 6. PRIX

La redevance annuelle est de 148 000 euros hors taxes. Le Prestataire applique ses tarifs en vigueur et les communique un mois avant le renouvellement.

ARTICLE 7. PÉNALITÉS

Un retard de prise en charge donne lieu à une pénalité de 2 % du prix mensuel. Les pénalités sont libératoires.

ARTICLE 9. RESPONSABILITÉ

La responsabilité totale du Prestataire est limitée au montant des redevances payées au cours des 12 mois précédant le dommage.

Le Prestataire ne saurait être tenu des dommages indirects, notamment des pertes d’exploitation et du préjudice commercial.

ARTICLE 11. SOUS-TRAITANCE

Le Prestataire peut recourir à des sous-traitants. Il répond de ses sous-traitants comme de lui-même.

ARTICLE 13. PREUVE

Les journaux et rapports établis par le Prestataire font foi entre les parties.

ARTICLE 14. RÉSILIATION

En cas de manquement, l’autre partie peut résilier le contrat après une mise en demeure par lettre recommandée restée sans effet pendant 30 jours.

En cas de résiliation avant le terme, le Client est tenu de l’intégralité des redevances à échoir.

ARTICLE 15. FIN DU CONTRAT

À la cessation du contrat, le Prestataire procède à la destruction des journaux dans un délai de 30 jours.

ARTICLE 17. LITIGES

Tout litige relève du tribunal de commerce de Nantes, auquel les parties font attribution de compétence.
`;

const hostingText = `CONTRAT D’HÉBERGEMENT DE DONNÉES DE SANTÉ

ARTICLE 1. DOCUMENTS

Par ordre de priorité décroissante : conditions particulières, annexe de sécurité, conditions générales.

ARTICLE 3. ENGAGEMENTS

L’Hébergeur est tenu d’une obligation de résultat sur la disponibilité mensuelle de 99 pour cent et sur les délais de l’annexe 2.

Constituent des obligations substantielles : la sauvegarde déconnectée, les correctifs, la notification et la certification de l’Hébergeur et de ses sous-traitants.

ARTICLE 5. SÉCURITÉ

Les correctifs critiques sont appliqués sous 7 jours, les autres sous 30 jours. Un relevé daté est remis chaque mois.

Toute détection est notifiée au Client sous 4 heures, même qualifiée de bénigne ; aucun incident n’est clos sans recherche de son origine.

ARTICLE 7. CERTIFICATION

La perte ou la suspension de la certification de l’Hébergeur ou d’un sous-traitant est notifiée sous 48 heures ; l’activité est transférée à un intervenant certifié aux frais de l’Hébergeur.

Toute évolution de la réglementation applicable donne lieu à un plan de conformité sous 60 jours ; à défaut, le Client résilie sans indemnité.

ARTICLE 8. RESPONSABILITÉ

La responsabilité de l’Hébergeur est plafonnée à 3 fois le prix annuel. L’attestation d’assurance est remise chaque année.

Les parties tiennent pour directs la reconstitution des données, les frais de réponse à incident et l’interruption d’activité.

ARTICLE 10. RÉSILIATION

La présente clause résolutoire joue 30 jours après réception d’une mise en demeure la visant expressément et restée sans effet ; la résiliation est notifiée par une seconde lettre.

ARTICLE 11. RÉVERSIBILITÉ

La réversibilité peut être demandée à tout moment et testée une fois par an. Les données sont restituées sous 30 jours, puis détruites avec certificat.

ARTICLE 12. PREUVE

Les journaux des deux parties sont admis jusqu’à preuve contraire.

ARTICLE 14. DIFFÉRENDS

En cas de désaccord technique, un expert unique est désigné d’un commun accord sous 8 jours.
`;

export const detectionContract: DemoContract = {
  supplier: 'quartz',
  on: 12,
  by: 'ines',
  document: { name: 'Contrat de supervision.txt', text: detectionText },
  signed: 420,
  starts: 400,
  terms: {
    ...emptyTerms('Contrat de supervision de sécurité'),
    termMonths: 36,
    renewal: { kind: 'tacit', months: 12 },
    customerNotice: { count: 3, unit: 'months' },
    supplierNotice: { count: 3, unit: 'months' },
    annualFeesCents: 14_800_000,
    services: [
      { name: 'Supervision 24 h / 24', annualFeesCents: 11_200_000 },
      { name: 'Réponse à incident', annualFeesCents: 3_600_000 },
    ],
    exitFees: { kind: 'all', sharePercent: null },
    cap: { kind: 'fees', multiple: 1, cents: null },
    exclusions: ['indirect', 'operating-loss', 'lost-customers'],
    cure: {
      kind: 'clause',
      days: 30,
      article: '14',
      wording:
        'En cas de manquement, l’autre partie peut résilier le contrat après une mise en demeure par lettre recommandée restée sans effet pendant 30 jours.',
    },
    notification: { kind: 'best-efforts', hours: null, scope: 'incident' },
  },
  readings: {
    'CL-01': { status: 'present', says: 'ordre de priorité' },
    'CL-02': {
      status: 'weak',
      says: 'annexe 1',
      note: 'L’annexe 1 ne décrit ni l’investigation ni la notification.',
    },
    'CL-03': { status: 'weak', says: 'obligation de moyens' },
    'CL-05': { status: 'weak', says: 'libératoires' },
    'CL-07': { status: 'adverse', says: 'pertes d’exploitation' },
    'CL-08': {
      status: 'adverse',
      says: '12 mois',
      note: 'Un an de redevance pour une supervision critique.',
    },
    'CL-11': { status: 'absent', note: 'Aucune obligation n’est dite substantielle : la leçon de Douai.' },
    'CL-12': {
      status: 'weak',
      says: 'meilleurs délais',
      note: 'Ni chiffre, ni notification de chaque détection.',
    },
    'CL-13': { status: 'absent' },
    'CL-14': { status: 'absent', note: 'À demander avant le premier exercice.' },
    'CL-15': { status: 'present', says: '30 minutes' },
    'CL-19': { status: 'adverse', says: 'redevances à échoir' },
    'CL-20': { status: 'weak', says: 'mise en demeure' },
    'CL-22': { status: 'adverse', says: 'font foi' },
    'CL-25': { status: 'present', says: 'répond de ses sous-traitants' },
  },
  findings: [['CL-13', 'EIC-05']],
};

export const hostingContract: DemoContract = {
  supplier: 'niveole',
  on: 20,
  by: 'claire',
  document: { name: 'Contrat d’hébergement HDS.txt', text: hostingText },
  signed: 210,
  starts: 180,
  terms: {
    ...emptyTerms('Contrat d’hébergement de données de santé'),
    termMonths: 48,
    renewal: { kind: 'express', months: 12 },
    customerNotice: { count: 6, unit: 'months' },
    supplierNotice: { count: 12, unit: 'months' },
    annualFeesCents: 9_640_000,
    exitFees: { kind: 'share', sharePercent: 25 },
    cap: { kind: 'fees', multiple: 3, cents: null },
    exclusions: [],
    cure: {
      kind: 'clause',
      days: 30,
      article: '10',
      wording:
        'La présente clause résolutoire joue 30 jours après réception d’une mise en demeure la visant expressément et restée sans effet ; la résiliation est notifiée par une seconde lettre.',
    },
    notification: { kind: 'firm', hours: 4, scope: 'every-detection' },
  },
  readings: {
    'CL-01': { status: 'present', says: 'ordre de priorité' },
    'CL-03': { status: 'present', says: 'obligation de résultat' },
    'CL-07': { status: 'present', says: 'tiennent pour directs' },
    'CL-08': { status: 'present', says: '3 fois le prix annuel' },
    'CL-11': { status: 'present', says: 'obligations substantielles' },
    'CL-12': { status: 'present', says: 'sous 4 heures' },
    'CL-13': { status: 'present', says: 'recherche de son origine' },
    'CL-14': { status: 'absent' },
    'CL-16': { status: 'present', says: 'sous 7 jours' },
    'CL-17': { status: 'present', says: 'plan de conformité' },
    'CL-18': { status: 'present', says: 'intervenant certifié' },
    'CL-20': { status: 'present', says: 'clause résolutoire' },
    'CL-21': { status: 'present', says: 'expert unique' },
    'CL-22': { status: 'present', says: 'preuve contraire' },
    'CL-24': { status: 'present', says: 'testée une fois par an' },
  },
};
