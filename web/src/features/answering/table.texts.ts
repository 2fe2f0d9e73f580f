import { defineTexts } from '../../platform/i18n/texts.js';

export const tableTexts = defineTexts({
  fr: {
    add: 'Ajouter une ligne',
    remove: 'Retirer',
    'remove.row': 'Retirer la ligne {row}',
    cell: '{column}, ligne {row}',
    choose: 'Choisir…',
    yes: 'Oui',
    no: 'Non',
    'siren.checksum': 'La clé de ce SIREN ne correspond pas : vérifiez-le. Il est enregistré tel quel.',
  },
  en: {
    add: 'Add a row',
    remove: 'Remove',
    'remove.row': 'Remove row {row}',
    cell: '{column}, row {row}',
    choose: 'Choose…',
    yes: 'Yes',
    no: 'No',
    'siren.checksum': 'The checksum of this SIREN does not match: check it. It is saved as it is.',
  },
});
