import { defineTexts } from '../platform/i18n/texts.js';

/** Titles of the screens, as the navigation and the browser's tab show them. */
export const routeTexts = defineTexts({
  fr: {
    'sign-in': 'Se connecter',
    'forgotten-password': 'Mot de passe oublié',
    'reset-password': 'Nouveau mot de passe',
    'accept-invitation': 'Rejoindre une organisation',
    'first-administrator': 'Premier administrateur',
    profile: 'Profil et préférences',
    members: 'Membres',
    mailbox: 'Boîte aux lettres de démonstration',
    'not-found': 'Page introuvable',
    'no-access': 'Accès réservé',
  },
  en: {
    'sign-in': 'Sign in',
    'forgotten-password': 'Forgotten password',
    'reset-password': 'New password',
    'accept-invitation': 'Join an organisation',
    'first-administrator': 'First administrator',
    profile: 'Profile and preferences',
    members: 'Members',
    mailbox: 'Demonstration mailbox',
    'not-found': 'Page not found',
    'no-access': 'Reserved access',
  },
});
