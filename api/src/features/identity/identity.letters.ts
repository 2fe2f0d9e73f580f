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

/** Also the first password of an account that a link opened: its holder asked to have one. */
export function passwordResetLetter(
  language: 'fr' | 'en',
  { first, address }: { readonly first: boolean; readonly address: string },
): Composed {
  return composeLetter(
    language === 'fr'
      ? {
          subject: first ? 'Choisir votre mot de passe' : 'Choisir un nouveau mot de passe',
          paragraphs: [
            'Bonjour,',
            first
              ? 'Vous avez demandé à choisir un mot de passe pour ouvrir tout votre espace.'
              : 'Vous avez demandé un nouveau mot de passe.',
            'Ce lien vaut une heure et ne sert qu’une fois. Si vous n’avez rien demandé, ignorez ce message\u00a0: rien ne change.',
          ],
          button: { label: 'Choisir un mot de passe', address },
        }
      : {
          subject: first ? 'Choose your password' : 'Choose a new password',
          paragraphs: [
            'Hello,',
            first
              ? 'You asked to choose a password, to open the whole of your workspace.'
              : 'You asked for a new password.',
            'This link is valid for one hour and works once. If you asked for nothing, ignore this message: nothing changes.',
          ],
          button: { label: 'Choose a password', address },
        },
  );
}
