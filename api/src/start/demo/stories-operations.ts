import type { Story } from './story.js';

const everyday = ['contrat', 'kbis', 'comptes', 'urssaf', 'correctifs', 'comptesAcces'] as const;

export const lagune: Story = {
  supplier: 'lagune',
  opensOn: 39,
  answers: {
    on: 33,
    quality: 'good',
    sayings: {
      'BKP-04': {
        value: 'hors_perimetre_averti',
        comment: 'Copie déconnectée hors périmètre depuis 2023 ; mise en garde écrite jointe.',
      },
    },
    pieces: [
      ...everyday,
      'conditions',
      'miseEnGarde',
      'misesEnGarde',
      'sauvegarde',
      'sousTraitants',
      'audit',
      'dpa',
      'assurance',
    ],
    submitsOn: 30,
  },
  review: {
    on: 24,
    levels: {
      conditions: 'E3',
      contrat: 'E3',
      kbis: 'E4',
      comptes: 'E3',
      urssaf: 'E4',
      correctifs: 'E3',
      comptesAcces: 'E2',
      miseEnGarde: 'E3',
      misesEnGarde: 'E3',
      sauvegarde: 'E2',
      sousTraitants: 'E2',
      audit: 'E3',
      dpa: 'E3',
      assurance: 'E4',
    },
    overrides: {
      'PAT-02': {
        value: 30,
        reason: 'Le relevé montre un correctif critique posé après 30 jours en août.',
      },
    },
    finishesOn: 20,
  },
  decision: {
    on: 18,
    outcome: 'sign-with-conditions',
    reason: 'Le prestataire a mis en garde par écrit ; la copie déconnectée nous revient.',
    conditions: 'Copie déconnectée commandée avant le 31 janvier, à notre charge.',
    message: 'Merci de chiffrer la copie hors ligne hebdomadaire.',
    departure: 'Le point éliminatoire tient à une copie que nous devons commander nous-mêmes : c’est fait.',
    shareGrade: true,
    by: 'claire',
  },
};

export const talweg: Story = {
  supplier: 'talweg',
  opensOn: 38,
  answers: {
    on: 29,
    quality: 'weak',
    sayings: {
      'FIN-01': { value: 'in_bonis' },
      'BKP-04': { value: 'non', comment: 'Les copies restent sur le même serveur de stockage.' },
      'ADV-02': { value: 'oral' },
      'SUB-01': { value: 'rang1' },
      'PAT-05': { value: 'sans' },
    },
    pieces: ['contrat', 'kbis', 'correctifs', 'antivirus'],
    submitsOn: 22,
  },
  review: {
    on: 4,
    levels: { contrat: 'E1', kbis: 'E4' },
    notes: { 'ADV-02': 'Même configuration que l’affaire de Rennes : aucune trace écrite.' },
  },
};

export const quartz: Story = {
  supplier: 'quartz',
  opensOn: 40,
  answers: {
    on: 35,
    quality: 'good',
    sayings: {
      'MSS-01': { notApplicable: 'Aucun pare-feu dans le périmètre : collecte de journaux seulement.' },
      'MSS-05': { value: 'anssi', comment: 'Prestataire de détection qualifié.' },
    },
    pieces: [
      ...everyday,
      'conditions',
      'restauration',
      'architecture',
      'eicar',
      'antivirus',
      'misesEnGarde',
      'sousTraitants',
      'audit',
      'dpa',
    ],
    submitsOn: 31,
  },
  review: {
    on: 16,
    levels: {
      conditions: 'E3',
      contrat: 'E3',
      kbis: 'E4',
      comptes: 'E3',
      urssaf: 'E4',
      comptesAcces: 'E3',
      restauration: 'E3',
      architecture: 'E3',
      eicar: 'E4',
      antivirus: 'E3',
      misesEnGarde: 'E3',
      sousTraitants: 'E3',
      audit: 'E3',
      dpa: 'E3',
      correctifs: 'E2',
    },
    claims: {
      'MSS-01': {
        decision: 'accepted',
        reason: 'Le contrat ne porte que sur la collecte et la détection.',
      },
    },
    finishesOn: 9,
  },
};

export const cadran: Story = {
  supplier: 'cadran',
  opensOn: 40,
  answers: {
    on: 34,
    quality: 'fair',
    sayings: {
      'BKP-04': {
        value: 'hors_perimetre_sans',
        comment: 'Copie déconnectée proposée en option, non souscrite.',
      },
      'PRV-05': { value: 'n2', comment: 'Niveau constaté au dernier rapport, plan d’action en cours.' },
    },
    pieces: [...everyday, 'sauvegarde', 'antivirus', 'sousTraitants', 'eicar'],
    submitsOn: 27,
  },
  review: {
    on: 12,
    levels: {
      contrat: 'E3',
      kbis: 'E4',
      comptes: 'E3',
      urssaf: 'E3',
      correctifs: 'E2',
      comptesAcces: 'E2',
      antivirus: 'E3',
    },
    rejected: { sauvegarde: 'Le rapport ne porte pas sur nos serveurs de gestion.' },
    asks: {
      'BKP-04': {
        asked: 'L’option a-t-elle été proposée par écrit ? Si oui, joignez le courrier et sa date.',
        replied: 'Oui, par courriel du 14 mars. Nous cherchons l’accusé de réception.',
      },
      'PAT-02': { asked: 'Sur quels serveurs le délai de 14 jours a-t-il été mesuré ?' },
      'ADV-02': { asked: 'Tenez-vous un registre de vos mises en garde ?' },
    },
    returns: 'Trois précisions nous manquent pour conclure, dont la mise en garde sur la copie déconnectée.',
  },
};

export const sextant: Story = {
  supplier: 'sextant',
  opensOn: 28,
  answers: { on: 14, quality: 'fair', share: 0.55, pieces: ['kbis', 'urssaf'] },
};

export const corvette: Story = { supplier: 'corvette' };
