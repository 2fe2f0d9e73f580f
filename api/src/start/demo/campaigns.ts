import { boreale, granit, niveole, tamaris } from './stories-health.js';
import { ardoise, helianthe, ombrelle } from './stories-hosting.js';
import { cadran, corvette, lagune, quartz, sextant, talweg } from './stories-operations.js';
import type { DemoCampaign } from './story.js';

/** Everything was answered, and most of it decided. */
export const hostingCampaign: DemoCampaign = {
  name: 'Hébergeurs et éditeurs 2026',
  message: 'Revue annuelle de nos hébergeurs. Merci de joindre les pièces demandées.',
  sentOn: 74,
  dueOn: 44,
  rule: {
    conditions: [
      { kind: 'grade-worse-than', grade: 'D' },
      { kind: 'knockout', knockoutId: 'KO-BKP-1' },
    ],
    payments: [{ upToCents: 600_000, purpose: 'une copie hors ligne hebdomadaire' }],
    text: 'Un hébergeur qui ne peut pas restaurer ne vaut pas son prix.',
  },
  stories: [niveole, ardoise, tamaris, ombrelle, helianthe, boreale, granit],
};

/** In the middle of being reviewed, two suppliers late. */
export const operationsCampaign: DemoCampaign = {
  name: 'Infogérance et sécurité 2026',
  message: 'Nous préparons le renouvellement de janvier : merci de répondre avant l’échéance.',
  sentOn: 41,
  dueOn: 6,
  remindsOn: 2,
  rule: {
    conditions: [{ kind: 'knockout', knockoutId: '' }],
    payments: [{ upToCents: 1_200_000, purpose: 'une supervision jour et nuit' }],
    text: 'Aucun point éliminatoire chez ceux qui administrent nos serveurs.',
  },
  stories: [lagune, talweg, quartz, cadran, sextant, corvette],
};

/** Just sent. */
export const autumnCampaign: DemoCampaign = {
  name: 'Complément d’automne',
  message: '',
  sentOn: 9,
  dueOn: -26,
  rule: {
    conditions: [{ kind: 'score-above', score: 60 }],
    payments: [],
    text: 'Au-delà, nous repartons en consultation.',
  },
  stories: [
    {
      supplier: 'cadran',
      engagement: 1,
      opensOn: 8,
      answers: { on: 3, quality: 'good', share: 0.45, pieces: ['kbis', 'restauration'] },
    },
    {
      supplier: 'cadran',
      engagement: 2,
      opensOn: 8,
      answers: {
        on: 6,
        quality: 'good',
        sayings: {
          'REV-04': {
            notApplicable: 'Les copies sont chiffrées par une clé que vous êtes seuls à détenir.',
          },
        },
        pieces: ['contrat', 'kbis', 'urssaf', 'restauration', 'architecture', 'dpa'],
        submitsOn: 2,
      },
    },
    {
      supplier: 'fanal',
      opensOn: 7,
      answers: {
        on: 5,
        quality: 'good',
        sayings: {
          'BKP-09': {
            notApplicable: 'Les documents signés vous sont remis aussitôt : nous n’en gardons que la trace.',
          },
        },
        pieces: ['contrat', 'kbis', 'comptes', 'dpa', 'audit', 'restauration'],
        submitsOn: 1,
      },
    },
    { supplier: 'ravel', opensOn: 4 },
  ],
};
