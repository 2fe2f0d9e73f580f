import { defineTexts } from '../../platform/i18n/texts.js';

export const lawTexts = defineTexts({
  fr: {
    title: 'Leçon {id}',
    quoted: 'Ce que dit la source, mot pour mot :',
    reference: 'Référence externe :',
    legal: 'Citation indicative ; ce n’est pas un conseil juridique.',
  },
  en: {
    title: 'Lesson {id}',
    quoted: 'What the source says, word for word:',
    reference: 'External reference:',
    legal: 'Quoted for information; this is no legal advice.',
  },
});
