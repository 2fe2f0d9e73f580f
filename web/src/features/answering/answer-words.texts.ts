import { defineTexts } from '../../platform/i18n/texts.js';

export const answerWordTexts = defineTexts({
  fr: {
    refused: 'Refus de répondre',
    na: 'Sans objet',
    none: 'Aucun',
    'none.these': 'Aucun de ceux-ci',
    'none.rows': 'Aucune ligne à déclarer',
    rows: { one: '{count} ligne', other: '{count} lignes' },
    yes: 'oui',
    no: 'non',
    colon: ' :',
  },
  en: {
    refused: 'Refused to answer',
    na: 'Not applicable',
    none: 'None',
    'none.these': 'None of these',
    'none.rows': 'Nothing to declare',
    rows: { one: '{count} row', other: '{count} rows' },
    yes: 'yes',
    no: 'no',
    colon: ':',
  },
});
