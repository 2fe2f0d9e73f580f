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
    'absent.leaves': 'Ici, les courriels partent vraiment, par le serveur indiqué dans SMTP_URL.',
    'absent.kept':
      "Aucun courriel ne part : SMTP_URL n'est pas réglé. Ils restent dans la base, et personne ne les lit ici. Indiquez un serveur d'envoi pour qu'ils partent.",
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
    'absent.leaves': 'Here e-mails really leave, through the server named in SMTP_URL.',
    'absent.kept':
      'No e-mail leaves: SMTP_URL is not set. They stay in the database, and nobody reads them here. Name a mail server for them to leave.',
    to: 'To',
    choose: 'Choose an e-mail to read it.',
    refresh: 'Refresh',
    back: 'Back to the application',
    body: 'Text of the e-mail',
  },
});
