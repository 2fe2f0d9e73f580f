import { composeLetter } from '../../platform/mail/letter.js';

type Composed = ReturnType<typeof composeLetter>;

export function invitationLetter(language: 'fr' | 'en', organisationName: string, address: string): Composed {
  return composeLetter(
    language === 'fr'
      ? {
          subject: `${organisationName} vous invite dans Probant`,
          paragraphs: [
            'Bonjour,',
            `${organisationName} vous ouvre un accès à son espace Probant. Ce lien vaut sept jours et ne sert qu’une fois.`,
          ],
          button: { label: 'Rejoindre l’espace', address },
        }
      : {
          subject: `${organisationName} invites you to Probant`,
          paragraphs: [
            'Hello,',
            `${organisationName} gives you access to its Probant workspace. This link is valid for seven days and works once.`,
          ],
          button: { label: 'Join the workspace', address },
        },
  );
}

export function passwordResetLetter(language: 'fr' | 'en', address: string): Composed {
  return composeLetter(
    language === 'fr'
      ? {
          subject: 'Choisir un nouveau mot de passe',
          paragraphs: [
            'Bonjour,',
            'Vous avez demandé un nouveau mot de passe. Ce lien vaut une heure et ne sert qu’une fois. Si vous n’avez rien demandé, ignorez ce message : rien ne change.',
          ],
          button: { label: 'Choisir un mot de passe', address },
        }
      : {
          subject: 'Choose a new password',
          paragraphs: [
            'Hello,',
            'You asked for a new password. This link is valid for one hour and works once. If you asked for nothing, ignore this message: nothing changes.',
          ],
          button: { label: 'Choose a password', address },
        },
  );
}
