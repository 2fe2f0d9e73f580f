import type { Localised } from '../questionnaires/document.js';

interface KindRule extends Localised {
  /** What there is to do, and why then. */
  readonly aim: Localised;
  /** Reminders leave when so many days are left, largest first; none where the source writes its own letters of that day. */
  readonly remindAt: readonly number[];
  /** It is dealt with on the page that it comes from, and nobody marks it here. */
  readonly elsewhere?: true;
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
  'announced-change',
  'piece-expiry',
  'assessment-due',
  'certificate-expiry',
  'drill',
  'patch-report',
  'notice-cure',
  'incident-deadline',
  'warning-answer',
  'remediation',
  'acceptance-end',
  'reassessment',
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
  'announced-change': {
    fr: 'Changement annoncé par le fournisseur',
    en: 'Change announced by the supplier',
    aim: {
      fr: 'Constatez ce que le fournisseur a changé, preuve à l’appui, et marquez l’échéance faite\u00a0: si ce jour passe, une réévaluation est proposée le lendemain.',
      en: 'Record what the supplier has changed, with the evidence, and mark the obligation done: once this day has passed, a reassessment is proposed.',
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
  'certificate-expiry': {
    fr: 'Certificat qui expire',
    en: 'Certificate that expires',
    aim: {
      fr: 'Obtenez le certificat qui le remplace et inscrivez-le\u00a0: sans lui, la procédure de perte de certification s’ouvre le lendemain.',
      en: 'Obtain the certificate that replaces it and record it: without it, the procedure for a lost certification opens on the next day.',
    },
    remindAt: [180, 90, 30, 0],
  },
  drill: {
    fr: 'Exercice EICAR prévu',
    en: 'EICAR drill planned',
    aim: {
      fr: 'Déposez le fichier de test dans le créneau prévu, sous une autorisation valable ce jour-là, et consignez le dépôt. Le fournisseur n’est pas prévenu.',
      en: 'Drop the test file in the planned slot, under an authorisation that is valid on that day, and record the drop. The supplier is not told beforehand.',
    },
    remindAt: [7, 1, 0],
  },
  'patch-report': {
    fr: 'Rapport de correctifs à consigner',
    en: 'Patch report to record',
    aim: {
      fr: 'Consignez que le rapport du mois a été reçu, et quel jour, ou qu’il manque. Le silence ne vaut ni l’un ni l’autre\u00a0; deux mois manquants de suite proposent une réévaluation.',
      en: 'Record that the report of the month was received, and on which day, or that it was missed. Silence says neither; two missed months in a row propose a reassessment.',
    },
    remindAt: [7, 0],
    elsewhere: true,
  },
  'notice-cure': {
    fr: 'Fin du délai d’une mise en demeure',
    en: 'End of the period of a formal notice',
    aim: {
      fr: 'Constatez ce que le fournisseur a réparé, preuves à l’appui. N’agissez pas avant le premier jour sûr.',
      en: 'Record what the supplier has cured, with the evidence. Do not act before the first safe day.',
    },
    remindAt: [7, 1, 0],
    elsewhere: true,
  },
  'incident-deadline': {
    fr: 'Délai d’un incident',
    en: 'Deadline of an incident',
    aim: {
      fr: 'Faites la notification due, ou vérifiez qu’elle a été faite, et consignez son heure et sa référence dans l’incident.',
      en: 'Make the notification that is due, or check that it was made, and record its hour and reference with the incident.',
    },
    remindAt: [7, 1, 0],
    elsewhere: true,
  },
  'warning-answer': {
    fr: 'Mise en garde à trancher',
    en: 'Warning to be decided',
    aim: {
      fr: 'Acceptez, refusez avec un motif ou demandez un devis. Le silence n’est jamais une acceptation\u00a0; le registre écrit lui-même aux personnes qui doivent répondre.',
      en: 'Accept, refuse with a reason or ask for a quote. Silence is never acceptance; the register itself writes to those who have to answer.',
    },
    remindAt: [],
    elsewhere: true,
  },
  remediation: {
    fr: 'Échéance d’un plan d’action',
    en: 'Action plan due',
    aim: {
      fr: 'Ce jour-là, le plan convenu doit être exécuté et prouvé. Le rappel part du constat, à la partie qui porte l’action.',
      en: 'By this day the agreed plan has to be carried out and proved. The reminder comes from the finding, to the side that owns the action.',
    },
    remindAt: [],
    elsewhere: true,
  },
  'acceptance-end': {
    fr: 'Fin d’un risque accepté',
    en: 'End of an accepted risk',
    aim: {
      fr: 'Le lendemain, le constat se rouvre de lui-même\u00a0: faites corriger, ou faites accepter le risque pour une nouvelle durée.',
      en: 'On the next day the finding opens again by itself: have it corrected, or have the risk accepted for another time.',
    },
    remindAt: usual,
    elsewhere: true,
  },
  reassessment: {
    fr: 'Réévaluation proposée',
    en: 'Reassessment proposed',
    aim: {
      fr: 'Renvoyez un questionnaire\u00a0: les réponses remises avant cet événement n’en tiennent pas compte. Le délai est une proposition, aucun texte ne le fixe.',
      en: 'Send a questionnaire again: what was submitted before this event does not take it into account. The time is a proposal, no text sets it.',
    },
    remindAt: [7, 0],
  },
};

/** What asks for a questionnaire to be sent again. */
export function asksReassessment(kind: ObligationKind): boolean {
  return kind === 'reassessment' || kind === 'contract-review';
}
