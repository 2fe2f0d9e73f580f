import { defineTexts } from '../../platform/i18n/texts.js';

/** Words of an answer, read and typed by whoever judges it. */
export const answerTexts = defineTexts({
  fr: {
    'answer.missing': 'Pas de réponse',
    'answer.refused': 'Refus de répondre',
    'answer.na': 'Sans objet, dit le fournisseur',
    'answer.nothing': 'Rien de coché',
    'answer.none': 'Aucun',
    'answer.rows.none': 'Tableau sans ligne',
    'answer.cell': '{name} : {value}',
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
    'answer.missing': 'No answer',
    'answer.refused': 'Declined to answer',
    'answer.na': 'Not applicable, says the supplier',
    'answer.nothing': 'Nothing ticked',
    'answer.none': 'None',
    'answer.rows.none': 'Table without a row',
    'answer.cell': '{name}: {value}',
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
