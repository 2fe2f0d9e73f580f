import type { Localised } from '../questionnaires/document.js';

interface KindRule extends Localised {
  /** What there is to do, and why then. */
  readonly aim: Localised;
  /** Reminders leave when so many days are left, largest first. */
  readonly remindAt: readonly number[];
}

const usual = [30, 7, 0] as const;

/** Every kind of dated obligation, in the order in which a reader chooses. A source of dates adds its kinds here. */
export const obligationKinds = [
  'reversibility-test',
  'format-check',
  'go-no-go',
  'last-export',
  'notice',
  'term',
  'return-choice',
  'destruction-certificate',
  'contract-review',
  'regulation',
  'piece-expiry',
  'assessment-due',
] as const;
export type ObligationKind = (typeof obligationKinds)[number];

export const obligationRules: Readonly<Record<ObligationKind, KindRule>> = {
  'reversibility-test': {
    fr: 'Test de réversibilité',
    en: 'Reversibility test',
    aim: {
      fr: 'Faites restituer un jeu de données et mesurez le délai, tant que le fournisseur espère le renouvellement.',
      en: 'Have a set of data returned and time it, while the supplier still hopes for the renewal.',
    },
    remindAt: usual,
  },
  'format-check': {
    fr: 'Contrôle du format et de l’import',
    en: 'Format and import check',
    aim: {
      fr: 'Vérifiez que ce qui a été restitué est au format convenu et s’importe ailleurs.',
      en: 'Check that what was returned has the agreed format and can be imported elsewhere.',
    },
    remindAt: usual,
  },
  'go-no-go': {
    fr: 'Décision de poursuivre ou de partir',
    en: 'Go or no-go',
    aim: {
      fr: 'Décidez de reconduire ou de dénoncer, avec le résultat du test sous les yeux.',
      en: 'Decide to renew or to leave, with the result of the test at hand.',
    },
    remindAt: usual,
  },
  'last-export': {
    fr: 'Dernier export avant préavis',
    en: 'Last export before notice',
    aim: {
      fr: 'Prenez un export complet et gardez-le hors du système du fournisseur, avant de dénoncer.',
      en: 'Take a full export and keep it outside the supplier’s system, before giving notice.',
    },
    remindAt: usual,
  },
  notice: {
    fr: 'Dernier jour pour dénoncer',
    en: 'Last day to give notice',
    aim: {
      fr: 'Passé ce jour, le préavis du contrat n’est plus respecté. Envoyez la lettre avec avis de réception avant.',
      en: 'After this day the contract’s notice period is missed. Send the letter with proof of receipt before it.',
    },
    remindAt: usual,
  },
  term: {
    fr: 'Terme du contrat',
    en: 'End of the contract',
    aim: {
      fr: 'Si le contrat prend fin, demandez par écrit la restitution des données ou leur destruction.',
      en: 'If the contract ends, ask in writing for the return of the data or their destruction.',
    },
    remindAt: usual,
  },
  'return-choice': {
    fr: 'Choix entre restitution et destruction',
    en: 'Return or destruction to be chosen',
    aim: {
      fr: 'Trente jours après le terme\u00a0: des conditions publiées prévoient qu’à défaut de choix les données sont détruites.',
      en: 'Thirty days after the end: published terms have the data destroyed when nothing was chosen.',
    },
    remindAt: usual,
  },
  'destruction-certificate': {
    fr: 'Certificat de destruction',
    en: 'Certificate of destruction',
    aim: {
      fr: 'Quatre-vingt-dix jours après le terme\u00a0: obtenez le certificat qui prouve qu’il ne reste rien.',
      en: 'Ninety days after the end: obtain the certificate that proves nothing is left.',
    },
    remindAt: usual,
  },
  'contract-review': {
    fr: 'Réévaluation annuelle',
    en: 'Yearly reassessment',
    aim: {
      fr: 'Six mois avant l’anniversaire du contrat\u00a0: redemandez une évaluation, pour décider en connaissance de cause.',
      en: 'Six months before the contract’s anniversary: ask for an assessment again, so as to decide knowingly.',
    },
    remindAt: usual,
  },
  regulation: {
    fr: 'Évolution réglementaire',
    en: 'Change of regulation',
    aim: {
      fr: 'Le contrat ne dit pas qui supporte ce changement\u00a0: proposez l’avenant et posez la question au fournisseur.',
      en: 'The contract does not say who bears this change: propose the amendment and ask the supplier.',
    },
    remindAt: usual,
  },
  'piece-expiry': {
    fr: 'Pièce qui expire',
    en: 'Piece that expires',
    aim: {
      fr: 'Demandez la pièce qui la remplace\u00a0: ensuite, elle ne prouve plus rien.',
      en: 'Ask for the piece that replaces it: after this day it proves nothing.',
    },
    remindAt: [180, 90, 30, 0],
  },
  'assessment-due': {
    fr: 'Réponse attendue du fournisseur',
    en: 'Answer due from the supplier',
    aim: {
      fr: 'Le fournisseur doit avoir remis ses réponses. Relancez-le ou déplacez l’échéance depuis l’évaluation.',
      en: 'The supplier should have submitted. Send a reminder or move the date from the assessment.',
    },
    remindAt: [7, 0],
  },
};
