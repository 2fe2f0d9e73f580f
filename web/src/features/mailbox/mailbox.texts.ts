import { defineTexts } from '../../platform/i18n/texts.js';

export const mailboxTexts = defineTexts({
  fr: {
    title: 'Boîte aux lettres de démonstration',
    subtitle: 'Tout courriel que cette installation aurait envoyé',
    search: 'Destinataire ou objet',
    list: 'Courriels',
    empty: 'Aucun courriel pour le moment',
    'empty.text': 'Envoyez un questionnaire ou une invitation : le courriel arrive ici au lieu de partir.',
    absent: "Cette boîte n'existe qu'en démonstration",
    'absent.text': 'Ici, les courriels partent vraiment, par le serveur indiqué dans SMTP_URL.',
    to: 'À',
    choose: 'Choisissez un courriel pour le lire.',
    refresh: 'Actualiser',
    back: "Revenir à l'application",
    body: 'Texte du courriel',
  },
  en: {
    title: 'Demonstration mailbox',
    subtitle: 'Every e-mail this installation would have sent',
    search: 'Recipient or subject',
    list: 'E-mails',
    empty: 'No e-mail yet',
    'empty.text': 'Send a questionnaire or an invitation: its e-mail arrives here instead of leaving.',
    absent: 'This mailbox exists in a demonstration only',
    'absent.text': 'Here e-mails really leave, through the server named in SMTP_URL.',
    to: 'To',
    choose: 'Choose an e-mail to read it.',
    refresh: 'Refresh',
    back: 'Back to the application',
    body: 'Text of the e-mail',
  },
});
