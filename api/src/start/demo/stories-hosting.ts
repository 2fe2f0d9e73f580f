import type { Story } from './story.js';

const everyday = [
  'contrat',
  'kbis',
  'comptes',
  'urssaf',
  'restauration',
  'architecture',
  'correctifs',
] as const;

export const ardoise: Story = {
  supplier: 'ardoise',
  opensOn: 73,
  answers: {
    on: 66,
    quality: 'strong',
    pieces: [
      ...everyday,
      'conditions',
      'sauvegarde',
      'sousTraitants',
      'misesEnGarde',
      'comptesAcces',
      'audit',
      'dpa',
      'assurance',
    ],
    submitsOn: 62,
  },
  review: {
    on: 55,
    levels: {
      conditions: 'E3',
      contrat: 'E3',
      kbis: 'E4',
      comptes: 'E4',
      urssaf: 'E4',
      restauration: 'E3',
      architecture: 'E3',
      correctifs: 'E3',
      sauvegarde: 'E3',
      sousTraitants: 'E3',
      misesEnGarde: 'E3',
      comptesAcces: 'E3',
      audit: 'E4',
      dpa: 'E3',
      assurance: 'E4',
    },
    finishesOn: 52,
  },
  decision: {
    on: 50,
    outcome: 'sign',
    reason: 'Copie hors ligne éprouvée, restauration chronométrée, aucune réserve.',
    message: 'Merci pour la qualité de vos réponses.',
    shareGrade: true,
    by: 'claire',
  },
};

export const ombrelle: Story = {
  supplier: 'ombrelle',
  opensOn: 72,
  answers: {
    on: 61,
    quality: 'fair',
    sayings: {
      'DNS-01': { value: 'prestataire', comment: 'Le domaine a été déposé à notre nom en 2011.' },
      'DNS-02': { value: 'prestataire' },
      'BKP-04': { value: 'hors_ligne' },
    },
    pieces: [...everyday, 'eicar', 'antivirus', 'dpa', 'sousTraitants'],
    submitsOn: 55,
  },
  review: {
    on: 49,
    levels: {
      contrat: 'E2',
      kbis: 'E4',
      comptes: 'E3',
      urssaf: 'E3',
      restauration: 'E3',
      architecture: 'E2',
      eicar: 'E3',
      antivirus: 'E2',
      dpa: 'E3',
      sousTraitants: 'E2',
    },
    rejected: { correctifs: 'Le relevé ne porte pas sur nos serveurs.' },
    finishesOn: 46,
  },
  decision: {
    on: 44,
    outcome: 'sign-with-conditions',
    reason: 'Service satisfaisant, mais le domaine doit nous revenir.',
    conditions: 'Transfert du nom de domaine à notre nom dans les trois mois.',
    message: 'Nous vous adressons un modèle de mandat de transfert.',
    shareGrade: true,
    by: 'ines',
  },
};

export const helianthe: Story = {
  supplier: 'helianthe',
  opensOn: 73,
  answers: {
    on: 67,
    quality: 'good',
    pieces: ['contrat', 'kbis', 'restauration', 'correctifs', 'dpa'],
    submitsOn: 65,
  },
  review: {
    on: 60,
    levels: { contrat: 'E3', kbis: 'E4', dpa: 'E3' },
    rejected: { restauration: 'Le procès-verbal ne nomme pas le serveur restauré.' },
    asks: {
      'BKP-07': {
        asked: 'Quel serveur a été restauré, et depuis quelle copie ?',
        replied: 'Le serveur de paie, depuis la copie hors ligne. Un nouveau procès-verbal est joint.',
      },
    },
    returns: 'Trois précisions sur les sauvegardes, le reste est complet.',
  },
  again: {
    on: 57,
    quality: 'good',
    sayings: { 'BKP-04': { value: 'hors_ligne', comment: 'Cartouches au coffre, voir le schéma.' } },
    pieces: ['architecture', 'sauvegarde', 'comptesAcces'],
    submitsOn: 56,
  },
  secondReview: {
    on: 51,
    levels: { architecture: 'E3', sauvegarde: 'E3', correctifs: 'E3', comptesAcces: 'E3' },
    finishesOn: 48,
  },
  decision: {
    on: 47,
    outcome: 'sign',
    reason: 'Réponses complétées, risques courants.',
    message: '',
    shareGrade: false,
    by: 'claire',
  },
};
