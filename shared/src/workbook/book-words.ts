import type { Language, Localised } from '../questionnaires/document.js';

/** The columns of the sheet of answers, in their order; a workbook that comes back may have them in any. */
export const bookColumns = [
  'key',
  'theme',
  'question',
  'help',
  'choices',
  'answer',
  'unit',
  'standing',
  'justification',
  'comment',
  'pieces',
] as const;
export type BookColumn = (typeof bookColumns)[number];

export const columnTitles: Readonly<Record<BookColumn, Localised>> = {
  key: { fr: 'Clé', en: 'Key' },
  theme: { fr: 'Thème', en: 'Theme' },
  question: { fr: 'Question', en: 'Question' },
  help: { fr: 'Précisions', en: 'Guidance' },
  choices: { fr: 'Réponses possibles', en: 'Possible answers' },
  answer: { fr: 'Réponse', en: 'Answer' },
  unit: { fr: 'Unité', en: 'Unit' },
  standing: { fr: 'Sans réponse parce que', en: 'No answer because' },
  justification: { fr: 'Justification', en: 'Justification' },
  comment: { fr: 'Commentaire', en: 'Comment' },
  pieces: { fr: 'Pièce attendue', en: 'Expected piece' },
};

export const standings = ['na', 'refused'] as const;
export type Standing = (typeof standings)[number];

export const standingNames: Readonly<Record<Standing, Localised>> = {
  na: { fr: 'Sans objet', en: 'Not applicable' },
  refused: { fr: 'Refus de répondre', en: 'Declined' },
};

export const bookWords = {
  guide: { fr: 'Lisez-moi', en: 'Read me' },
  answers: { fr: 'Réponses', en: 'Answers' },
  request: { fr: 'Demande', en: 'Request' },
  buyer: { fr: 'Acheteur', en: 'Buyer' },
  questionnaire: { fr: 'Questionnaire', en: 'Questionnaire' },
  version: { fr: 'Version', en: 'Version' },
  mark: { fr: 'Empreinte du questionnaire', en: 'Hash of the questionnaire' },
  exported: { fr: 'Exporté le', en: 'Exported at' },
  yes: { fr: 'Oui', en: 'Yes' },
  no: { fr: 'Non', en: 'No' },
  none: { fr: 'Aucun', en: 'None' },
  nothing: { fr: 'Aucun choix', en: 'No choice' },
  online: { fr: 'Déposez la pièce en ligne', en: 'Add the piece online' },
  onSheet: { fr: 'Voir la feuille {name}', en: 'See the sheet {name}' },
  manyLines: { fr: 'Plusieurs choix possibles, un par ligne', en: 'Several choices possible, one per line' },
} as const satisfies Readonly<Record<string, Localised>>;

/** How to fill it in, line by line. */
export const guideLines: Readonly<Record<Language, readonly string[]>> = {
  fr: [
    'Remplissez la colonne «\u00a0Réponse\u00a0» de la feuille «\u00a0Réponses\u00a0», et les feuilles des questions à tableau.',
    'Laissez vide ce que vous ne savez pas encore\u00a0: une case vide n’efface jamais une réponse déjà donnée.',
    'Ne changez pas la colonne «\u00a0Clé\u00a0». L’ordre des lignes et des colonnes, lui, peut changer.',
    'Les pièces se déposent en ligne. Au retour, un aperçu montre ce qui change avant que rien ne soit enregistré.',
  ],
  en: [
    'Fill in the column “Answer” of the sheet “Answers”, and the sheets of questions with a table.',
    'Leave empty what you do not know yet: an empty cell never erases an answer that was given.',
    'Do not change the column “Key”. Rows and columns may stand in another order.',
    'Pieces are added online. When the workbook comes back, a preview shows what changes before anything is saved.',
  ],
};

/** Without case, accents, punctuation and repeated spaces: how words of a workbook are compared. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export function isWord(text: string, word: Localised): boolean {
  return plain(text) === plain(word.fr) || plain(text) === plain(word.en);
}
