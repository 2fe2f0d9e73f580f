import { emptyTerms } from '@probant/shared/contracts/terms';
import type { DemoContract } from './contracts.js';

const cureWording =
  'En cas de manquement non réparé 30 jours après réception d’une mise en demeure, la partie victime résilie le contrat de plein droit par une seconde lettre.';

const managedText = `CONTRAT-CADRE D’INFOGÉRANCE

ARTICLE 1. DOCUMENTS CONTRACTUELS

Par ordre de priorité décroissante : conditions particulières, annexes, conditions générales.

ARTICLE 3. PRESTATIONS

Le Prestataire exploite les serveurs, les postes et la sauvegarde du Client. La sauvegarde déconnectée n’est pas comprise dans le forfait.

ARTICLE 5. EXPLOITATION

5.1 Engagement

Le Prestataire est tenu d’une obligation de moyens.

5.2 Correctifs

Les correctifs critiques sont appliqués sous 7 jours ; un relevé daté est remis chaque mois.

ARTICLE 7. PRIX

La redevance annuelle est de 186 000 euros hors taxes, dont 132 000 euros pour les serveurs et 54 000 euros pour les postes.

ARTICLE 8. RESPONSABILITÉ

La responsabilité du Prestataire est limitée à une fois la redevance annuelle.

Les pertes d’exploitation ne sont pas indemnisées.

ARTICLE 12. RÉSILIATION

${cureWording}

En cas de départ avant le terme sans manquement du Prestataire, le Client doit la moitié des redevances à échoir.

ANNEXE 4. SÉCURITÉ

9.2 Exercices

Le Client dépose des fichiers de test EICAR après accord écrit du Prestataire et sans préavis.

9.3 Détections

Toute détection est ouverte en ticket sous 1 heure, qualifiée sous 2 heures et signalée au Client sous 4 heures, même bénigne. Aucune détection n’est close sans recherche de son origine.
`;

/** The one that the drills, the incidents and the formal notice of its engagement rest on. */
export const managedContract: DemoContract = {
  supplier: 'cadran',
  on: 38,
  by: 'claire',
  document: { name: 'Contrat-cadre d’infogérance.txt', text: managedText },
  signed: 560,
  starts: 540,
  terms: {
    ...emptyTerms('Contrat-cadre d’infogérance'),
    termMonths: 36,
    renewal: { kind: 'tacit', months: 12 },
    customerNotice: { count: 6, unit: 'months' },
    supplierNotice: { count: 6, unit: 'months' },
    annualFeesCents: 18_600_000,
    services: [
      { name: 'Serveurs', annualFeesCents: 13_200_000 },
      { name: 'Postes', annualFeesCents: 5_400_000 },
    ],
    exitFees: { kind: 'share', sharePercent: 50 },
    cap: { kind: 'fees', multiple: 1, cents: null },
    exclusions: ['operating-loss'],
    cure: { kind: 'clause', days: 30, article: '12', wording: cureWording },
    notification: { kind: 'firm', hours: 4, scope: 'every-detection' },
  },
  readings: {
    'CL-01': { status: 'present', says: 'ordre de priorité' },
    'CL-03': { status: 'weak', says: 'obligation de moyens' },
    'CL-04': { status: 'present', says: 'dont 132 000 euros' },
    'CL-07': { status: 'adverse', says: 'pertes d’exploitation' },
    'CL-08': { status: 'weak', says: 'une fois la redevance' },
    'CL-12': { status: 'present', says: 'sous 4 heures' },
    'CL-13': { status: 'present', says: 'recherche de son origine' },
    'CL-14': { status: 'present', says: 'fichiers de test EICAR' },
    'CL-16': { status: 'present', says: 'sous 7 jours' },
    'CL-17': { status: 'absent' },
    'CL-19': { status: 'weak', says: 'la moitié des redevances' },
    'CL-20': { status: 'present', says: 'seconde lettre' },
  },
};
