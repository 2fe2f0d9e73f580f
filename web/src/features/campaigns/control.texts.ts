import { defineTexts } from '../../platform/i18n/texts.js';

export const controlTexts = defineTexts({
  fr: {
    title: 'Où en est la campagne',
    'stage.label': 'Étape atteinte',
    stages: 'Étapes',
    cancelled: { one: '{count} annulée', other: '{count} annulées' },
    'stuck.title': 'Ce qui bloque',
    'stuck.none': 'Personne n’est bloqué.',
    'stuck.rule': {
      one: 'Sans mouvement depuis {count} jour, ou dès qu’un courriel revient ou qu’une question vous attend.',
      other:
        'Sans mouvement depuis {count} jours, ou dès qu’un courriel revient ou qu’une question vous attend.',
    },
    nudge: 'Relancer',
    'nudge.one': 'Relancer {supplier}, {engagement}',
    'nudge.all': { one: 'Relancer {count} destinataire', other: 'Relancer les {count}' },
    'nudge.title': 'Relancer avec un mot de vous',
    'nudge.words.fr': 'Votre mot, en français',
    'nudge.words.en': 'Votre mot, en anglais',
    'nudge.words.help': 'Placé dans la lettre de relance, au-dessus du lien.',
    'nudge.preview.of': {
      one: 'Ce que {name} recevra',
      other: 'Ce que {name} et les autres recevront, {count} destinataires en tout',
    },
    'nudge.refused': 'Ne partira pas pour :',
    'nudge.send': { one: 'Envoyer {count} relance', other: 'Envoyer {count} relances' },
    'nudge.none': 'Aucune relance ne peut partir.',
    'nudge.done': { one: '{count} relance est partie', other: '{count} relances sont parties' },
  },
  en: {
    title: 'How far the campaign has come',
    'stage.label': 'Stage reached',
    stages: 'Stages',
    cancelled: { one: '{count} cancelled', other: '{count} cancelled' },
    'stuck.title': 'What is stuck',
    'stuck.none': 'Nobody is stuck.',
    'stuck.rule': {
      one: 'Nothing for {count} day, or as soon as an e-mail comes back or a question waits for you.',
      other: 'Nothing for {count} days, or as soon as an e-mail comes back or a question waits for you.',
    },
    nudge: 'Remind',
    'nudge.one': 'Remind {supplier}, {engagement}',
    'nudge.all': { one: 'Remind {count} recipient', other: 'Remind all {count}' },
    'nudge.title': 'Remind with a word of your own',
    'nudge.words.fr': 'Your word, in French',
    'nudge.words.en': 'Your word, in English',
    'nudge.words.help': 'Put into the letter of the reminder, above the link.',
    'nudge.preview.of': {
      one: 'What {name} will receive',
      other: 'What {name} and the others will receive, {count} recipients in all',
    },
    'nudge.refused': 'Will not leave for:',
    'nudge.send': { one: 'Send {count} reminder', other: 'Send {count} reminders' },
    'nudge.none': 'No reminder can leave.',
    'nudge.done': { one: '{count} reminder has left', other: '{count} reminders have left' },
  },
});
