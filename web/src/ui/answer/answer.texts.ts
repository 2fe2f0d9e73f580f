import { defineTexts } from '../../platform/i18n/texts.js';

/** Words of an answer, read and typed by whoever judges it. */
export const answerTexts = defineTexts({
  fr: {
    'answer.na.own': 'Sans objet',
    'answer.pieces': 'Répondu par des pièces',
    yes: 'oui',
    no: 'non',
    none: 'Aucune valeur',
    'none.date': 'Jamais',
    rows: 'Lignes',
    row: 'Ligne {number}',
    'row.add': 'Ajouter une ligne',
    'row.remove': 'Retirer la ligne {number}',
  },
  en: {
    'answer.na.own': 'Not applicable',
    'answer.pieces': 'Answered by pieces',
    yes: 'yes',
    no: 'no',
    none: 'No value',
    'none.date': 'Never',
    rows: 'Rows',
    row: 'Row {number}',
    'row.add': 'Add a row',
    'row.remove': 'Remove row {number}',
  },
});
