import { defineTexts } from '../../platform/i18n/texts.js';

export const sharedTexts = defineTexts({
  fr: {
    none: 'Aucun exercice consigné',
    'none.text':
      'Un client peut mener, avec votre autorisation écrite, un exercice avec le fichier de test EICAR. Il apparaît ici une fois mené, pour que vous le contresigniez ou le contestiez.',
    legal:
      "Ce que votre client a mesuré, tel qu'il l'a consigné. Indicatif, pas un conseil juridique : contresigner confirme les faits et les heures, pas un manquement.",
    replaced: 'Remplacé par un relevé plus récent',
    countersign: 'Contresigner',
    'countersign.title': 'Contresigner ce relevé',
    'countersign.text':
      'Vous confirmez les faits et les heures de ce relevé. Votre contreseing est daté, visible de votre client et définitif.',
    contest: 'Contester',
    'contest.title': 'Contester ce relevé',
    'contest.text':
      'Dites ce qui est inexact : votre client le lit à côté du relevé. Vous pourrez le contresigner plus tard.',
    'reply.needs': 'Un administrateur de votre espace peut contresigner ou contester.',
  },
  en: {
    none: 'No drill on record',
    'none.text':
      'With your written consent, a customer may carry out a drill with the EICAR test file. It shows here once it was carried out, for you to counter-sign or to contest.',
    legal:
      'What your customer measured, as it put it on record. Indicative, no legal advice: a counter-signature confirms facts and times, not a breach.',
    replaced: 'Replaced by a later record',
    countersign: 'Counter-sign',
    'countersign.title': 'Counter-sign this record',
    'countersign.text':
      'You confirm the facts and times of this record. Your counter-signature is dated, seen by your customer and final.',
    contest: 'Contest',
    'contest.title': 'Contest this record',
    'contest.text':
      'Say what is wrong: your customer reads it beside the record. You may counter-sign it later.',
    'reply.needs': 'An administrator of your workspace may counter-sign or contest.',
  },
});
