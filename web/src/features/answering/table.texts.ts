import { defineTexts } from '../../platform/i18n/texts.js';

export const tableTexts = defineTexts({
  fr: {
    add: 'Ajouter une ligne',
    acts: 'Actions sur la ligne',
    copy: 'Copier la ligne précédente',
    'copy.row': 'dans la ligne {row}',
    'copy.key': 'Remplit les champs vides (Ctrl D)',
    copied: {
      one: 'Ligne {row} : {count} champ rempli',
      other: 'Ligne {row} : {count} champs remplis',
    },
    removed: 'Ligne {row} retirée.',
    undo: 'Annuler',
    'remove.row': 'Retirer la ligne {row}',
    cell: '{column}, ligne {row}',
    choose: 'Choisir…',
    yes: 'Oui',
    no: 'Non',
    'siren.checksum': 'La clé de ce SIREN ne correspond pas : vérifiez-le. Il est enregistré tel quel.',
  },
  en: {
    add: 'Add a row',
    acts: 'Actions on the row',
    copy: 'Copy the previous row',
    'copy.row': 'into row {row}',
    'copy.key': 'Fills the empty fields (Ctrl D)',
    copied: { one: 'Row {row}: {count} field filled', other: 'Row {row}: {count} fields filled' },
    removed: 'Row {row} removed.',
    undo: 'Undo',
    'remove.row': 'Remove row {row}',
    cell: '{column}, row {row}',
    choose: 'Choose…',
    yes: 'Yes',
    no: 'No',
    'siren.checksum': 'The checksum of this SIREN does not match: check it. It is saved as it is.',
  },
});
