import { defineTexts } from '../../platform/i18n/texts.js';

/** What was read of a file becomes a draft. */
export const saveImportTexts = defineTexts({
  fr: {
    'save.tooMany': 'Un questionnaire a au plus {max} questions : laissez-en {over} de côté.',
    'save.title': 'Enregistrer en brouillon',
    'save.text':
      'Ce que le fichier n’a pas reste marqué comme manquant : la publication le refuse et dit où. Sans indication du fichier, aucune pièce n’est demandée, la gravité est moyenne et la question peut être sans objet.',
    'save.target': 'Destination',
    'save.new': 'Un nouveau questionnaire',
    'save.into': 'Nouveau brouillon de {title}',
    'save.match': '{matched} de même clé, {added} nouvelles, {others} que le fichier n’a pas.',
    'save.keepOthers': 'Garder les questions que le fichier n’a pas',
    'save.replaces':
      'Les questions de même clé prennent les mots du fichier. Les versions publiées ne changent pas.',
    'save.title.fr': 'Titre en français',
    'save.title.en': 'Titre en anglais',
    'save.weight.question': 'Poids des questions qui n’en ont pas',
    'save.weight.section': 'Poids des thèmes qui n’en ont pas',
    'save.weight.none': 'Vide : il manque',
    'save.count': { one: 'Enregistrer {count} question', other: 'Enregistrer {count} questions' },
    required: 'Renseignez ce champ.',
  },
  en: {
    'save.tooMany': 'A questionnaire has at most {max} questions: leave out {over}.',
    'save.title': 'Save as a draft',
    'save.text':
      'What the file lacks stays marked as missing: publishing refuses it and says where. Where the file says nothing, no piece is asked for, the severity is medium and the question may be not applicable.',
    'save.target': 'Destination',
    'save.new': 'A new questionnaire',
    'save.into': 'New draft of {title}',
    'save.match': '{matched} of the same key, {added} new, {others} that the file does not have.',
    'save.keepOthers': 'Keep the questions that the file does not have',
    'save.replaces':
      'Questions of the same key take the words of the file. Published versions do not change.',
    'save.title.fr': 'Title in French',
    'save.title.en': 'Title in English',
    'save.weight.question': 'Weight of questions that have none',
    'save.weight.section': 'Weight of themes that have none',
    'save.weight.none': 'Empty: it is missing',
    'save.count': { one: 'Save {count} question', other: 'Save {count} questions' },
    required: 'Fill in this field.',
  },
});
