import type { Localised } from '../questionnaires/document.js';

/** What keeps a gate shut, and what to do about it. */
export const faultSentences = {
  'no-breach': { fr: 'Aucun manquement n’est décrit.', en: 'No breach is described.' },
  'not-listed': {
    fr: 'Manquement {number}\u00a0: aucune liste d’obligations substantielles (CL-11) n’a été relevée au contrat\u00a0; relevez-la, ou argumentez la gravité.',
    en: 'Breach {number}: no list of substantial obligations (CL-11) was found in the contract; quote it, or argue the gravity.',
  },
  'gravity-missing': {
    fr: 'Manquement {number}\u00a0: dites en quoi l’inexécution est suffisamment grave (C. civ. 1224).',
    en: 'Breach {number}: say why the non-performance is sufficiently serious (C. civ. 1224).',
  },
  'proof-low': {
    fr: 'L’indice de preuve est de {index}\u00a0: il faut au moins 0,70 en moyenne sur les manquements, par des pièces datées.',
    en: 'The evidence index is {index}: at least 0.70 on average over the breaches is needed, from dated pieces.',
  },
  'piece-undated': {
    fr: 'Manquement {number}\u00a0: une pièce citée n’est pas datée.',
    en: 'Breach {number}: a piece that is cited bears no date.',
  },
  'contract-unnamed': {
    fr: 'Donnez l’intitulé du contrat\u00a0: la lettre le nomme.',
    en: 'Give the title of the contract: the letter names it.',
  },
  'clause-missing': {
    fr: 'Citez la clause résolutoire et son article\u00a0: la mise en demeure la vise expressément (C. civ. 1225).',
    en: 'Quote the termination clause and its article: the notice must mention it expressly (C. civ. 1225).',
  },
  'clause-not-verbatim': {
    fr: 'Ces mots ne sont pas ceux relevés au contrat\u00a0: citez la clause mot pour mot.',
    en: 'These are not the words found in the contract: quote the clause word for word.',
  },
  'channel-weak': {
    fr: 'Choisissez la lettre recommandée avec avis de réception ou le commissaire de justice\u00a0: le délai court de la réception, qui se prouve.',
    en: 'Choose a registered letter with receipt or a commissaire de justice: the clock runs from receipt, which has to be proved.',
  },
  'address-missing': {
    fr: 'Complétez les adresses, le destinataire et le signataire.',
    en: 'Complete the addresses, the addressee and the signatory.',
  },
  'obligation-missing': {
    fr: 'Manquement {number}\u00a0: nommez l’obligation.',
    en: 'Breach {number}: name the obligation.',
  },
  'article-missing': {
    fr: 'Manquement {number}\u00a0: citez l’article du contrat.',
    en: 'Breach {number}: cite the article of the contract.',
  },
  'day-missing': {
    fr: 'Manquement {number}\u00a0: datez-le.',
    en: 'Breach {number}: give its date.',
  },
  'facts-missing': {
    fr: 'Manquement {number}\u00a0: décrivez les faits.',
    en: 'Breach {number}: describe the facts.',
  },
  'piece-missing': {
    fr: 'Manquement {number}\u00a0: joignez au moins une pièce.',
    en: 'Breach {number}: attach at least one piece.',
  },
  'demand-missing': {
    fr: 'Dites ce que le prestataire doit faire.',
    en: 'Say what the supplier has to do.',
  },
  'cure-missing': {
    fr: 'Indiquez le délai de réparation, en jours à compter de la réception.',
    en: 'Give the cure period, in days from receipt.',
  },
  'cure-short': {
    fr: 'Le contrat accorde {days} jours\u00a0: un délai plus court ne vaut pas.',
    en: 'The contract grants {days} days: a shorter period does not hold.',
  },
} as const satisfies Readonly<Record<string, Localised>>;

/** What counsel should weigh before the letter leaves. */
export const cautionSentences = {
  'gravity-argued': {
    fr: 'Manquement {number}\u00a0: la gravité est argumentée, non listée au contrat\u00a0; à Douai, un défaut de mise à jour admis n’a pas été jugé grave.',
    en: 'Breach {number}: the gravity is argued, not listed in the contract; in Douai an admitted failure to update was not held serious.',
  },
  'clause-not-used': {
    fr: 'Le contrat porte une clause résolutoire\u00a0: la voie de l’article 1226 se fait aux risques et périls de qui résilie.',
    en: 'The contract has a termination clause: the way of article 1226 is at the risk of whoever terminates.',
  },
  'clause-unchecked': {
    fr: 'Aucune clause n’a été relevée au contrat\u00a0: ces mots n’ont pas pu être comparés.',
    en: 'No clause was found in the contract: these words could not be compared.',
  },
  'cure-reasonable': {
    fr: 'L’article 1226 demande un délai raisonnable\u00a0: celui-ci est court.',
    en: 'Article 1226 asks for a reasonable time: this one is short.',
  },
} as const satisfies Readonly<Record<string, Localised>>;
