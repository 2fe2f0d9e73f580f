import { composeLetter } from '../../platform/mail/letter.js';

type Composed = ReturnType<typeof composeLetter>;

interface InvitationWords {
  readonly inviter: string;
  readonly organisation: string;
  readonly address: string;
}

export function invitationLetter(
  language: 'fr' | 'en',
  { inviter, organisation, address }: InvitationWords,
): Composed {
  return composeLetter(
    language === 'fr'
      ? {
          subject: `${inviter} (${organisation}) vous invite dans Probant`,
          paragraphs: [
            'Bonjour,',
            `${inviter} vous ouvre un accès à l’espace Probant «\u00a0${organisation}\u00a0». Ce lien vaut sept jours et ne sert qu’une fois.`,
            `Si vous ne connaissez pas ${inviter}, ignorez ce message\u00a0: sans ce lien, rien n’est ouvert.`,
          ],
          button: { label: 'Rejoindre l’espace', address },
          closing: `${inviter}, ${organisation}`,
        }
      : {
          subject: `${inviter} (${organisation}) invites you to Probant`,
          paragraphs: [
            'Hello,',
            `${inviter} gives you access to the Probant workspace “${organisation}”. This link is valid for seven days and works once.`,
            `If you do not know ${inviter}, ignore this message: without this link nothing is opened.`,
          ],
          button: { label: 'Join the workspace', address },
          closing: `${inviter}, ${organisation}`,
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
