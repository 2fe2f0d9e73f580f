import type { Localised } from './questionnaires/document.js';

/** Refusals of an answer, its evidence, a review or an import row. */
export const answerFieldTable = {
  'unknown-question': { fr: 'Cette question n’existe pas ici.', en: 'This question does not exist here.' },
  'question-hidden': {
    fr: 'Cette question ne se pose plus au vu des autres réponses.',
    en: 'This question is no longer asked, given the other answers.',
  },
  'unknown-option': {
    fr: 'Ce choix n’existe pas pour cette question.',
    en: 'This choice does not exist for this question.',
  },
  'choice-not-understood': {
    fr: '«\u00a0{text}\u00a0» n’est aucun des choix possibles.',
    en: '“{text}” is none of the possible choices.',
  },
  'answer-and-none': {
    fr: 'La ligne porte une réponse et dit qu’il n’y en a pas.',
    en: 'The row holds an answer and says that there is none.',
  },
  'comment-without-answer': {
    fr: 'Un commentaire accompagne une réponse\u00a0: la ligne n’en a pas.',
    en: 'A comment goes with an answer: the row has none.',
  },
  'option-twice': { fr: 'Un même choix est coché deux fois.', en: 'The same choice is ticked twice.' },
  'none-not-accepted': { fr: '« Aucun » n’est pas une réponse ici.', en: '“None” is not an answer here.' },
  'not-applicable-not-accepted': {
    fr: 'Cette question ne peut pas être sans objet.',
    en: 'This question cannot be not applicable.',
  },
  'justification-required': {
    fr: 'Expliquez pourquoi la question est sans objet.',
    en: 'Explain why the question does not apply.',
  },
  'answer-required': {
    fr: 'Répondez, refusez de répondre ou demandez un « sans objet ».',
    en: 'Answer, decline to answer, or claim “not applicable”.',
  },
  'no-value-for-file': {
    fr: 'On répond à cette question par une pièce jointe.',
    en: 'This question is answered with an attached piece.',
  },
  'negative-number': { fr: 'Indiquez un nombre positif ou nul.', en: 'Give zero or a positive number.' },
  'number-too-large': { fr: 'Ce nombre est trop grand.', en: 'This number is too large.' },
  'expires-before-issue': {
    fr: 'L’échéance précède la date de la pièce.',
    en: 'This is before the date of the piece.',
  },
  'row-empty': { fr: 'La ligne est vide.', en: 'The row is empty.' },
  'level-required': {
    fr: 'Choisissez un niveau de preuve pour accepter la pièce.',
    en: 'Choose an evidence level to accept the piece.',
  },
  'level-needs-date': {
    fr: 'Sans date, une pièce ne va pas au-delà de E1.',
    en: 'Without a date, a piece goes no further than E1.',
  },
  'save-key-reused': {
    fr: 'Une autre réponse est déjà enregistrée sous cette clé.',
    en: 'Another answer is already saved under this key.',
  },
  'nothing-to-decide': { fr: 'Rien n’est demandé sur ce point.', en: 'There is nothing to decide here.' },
} as const satisfies Readonly<Record<string, Localised>>;
