import type { Breach, NoticeDraft } from '@probant/shared/notices/draft';
import type { NoticeStep } from '@probant/shared/notices/lifecycle';
import type { EvidenceLevel } from '@probant/shared/questionnaires/document';
import type { CastKey } from './cast.js';

export const counselName = 'Me Anne Perrin, avocate';

export interface NoticeStory {
  readonly supplier: CastKey;
  readonly by: 'claire' | 'ines';
  /** Days before today. */
  readonly on: number;
  readonly breachOn: number;
  readonly breach: Omit<Breach, 'on' | 'pieceIds'>;
  readonly piece: { readonly name: string; readonly level: EvidenceLevel; readonly undated?: true };
  readonly draft: Partial<NoticeDraft>;
  readonly steps: readonly StoryStep[];
}

interface StoryStep {
  readonly on: number;
  readonly step: NoticeStep;
  /** Name of the proof of receipt that is added first. */
  readonly proof?: string;
  readonly more?: { readonly note?: string };
}

const sender = {
  senderAddress: '8 rue de la Fosse\n44000 Nantes',
  signatory: 'Claire Vasseur, responsable de la sécurité',
  place: 'Nantes',
} as const;
const clause =
  'En cas de manquement non réparé 30 jours après réception d’une mise en demeure, la partie victime résilie le contrat de plein droit par une seconde lettre.';

/** Received, and answered by a supplier that one can be. */
const running: NoticeStory = {
  supplier: 'cadran',
  by: 'claire',
  on: 14,
  breachOn: 21,
  breach: {
    obligation: 'Appliquer les correctifs critiques sous sept jours',
    article: '5.2',
    substance: 'argued',
    gravity: 'Trois serveurs exposés portent une faille exploitée publiquement depuis six semaines.',
    facts: 'Le relevé du 21 montre trois serveurs sans le correctif publié six semaines plus tôt.',
  },
  piece: { name: 'Constat du scan externe', level: 'E3' },
  draft: {
    ...sender,
    recipientAddress: '12 quai des Salinières\n33000 Bordeaux',
    contractTitle: 'Contrat-cadre d’infogérance',
    basis: 'clause',
    clauseArticle: '12',
    clauseWording: clause,
    cureDays: 30,
    demand: 'Appliquer les correctifs manquants et remettre un relevé daté de tous les serveurs.',
  },
  steps: [
    { on: 13, step: 'ask-counsel' },
    { on: 12, step: 'send' },
    { on: 9, step: 'receive', proof: 'Avis de réception signé' },
  ],
};

/** Still being written: its proof is a claim without a date. */
const draft: NoticeStory = {
  supplier: 'quartz',
  by: 'ines',
  on: 4,
  breachOn: 10,
  breach: {
    obligation: 'Prendre en charge un incident critique sous 30 minutes',
    article: '4.2',
    substance: 'argued',
    gravity: '',
    facts: 'L’incident du week-end n’a été pris en charge que le lundi matin.',
  },
  piece: { name: 'Notes de la cellule de crise', level: 'E1', undated: true },
  draft: sender,
  steps: [],
};

/** Cured in time, under a contract that lists what is substantial. */
const cured: NoticeStory = {
  supplier: 'niveole',
  by: 'claire',
  on: 19,
  breachOn: 24,
  breach: {
    obligation: 'Notifier toute détection sous quatre heures',
    article: '5',
    substance: 'listed',
    gravity: '',
    facts: 'Une détection a été notifiée trois jours après le ticket qui l’a ouverte.',
  },
  piece: { name: 'Export des tickets', level: 'E4' },
  draft: {
    ...sender,
    recipientAddress: '3 place des Cordeliers\n69002 Lyon',
    demand: 'Notifier chaque détection dans le délai, et remettre la liste de celles du trimestre.',
  },
  steps: [
    { on: 18, step: 'ask-counsel' },
    { on: 17, step: 'send' },
    { on: 15, step: 'receive', proof: 'Avis de réception' },
    { on: 6, step: 'cure', more: { note: 'Liste remise, astreinte de nuit rétablie.' } },
  ],
};

/** Left without effect: the second letter has gone, under article 1226. */
const terminated: NoticeStory = {
  supplier: 'talweg',
  by: 'ines',
  on: 33,
  breachOn: 36,
  breach: {
    obligation: 'Sauvegarder les serveurs et restaurer sur demande',
    article: '3',
    substance: 'argued',
    gravity: 'Sans sauvegarde qui se restaure, l’activité ne reprend pas après un incident.',
    facts: 'Deux restaurations demandées ont échoué ; aucune copie antérieure à trois semaines n’existe.',
  },
  piece: { name: 'Procès-verbal de commissaire de justice', level: 'E3' },
  draft: {
    ...sender,
    recipientAddress: '40 avenue du Vercors\n38000 Grenoble',
    contractTitle: 'Contrat de maintenance informatique',
    basis: 'art-1226',
    cureDays: 15,
    channel: 'bailiff',
    demand: 'Rétablir les sauvegardes et réussir une restauration complète en notre présence.',
  },
  steps: [
    { on: 33, step: 'ask-counsel' },
    { on: 32, step: 'send' },
    { on: 31, step: 'receive', proof: 'Acte de signification' },
    { on: 6, step: 'fail', more: { note: 'Nouvel essai de restauration le jour même : échec.' } },
    { on: 3, step: 'terminate' },
  ],
};

/** Came back from the post office: no clock runs. */
const missed: NoticeStory = {
  supplier: 'sextant',
  by: 'claire',
  on: 30,
  breachOn: 38,
  breach: {
    obligation: 'Remettre chaque mois le rapport de supervision',
    article: '7',
    substance: 'argued',
    gravity: 'Sans rapport, nul ne peut savoir ce qui est surveillé.',
    facts: 'Aucun rapport n’a été remis depuis quatre mois, malgré trois relances.',
  },
  piece: { name: 'Relances et accusés', level: 'E4' },
  draft: {
    ...sender,
    recipientAddress: '17 rue des Tanneurs\n59000 Lille',
    contractTitle: 'Contrat de supervision réseau',
    basis: 'clause',
    clauseArticle: '9',
    clauseWording: clause,
    cureDays: 30,
    demand: 'Remettre les quatre rapports manquants.',
  },
  steps: [
    { on: 30, step: 'ask-counsel' },
    { on: 29, step: 'send' },
    {
      on: 8,
      step: 'miss',
      more: { note: 'Pli revenu « non réclamé ». Voir avec le conseil avant toute suite.' },
    },
  ],
};

export const stories: readonly NoticeStory[] = [running, draft, cured, terminated, missed];
