import type { Language, Localised } from './questionnaires/document.js';
import { answerFieldTable } from './field-problems-answers.js';
import { momentFieldTable } from './field-problems-moments.js';
import { questionnaireFieldTable } from './field-problems-questionnaires.js';

/** Refusals of one field, used by every form; `{name}` is filled from the params. */
const generalFieldTable = {
  required: { fr: 'Renseignez ce champ.', en: 'Fill in this field.' },
  'unknown-field': { fr: 'Ce champ n’est pas attendu.', en: 'This field is not expected.' },
  'wrong-type': { fr: 'La valeur n’est pas du type attendu.', en: 'The value is not of the expected type.' },
  'too-short': { fr: 'Au moins {min} caractères.', en: 'At least {min} characters.' },
  'too-long': { fr: 'Au plus {max} caractères.', en: 'At most {max} characters.' },
  'too-many': { fr: 'Au plus {max} éléments.', en: 'At most {max} items.' },
  'too-few': { fr: 'Au moins {min} éléments.', en: 'At least {min} items.' },
  duplicate: { fr: 'Cette valeur figure déjà.', en: 'This value is there already.' },
  'not-a-number': { fr: 'Indiquez un nombre.', en: 'Give a number.' },
  'out-of-range': {
    fr: 'Indiquez un nombre entre {min} et {max}.',
    en: 'Give a number between {min} and {max}.',
  },
  'too-small': { fr: 'Indiquez au moins {min}.', en: 'Give at least {min}.' },
  'not-an-integer': { fr: 'Indiquez un nombre entier.', en: 'Give a whole number.' },
  'not-a-date': { fr: 'Cette date n’existe pas.', en: 'This date does not exist.' },
  'date-too-old': {
    fr: 'Cette date est trop ancienne\u00a0: au plus tôt le 1er janvier 1900.',
    en: 'This date is too far in the past: 1 January 1900 at the earliest.',
  },
  'date-too-far': {
    fr: 'Cette date est trop lointaine\u00a0: au plus tard le 31 décembre 2199.',
    en: 'This date is too far ahead: 31 December 2199 at the latest.',
  },
  'more-than-a-year': {
    fr: 'Choisissez un jour d’ici un an au plus.',
    en: 'Choose a day within a year at most.',
  },
  'date-in-past': { fr: 'La date est passée.', en: 'The date is in the past.' },
  'date-in-future': { fr: 'La date est à venir.', en: 'The date is in the future.' },
  'not-later': {
    fr: 'Choisissez un jour après l’échéance actuelle.',
    en: 'Choose a day after the present one.',
  },
  'ends-before-it-starts': {
    fr: 'La fin précède le début.',
    en: 'The end comes before the start.',
  },
  'before-earlier-step': {
    fr: 'Cette date précède l’étape d’avant, du {day}.',
    en: 'This date comes before the earlier step, of {day}.',
  },
  'passage-or-note-required': {
    fr: 'Citez un passage, ou notez où la clause se trouve.',
    en: 'Quote a passage, or note where the clause stands.',
  },
  'passage-empty': { fr: 'Le passage est vide.', en: 'The passage is empty.' },
  'not-an-id': { fr: 'Cet identifiant n’est pas valable.', en: 'This identifier is not valid.' },
  'not-a-choice': { fr: 'Ce choix n’existe pas.', en: 'This choice does not exist.' },
  'not-an-email': {
    fr: 'Cette adresse électronique n’est pas valable.',
    en: 'This e-mail address is not valid.',
  },
  'not-a-webhook-address': {
    fr: 'Indiquez une adresse publique en https, sans mot de passe ni ancre.',
    en: 'Give a public https address, without a password or an anchor.',
  },
  'not-a-domain': { fr: 'Ce nom de domaine n’est pas valable.', en: 'This domain name is not valid.' },
  'not-a-siren': { fr: 'Un SIREN compte neuf chiffres.', en: 'A SIREN has nine digits.' },
  'not-a-country': {
    fr: 'Indiquez un pays par son code à deux lettres.',
    en: 'Give a country by its two-letter code.',
  },
  'not-a-url': { fr: 'Cette adresse web n’est pas valable.', en: 'This web address is not valid.' },
  'control-character': {
    fr: 'Le texte contient un caractère interdit.',
    en: 'The text holds a forbidden character.',
  },
  'path-in-name': { fr: 'Le nom contient un chemin.', en: 'The name holds a path.' },
  'hidden-character': {
    fr: 'Le nom contient un caractère invisible ou de sens de lecture.',
    en: 'The name holds an invisible or direction character.',
  },
  'invalid-unicode': { fr: 'Le texte n’est pas de l’Unicode valable.', en: 'The text is not valid Unicode.' },
  'password-wrong': { fr: 'Le mot de passe actuel est incorrect.', en: 'The current password is wrong.' },
  'acceptance-too-long': {
    fr: 'Un risque s’accepte pour {max} mois au plus.',
    en: 'A risk is accepted for {max} months at most.',
  },
  'level-proves-nothing': {
    fr: 'E0 ne prouve rien\u00a0: demandez plutôt une autre preuve.',
    en: 'E0 proves nothing: ask for another proof instead.',
  },
  'still-a-finding': {
    fr: 'Cette réponse appelle encore le constat\u00a0: la correction ne suffit pas.',
    en: 'This answer still calls for the finding: the correction falls short.',
  },
  'reason-required': { fr: 'Donnez la raison.', en: 'Give the reason.' },
  'unknown-reference': { fr: 'Cet élément n’existe pas.', en: 'This item does not exist.' },
  'unknown-column': { fr: 'Cette colonne n’est pas reconnue.', en: 'This column is not recognised.' },
  'column-missing': { fr: 'La colonne « {column} » manque.', en: 'The column “{column}” is missing.' },
  'column-twice': {
    fr: 'La colonne « {column} » figure deux fois.',
    en: 'The column “{column}” is there twice.',
  },
  'cell-not-a-choice': {
    fr: 'Cette colonne n’accepte pas cette valeur.',
    en: 'This column does not take this value.',
  },
  'cell-unreadable': {
    fr: 'Cette cellule ne contient aucune valeur lisible\u00a0: formule sans résultat ou erreur.',
    en: 'This cell holds no value that can be read: a formula without a result, or an error.',
  },
  'ends-before-start': { fr: 'La fin précède le début.', en: 'The end comes before the start.' },
  'not-an-activity': {
    fr: 'Cette cellule ne nomme aucune des six activités HDS.',
    en: 'This cell names none of the six HDS activities.',
  },
  'chain-cycle': {
    fr: 'Ce contrat ferme une boucle\u00a0: {path}.',
    en: 'This contract closes a loop: {path}.',
  },
  'supplier-unknown': {
    fr: 'Aucun de vos fournisseurs n’a ce SIREN\u00a0: pour le créer, donnez aussi son nom.',
    en: 'None of your suppliers has this SIREN: to create it, give its name as well.',
  },
  'supplier-ambiguous': {
    fr: 'Plusieurs de vos fournisseurs portent ce nom\u00a0: donnez le SIREN du bon.',
    en: 'Several of your suppliers bear this name: give the SIREN of the right one.',
  },
} as const satisfies Readonly<Record<string, Localised>>;

const fieldTable = {
  ...generalFieldTable,
  ...answerFieldTable,
  ...questionnaireFieldTable,
  ...momentFieldTable,
} as const;

export type FieldCode = keyof typeof fieldTable;

const sentences: Readonly<Record<FieldCode, Localised>> = fieldTable;

export const fieldCodes: readonly FieldCode[] = Object.freeze(Object.keys(sentences).filter(isFieldCode));

export function isFieldCode(text: string): text is FieldCode {
  return Object.hasOwn(sentences, text);
}

export function fieldSentence(code: FieldCode, language: Language): string {
  return sentences[code][language];
}
