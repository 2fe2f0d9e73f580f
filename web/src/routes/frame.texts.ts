import { defineTexts } from '../platform/i18n/texts.js';

export const frameTexts = defineTexts({
  fr: {
    'not-found.text': "Cette adresse ne mène à rien, ou votre organisation n'y a pas accès.",
    'no-access.text':
      "Votre rôle dans {organisation} n'ouvre pas cet écran. Un administrateur peut vous donner ce droit.",
    'no-access.side':
      "Cet écran appartient à une autre organisation. Changez d'organisation dans le menu de votre compte.",
    'no-access.link':
      "Le lien reçu n'ouvre que sa demande. Un mot de passe ouvre tout l'espace de votre organisation.",
    'no-access.part': "Votre lien n'ouvre que les questions qui vous sont confiées.",
    'back-part': 'Revenir à vos questions',
    'back-home': "Revenir à l'accueil",
  },
  en: {
    'not-found.text': 'This address leads nowhere, or your organisation has no access to it.',
    'no-access.text':
      'Your role in {organisation} does not open this screen. An administrator can give you this right.',
    'no-access.side':
      'This screen belongs to another organisation. Change organisation in the menu of your account.',
    'no-access.link':
      'The link you received opens its request only. A password opens the whole workspace of your organisation.',
    'no-access.part': 'Your link opens only the questions that are handed over to you.',
    'back-part': 'Back to your questions',
    'back-home': 'Back to the home screen',
  },
});
