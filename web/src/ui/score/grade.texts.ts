import { defineTexts } from '../../platform/i18n/texts.js';

/** A grade may be told to a supplier with the decision; the words of a score are the buyer’s alone. */
export const gradeTexts = defineTexts({
  fr: {
    'grade.label': 'Note {grade}',
    'grade.none': 'Pas encore de note',
  },
  en: {
    'grade.label': 'Grade {grade}',
    'grade.none': 'No grade yet',
  },
});
