import type { AnswerValue } from '@probant/shared/questionnaires/document';
import type { Story } from './story.js';

const activities = ['1_sites', '2_materiel', '3_virtuel', '4_plateforme', '5_exploitation', '6_sauvegarde'];

/** The chain of health data hosting, one line for each activity. */
function hdsChain(performer: string, certified: readonly string[], expiresOn: string): AnswerValue {
  return activities.map((activity) =>
    certified.includes(activity)
      ? {
          activity,
          performer,
          certificate_no: 'HDS-2025-0417',
          certifier: 'Certificateur accrédité',
          referential: 'v2_0',
          scope_covers: true,
          expires_on: expiresOn,
          coverage: 'own_certificate',
        }
      : {
          activity,
          performer: 'Sous-traitant de production',
          referential: 'none',
          scope_covers: false,
          coverage: 'none',
        },
  );
}

const everyday = [
  'contrat',
  'kbis',
  'comptes',
  'urssaf',
  'restauration',
  'architecture',
  'correctifs',
] as const;

export const niveole: Story = {
  supplier: 'niveole',
  opensOn: 71,
  answers: {
    on: 60,
    quality: 'fair',
    sayings: {
      'HDS-01': {
        value: (inDays) => hdsChain('Nivéole Santé', activities.slice(2, 5), inDays(500)),
      },
      'HDS-02': {
        value: 'partiel',
        comment:
          'Notre certificat couvre les activités 3 à 5 ; le centre de données est en cours de démarche.',
      },
      'BKP-04': { value: 'immuable', comment: 'Stockage objet verrouillé 30 jours.' },
      'SUB-01': { value: 'rang1' },
    },
    pieces: [...everyday, 'hds', 'dpa', 'eicar', 'comptesAcces'],
    submitsOn: 48,
  },
  review: {
    on: 6,
    levels: {
      hds: 'E3',
      contrat: 'E3',
      kbis: 'E4',
      restauration: 'E2',
      architecture: 'E2',
      eicar: 'E2',
    },
    notes: {
      'HDS-02': 'Vu avec le service juridique : montage non couvert, ne pas mettre en production.',
    },
    asks: {
      'HDS-01': {
        asked: 'Qui exploite le centre de données, et sous quel certificat pour les activités 1, 2 et 6 ?',
      },
    },
  },
};

export const tamaris: Story = {
  supplier: 'tamaris',
  opensOn: 70,
  answers: {
    on: 58,
    quality: 'good',
    sayings: {
      'HDS-01': {
        value: (inDays) => hdsChain('Tamaris Archivage', activities, inDays(420)),
      },
      'HDS-02': { value: 'oui', comment: 'Certificat renouvelé au printemps.' },
      'HDS-03': { value: 'v2' },
    },
    pieces: [...everyday, 'sousTraitants', 'dpa', 'comptesAcces'],
    submitsOn: 50,
  },
  review: {
    on: 40,
    levels: {
      contrat: 'E2',
      kbis: 'E4',
      comptes: 'E3',
      urssaf: 'E3',
      restauration: 'E2',
      architecture: 'E2',
      correctifs: 'E2',
      sousTraitants: 'E2',
      dpa: 'E3',
      comptesAcces: 'E2',
    },
    notes: { 'HDS-02': 'Certificat annoncé mais non joint, absent de la liste publique à ce jour.' },
    finishesOn: 33,
  },
  replies: {
    on: 15,
    body: 'Le stockage est déjà en France. Il nous reste à décrire les transferts au contrat : projet d’avenant avant le 31 mars.',
  },
};

export const boreale: Story = {
  supplier: 'boreale',
  opensOn: 69,
  answers: {
    on: 54,
    quality: 'weak',
    sayings: {
      'FIN-01': { value: 'redressement' },
      'FIN-04': { refused: true },
      'SUB-01': { value: 'refus', comment: 'Information commerciale confidentielle.' },
      'RGP-01': { value: 'non' },
      'REV-01': { value: 'non' },
    },
    pieces: ['contrat', 'kbis'],
    submitsOn: 50,
  },
  review: {
    on: 43,
    levels: { kbis: 'E4' },
    rejected: { contrat: 'Conditions générales non signées.' },
    finishesOn: 42,
  },
  decision: {
    on: 41,
    outcome: 'refuse',
    reason: 'Redressement judiciaire, sous-traitants cachés, aucun accord de traitement.',
    message: 'Nous ne donnons pas suite.',
    shareGrade: false,
    by: 'ines',
  },
};

export const granit: Story = {
  supplier: 'granit',
  cancels: { on: 63, reason: 'Projet de colocation abandonné.' },
};
